import { useLocation } from 'wouter';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { useStore } from '../../store';
import { useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { FailureBox } from '../saying';
import { PaymentGrid } from './payment-grid';
import { PaymentImport } from './payment-import';
import { paymentsBy } from './view';
import '../screens.css';

/** What the Business Office paid of a batch: keyed from its list, or read from its file. */
export function PaymentsScreen({ id }: { readonly id: string }) {
  const view = useCall('transmittal.get', { id });
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office, true);
  const by = useStore(paymentsBy);
  const failure = view.error?.failure ?? office.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="Payments">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (view.data?.id !== id || days === null) return <main className="screen" aria-busy="true" />;
  if (view.data.state === 'reopened') return <Reopened view={view.data} />;
  return by === 'hand' ? <PaymentGrid view={view.data} days={days} /> : <PaymentImport view={view.data} />;
}

function Reopened({ view }: { readonly view: TransmittalView }) {
  const [, go] = useLocation();
  return (
    <Screen title={`Payments of ${view.number}`}>
      <Notice tone="warning" actions={<Button onPress={() => go(to.transmittal(view.id))}>Back to the batch</Button>}>
        Batch {view.number} is reopened. Close it again; then its payments can be entered.
      </Notice>
    </Screen>
  );
}
