import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { RefundRow, RefundState } from '../../../shared/contract/transmittals';
import { ListTable } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { useStore } from '../../store';
import { useCall } from '../../wire';
import { focusRowAgain } from '../row-focus';
import { count, money, weekdayAndDay } from '../wording';
import { refundColumns, type Ticking } from './refund-columns';
import { refundStateWords } from './refund-states';
import { handOffView } from './view';

type RefundsProps = {
  readonly state: RefundState;
  readonly rows: readonly RefundRow[];
  /** How many there are in all; null until that is known. */
  readonly total: number | null;
  readonly cents: number;
  readonly today: string | null;
  readonly ticking: Ticking | null;
};

/** The refunds of a state, to tick where they are to be handed over; Enter opens the case. */
export function Refunds({ state, rows, total, cents, today, ticking }: RefundsProps) {
  const [, go] = useLocation();
  const { sort, text, opened } = useStore(handOffView);
  const there = rows.length > 0;
  useEffect(() => {
    if (opened === null || !there) return;
    focusRowAgain(opened);
    handOffView.set({ ...handOffView.get(), opened: null });
  }, [opened, there]);
  if (today === null) return null;
  return (
    <Panel
      title={refundStateWords(state)}
      aside={
        total !== null &&
        (total > rows.length
          ? `The first ${rows.length} of ${count(total, 'refund')}, ${money(cents)} in all`
          : total > 0 && `${count(total, 'refund')}, ${money(cents)}`)
      }
    >
      <ListTable
        label={`Refunds: ${refundStateWords(state).toLowerCase()}`}
        columns={refundColumns(state, today, ticking)}
        rows={rows}
        keyOf={(row) => row.caseId}
        total={total ?? rows.length}
        sort={{ by: sort, descending: false }}
        onSort={({ by }) =>
          handOffView.set({
            ...handOffView.get(),
            sort: by === 'number' || by === 'student' || by === 'amount' ? by : 'promised',
          })
        }
        rowClass={(row) => (ticking?.ticked.has(row.caseId) === true ? 'ticked' : undefined)}
        onOpen={(row) => {
          handOffView.set({ ...handOffView.get(), opened: row.caseId });
          go(to.case(row.caseId));
        }}
        onRowKey={(row, event) => {
          if (event.key !== ' ' || ticking === null) return false;
          ticking.toggle(row);
          return true;
        }}
        empty={total === null ? null : <Empty state={state} text={text.trim()} />}
      />
    </Panel>
  );
}

function Empty({ state, text }: { readonly state: RefundState; readonly text: string }) {
  const last = useCall('transmittal.list', { offset: 0, limit: 1 }).data?.rows[0];
  if (text !== '') return <p>No refund here matches “{text}”. Esc in the line above shows them all.</p>;
  switch (state) {
    case 'to-hand-over':
      return last === undefined ? (
        <p>No refund waits. One stands here as soon as its form is decided and, where it needs one, approved.</p>
      ) : (
        <p>
          Nothing approved since {weekdayAndDay(last.closedOn)}, when batch {last.number} was closed.
        </p>
      );
    case 'not-ready':
      return <p>No refund waits for an approval or a petition.</p>;
    case 'handed-over':
      return <p>Nothing lies with the Business Office.</p>;
    case 'paid':
      return <p>No payment was entered yet.</p>;
    case 'overdue':
      return <p>No refund is past its promised day.</p>;
    case 'overpaid':
      return <p>Nothing was paid that the case does not give.</p>;
  }
}
