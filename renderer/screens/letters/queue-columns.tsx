import type { LetterRow } from '../../../shared/contract/rows';
import { Chip, type ChipTone } from '../../components/chip';
import type { Column } from '../../components/list-table';
import { count } from '../wording';
import { backWordsShort } from './came-back';

/** What the queue's rows can do: be ticked, and lead to the student whose address is missing. */
export type Ticks = {
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (row: LetterRow) => void;
  readonly onAddress: (row: LetterRow) => void;
  /** Says a moment by the office’s clock. */
  readonly moment: (at: string) => string;
};

/** How each state looks. */
export const stateLooks: Record<LetterRow['state'], { readonly tone: ChipTone; readonly words: string }> = {
  'needs-address': { tone: 'wait', words: 'Needs address' },
  ready: { tone: 'part', words: 'Ready' },
  printed: { tone: 'good', words: 'Printed' },
  mailed: { tone: 'good', words: 'Mailed' },
  'came-back': { tone: 'wait', words: 'Came back' },
  voided: { tone: 'quiet', words: 'Voided' },
};

/** The columns of the letters queue. */
export function queueColumns({ ticked, toggle, onAddress, moment }: Ticks): readonly Column<LetterRow>[] {
  return [
    {
      id: 'tick',
      heading: 'Print',
      cell: (row) => (
        // The row hears Space; the box is for the mouse.
        <label className="tick-cell" onClick={(e) => e.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked.has(row.id)}
            onChange={() => toggle(row)}
            aria-label={`Tick ${row.number}`}
          />
        </label>
      ),
    },
    { id: 'number', heading: 'Letter', sortable: true, cell: (row) => <span className="no-wrap">{row.number}</span> },
    { id: 'name', heading: 'Student', sortable: true, cell: (row) => <strong>{row.studentName}</strong> },
    {
      id: 'postal',
      heading: 'ZIP',
      sortable: true,
      cell: (row) =>
        row.state === 'needs-address' || row.state === 'came-back' ? (
          <button
            type="button"
            className="link"
            onClick={(e) => {
              e.stopPropagation();
              onAddress(row);
            }}
          >
            {row.state === 'needs-address' ? 'Add the address' : 'Correct the address'}
          </button>
        ) : (
          row.postal
        ),
    },
    {
      id: 'type',
      heading: 'Letter says',
      cell: (row) => (row.edited === null ? row.title : `${row.title} · edited by hand`),
    },
    { id: 'language', heading: 'In', cell: (row) => (row.language === 'en' ? 'English' : 'Spanish') },
    { id: 'case', heading: 'Case', sortable: true, cell: (row) => <span className="no-wrap">{row.caseNumber}</span> },
    {
      id: 'state',
      heading: 'State',
      cell: (row) => (
        <span
          title={
            row.printedAt === null
              ? `Made ${moment(row.madeAt)}`
              : `Printed ${moment(row.printedAt)}, ${count(row.copies, 'time')}`
          }
        >
          <Chip tone={stateLooks[row.state].tone}>{stateLooks[row.state].words}</Chip>{' '}
          {row.copies > 1 && <Chip tone="part">{`Reprinted, ${row.copies}×`}</Chip>}
          {row.cameBackWhy !== null && <span className="quiet-text"> {backWordsShort[row.cameBackWhy]}</span>}
        </span>
      ),
    },
  ];
}
