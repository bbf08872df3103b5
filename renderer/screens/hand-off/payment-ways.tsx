import { Button } from '../../components/button';
import { useStore } from '../../store';
import { paymentsBy } from './view';

/** The two ways of entering payments, to choose from. */
export function PaymentWays() {
  const by = useStore(paymentsBy);
  return (
    <div className="row-of" role="group" aria-label="How payments are entered">
      <Button pressed={by === 'hand'} onPress={() => paymentsBy.set('hand')}>
        By hand
      </Button>
      <Button pressed={by === 'file'} onPress={() => paymentsBy.set('file')}>
        From the Business Office’s file
      </Button>
    </div>
  );
}
