import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CourseSheet, SheetRow } from '../../../shared/sheets/course-sheet';
import { sayPercent, sayThrough } from '../../../shared/sheets/sheet-words';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';

/** A line of the table: a deadline of a course, or a course that has none. */
export type SheetLine = { readonly key: string; readonly sheet: CourseSheet; readonly row: SheetRow | null };

type SheetTableProps = {
  readonly sheets: readonly CourseSheet[];
  /** Whether the courses are several, so that each line names its own. */
  readonly named: boolean;
  readonly onSet: (line: SheetLine) => void;
  readonly empty: ReactNode;
};

/** Deadlines in a table, a line each: F1 shows what the clause says, Enter or F2 sets a date by hand. */
export function SheetTable({ sheets, named, onSet, empty }: SheetTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const lines = sheets.flatMap((sheet): readonly SheetLine[] =>
    sheet.rows.length === 0
      ? [{ key: sheet.courseId, sheet, row: null }]
      : sheet.rows.map((row) => ({ key: `${sheet.courseId} ${row.deadline}`, sheet, row })),
  );
  const onRowKey = (line: SheetLine, event: KeyboardEvent<HTMLElement>): boolean => {
    if (event.key !== 'F1' && event.key !== 'F2') return false;
    event.stopPropagation();
    if (event.key === 'F1') setOpen(open === line.key ? null : line.key);
    else onSet(line);
    return true;
  };
  return (
    <ListTable
      label="Deadlines"
      columns={columnsFor(named, open)}
      rows={lines}
      keyOf={(line) => line.key}
      onOpen={onSet}
      onRowKey={onRowKey}
      rowClass={(line) => (line.row === null || line.row === line.sheet.rows[0] ? 'course-first' : undefined)}
      empty={empty}
    />
  );
}

function columnsFor(named: boolean, open: string | null): readonly Column<SheetLine>[] {
  const columns: Column<SheetLine>[] = [
    {
      id: 'deadline',
      heading: 'Deadline',
      cell: ({ key, sheet, row }) =>
        row === null ? (
          <Notes notes={sheet.notes} />
        ) : (
          <>
            {row.label}
            {named && row === sheet.rows[0] && <Notes notes={sheet.notes} />}
            {open === key && (
              <blockquote className="why-box">
                {row.quote === '' ? 'The policy’s data gives no words for this clause.' : `“${row.quote}”`}{' '}
                <cite>{row.clause}</cite>
              </blockquote>
            )}
          </>
        ),
    },
    {
      id: 'through',
      heading: 'Last moment',
      cell: ({ row }) =>
        row !== null && (
          <>
            {row.through === null ? <Chip tone="wait">No date</Chip> : <strong>{sayThrough(row.through)}</strong>}
            {row.set !== null && <Chip tone="part">Set by the office</Chip>}
            <Notes notes={row.notes} />
          </>
        ),
    },
    { id: 'percent', heading: 'Percent', numeric: true, cell: ({ row }) => row !== null && sayPercent(row.percent) },
    { id: 'clause', heading: 'Clause', cell: ({ row }) => row?.clause },
  ];
  const course: Column<SheetLine> = {
    id: 'course',
    heading: 'Course',
    cell: ({ sheet, row }) => {
      const first = row === null || row === sheet.rows[0];
      return (
        <>
          {first ? <strong>{sheet.code}</strong> : <span className="quiet-text">{sheet.code}</span>}
          {first && <span className="quiet-text"> {sheet.title}</span>}
        </>
      );
    },
  };
  return named ? [course, ...columns] : columns;
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <span key={note} className="sheet-note">
      {note}
    </span>
  ));
}
