import type { RefundRow, RefundState } from '../../../shared/contract/transmittals';
import { Chip } from '../../components/chip';
import type { Column } from '../../components/list-table';
import { money, shortDay } from '../wording';
import { fundWords, placeOf, promiseOf } from './promise';

/** What the rows of refunds can do: be ticked, and say why one could not be closed. Null where nothing is ticked. */
export type Ticking = {
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (row: RefundRow) => void;
  /** What main said of a case when the batch was to be closed. */
  readonly said: ReadonlyMap<string, string>;
};

/** The columns of the refunds on their way. Those that can be ticked are about to be handed over, so that where they lie is no question. */
export function refundColumns(
  state: RefundState,
  today: string,
  ticking: Ticking | null,
): readonly Column<RefundRow>[] {
  return [
    ...(ticking === null ? [] : [tickColumn(ticking)]),
    {
      id: 'number',
      heading: 'Case',
      sortable: true,
      cell: (row) => (
        <>
          <span className="no-wrap">{row.number}</span>
          {ticking?.said.get(row.caseId) !== undefined && (
            <div className="problem-line">{ticking.said.get(row.caseId)}</div>
          )}
        </>
      ),
    },
    { id: 'student', heading: 'Student', sortable: true, cell: (row) => <strong>{row.studentName}</strong> },
    { id: 'course', heading: 'Course', cell: (row) => <span className="no-wrap">{row.courseCode}</span> },
    { id: 'fund', heading: 'Fund', cell: (row) => fundWords(row.fund) },
    {
      id: 'amount',
      heading: 'Amount',
      sortable: true,
      numeric: true,
      cell: (row) => money(amountIn(state, row)),
    },
    { id: 'promised', heading: 'Promised by', sortable: true, cell: (row) => shortDay(row.promisedTo) },
    { id: 'age', heading: 'Age', cell: (row) => <Age row={row} today={today} /> },
    ...(ticking === null ? [whereColumn] : []),
  ];
}

/** The amount that a list speaks of: what has still to go, what lies there unpaid, what was paid, what is too much. */
function amountIn(state: RefundState, { payable, handed, paid, outstanding }: RefundRow): number {
  switch (state) {
    case 'to-hand-over':
    case 'not-ready':
      return outstanding;
    case 'handed-over':
      return handed - paid;
    case 'paid':
      return paid;
    case 'overdue':
      return payable - paid;
    case 'overpaid':
      return Math.max(handed, paid) - payable;
  }
}

function tickColumn({ ticked, toggle }: Ticking): Column<RefundRow> {
  return {
    id: 'tick',
    heading: 'Tick',
    cell: (row) => (
      // The row hears Space; the box is for the mouse.
      <label className="tick-cell" onClick={(e) => e.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          disabled={row.hidden === true}
          checked={ticked.has(row.caseId)}
          onChange={() => toggle(row)}
          aria-label={`Tick ${row.number}`}
        />
      </label>
    ),
  };
}

const whereColumn: Column<RefundRow> = {
  id: 'where',
  heading: 'Where it is',
  cell: (row) => {
    const place = placeOf(row);
    return (
      <>
        <Chip tone={place.tone}>{place.words}</Chip>{' '}
        <span className="quiet-text no-wrap">
          {[
            row.transmittal ?? '',
            row.paidOn === null ? shortDay(row.handedOn) : `${shortDay(row.paidOn)}, ${row.reference}`,
          ]
            .filter((words) => words !== '')
            .join(', ')}
        </span>
      </>
    );
  },
};

/** A refund's age against both ends of its promise; past it in words and a shape, never by colour alone. */
export function Age({ row, today }: { readonly row: Parameters<typeof promiseOf>[0]; readonly today: string }) {
  const promised = promiseOf(row, today);
  if (promised === null) return <span className="quiet-text">nothing promised</span>;
  return (
    <span className="refund-age">
      <span className="no-wrap">{promised.age}</span> <Chip tone={promised.tone}>{promised.words}</Chip>
    </span>
  );
}
