import type { RefundRow } from '../../../shared/contract/transmittals';
import { Panel } from '../../components/panel';
import { TextField } from '../../components/text-field';
import { useStore } from '../../store';
import { count, money } from '../wording';
import { ControlTotals, totalsBy } from './control-totals';
import { ready } from './view';

type TickedPanelProps = {
  readonly rows: readonly RefundRow[];
  /** How many are ticked that the list does not show. */
  readonly hidden: number;
};

/** What the batch comes to, while it is being ticked: control totals by fund and by course, and the note on its cover sheet. */
export function TickedPanel({ rows, hidden }: TickedPanelProps) {
  const { note } = useStore(ready);
  const lines = rows.map(({ fund, courseCode, outstanding }) => ({ fund, courseCode, cents: outstanding }));
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  return (
    <Panel title="This batch" className="ticked-panel">
      <p role="status" className="batch-sum">
        {rows.length === 0 ? 'Nothing is ticked.' : `${count(rows.length, 'refund')}, ${money(cents)}`}
      </p>
      {rows.length === 0 ? (
        <p className="quiet-text">Space ticks a refund, Ctrl+A all of them. Ctrl+Enter closes the batch.</p>
      ) : (
        <ControlTotals byFund={totalsBy(lines, 'fund')} byCourse={totalsBy(lines, 'courseCode')} />
      )}
      {hidden > 0 && (
        <p className="note-line">{count(hidden, 'more ticked refund')} not in this list will not be closed.</p>
      )}
      <div className="form above">
        <TextField
          label="Note"
          name="note"
          text={note}
          onText={(text) => ready.set({ ...ready.get(), note: text })}
          lines={2}
          maxLength={400}
          hint="Stands on the cover sheet"
        />
      </div>
    </Panel>
  );
}
