import type { KeyboardEvent } from 'react';
import type { Waiting } from '../../../shared/contract/approvals';
import { OutcomeChip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { hearsLetters } from '../../letter-keys';
import { useDayOfMoment, useMoment } from '../office-moment';
import { money } from '../wording';

type QueueListProps = {
  readonly rows: readonly Waiting[];
  readonly ticked: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (caseId: string) => void;
  readonly onTick: (waiting: Waiting) => void;
  readonly onOpen: (waiting: Waiting) => void;
  readonly onLetter: (letter: 'A' | 'R' | 'H', waiting: Waiting) => void;
};

/** What waits, the longest first. The row with the focus is the one that is looked at; Space ticks, Enter opens the case, A, R and H say what becomes of it. */
export function QueueList({ rows, ticked, selected, onSelect, onTick, onOpen, onLetter }: QueueListProps) {
  const moment = useMoment();
  const dayOf = useDayOfMoment();
  const columns: readonly Column<Waiting>[] = [
    {
      id: 'tick',
      heading: 'Tick',
      cell: (w) => (
        // The row hears Space; the box is for the mouse.
        <label className="tick-cell">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked.has(w.row.id)}
            disabled={w.whyNot !== null}
            onChange={() => onTick(w)}
            aria-label={`Tick ${w.row.number}`}
          />
        </label>
      ),
    },
    {
      id: 'amount',
      heading: 'Amount',
      numeric: true,
      cell: (w) => (
        <>
          <strong>{money(w.amount)}</strong>
          <div className="quiet-text" title={moment(w.since)}>
            since {dayOf(w.since)}
          </div>
        </>
      ),
    },
    {
      id: 'student',
      heading: 'Student, course',
      cell: ({ row, whyNot }) => (
        <>
          <strong>{row.studentName}</strong>
          <div className="quiet-text">
            <span className="no-wrap">{row.number} ·</span> <span className="no-wrap">{row.courseCode}</span>
          </div>
          {whyNot !== null && <div className="quiet-text">{whyNot}</div>}
        </>
      ),
    },
    {
      id: 'outcome',
      heading: 'Outcome',
      cell: ({ row, deferred }) => (
        <>
          <OutcomeChip {...row} />
          {deferred !== '' && <div className="quiet-text">Held: {deferred}</div>}
        </>
      ),
    },
  ];
  const rowKey = (w: Waiting, event: KeyboardEvent<HTMLElement>): boolean => {
    const letter = event.key.toUpperCase();
    if (event.ctrlKey || event.metaKey) return false;
    if (event.key === ' ') onTick(w);
    else if (event.key === 'Enter' && !event.shiftKey) onOpen(w);
    else if ((letter === 'A' || letter === 'R' || letter === 'H') && hearsLetters(event.target)) onLetter(letter, w);
    else return false;
    return true;
  };
  return (
    <div
      data-letter-keys
      onFocusCapture={(event) => {
        const row = event.target.closest<HTMLElement>('tr[data-row]')?.dataset.row;
        if (row !== undefined) onSelect(row);
      }}
    >
      <ListTable
        label="Waits for approval"
        columns={columns}
        rows={rows}
        keyOf={(w) => w.row.id}
        rowClass={(w) =>
          [
            ticked.has(w.row.id) ? 'ticked' : '',
            w.row.id === selected ? 'looked-at' : '',
            w.whyNot === null ? '' : 'not-yours',
          ]
            .join(' ')
            .trim() || undefined
        }
        onRowKey={rowKey}
      />
    </div>
  );
}
