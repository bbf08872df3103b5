import { refundStates, type RefundState } from '../../../shared/contract/transmittals';
import { Button } from '../../components/button';
import { useStore } from '../../store';
import { useCall } from '../../wire';
import { FindBar } from '../find-bar';
import { money } from '../wording';
import { handOffView, type HandOffView } from './view';

const words: Record<RefundState, string> = {
  'to-hand-over': 'To hand over',
  'not-ready': 'Not ready',
  'handed-over': 'Handed over',
  paid: 'Paid',
  overdue: 'Overdue',
  overpaid: 'Overpaid',
};

/** What refunds in a state are called. */
export function refundStateWords(state: RefundState): string {
  return words[state];
}

/** The line that finds refunds, and their states to choose from with how many are in each and what they come to; the batches beside them. */
export function RefundStates() {
  const { shown, text } = useStore(handOffView);
  const list = useCall('refund.list', { state: null, text: '', sort: 'number', offset: 0, limit: 1 });
  const batches = useCall('transmittal.list', { offset: 0, limit: 1 });
  const put = (next: Partial<HandOffView>) => handOffView.set({ ...handOffView.get(), ...next });
  const counts = list.data?.counts;
  return (
    <FindBar
      label="Find a refund"
      hint={
        shown === 'batches'
          ? 'Batches are listed whole; Enter opens one.'
          : 'A name, a case number or a course. Esc shows them all.'
      }
      text={text}
      onText={(t) => put({ text: t })}
    >
      {refundStates
        // Rare states show themselves when there is something in it.
        .filter((s) => !['overpaid', 'not-ready'].includes(s) || s === shown || (counts?.[s].cases ?? 0) > 0)
        .map((s) => (
          <Button key={s} pressed={shown === s} onPress={() => put({ shown: s })}>
            {words[s]}
            {counts !== undefined && ` (${counts[s].cases})`}
            {counts !== undefined && counts[s].cases > 0 && <span className="state-sum">{money(counts[s].cents)}</span>}
          </Button>
        ))}
      <Button pressed={shown === 'batches'} onPress={() => put({ shown: 'batches' })}>
        Batches{batches.data !== undefined && ` (${batches.data.total})`}
      </Button>
    </FindBar>
  );
}
