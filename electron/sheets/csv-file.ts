import type { CourseSheet, SheetRow } from '../../shared/sheets/course-sheet';
import { sayThrough } from '../../shared/sheets/sheet-words';
import { csvText } from './csv-text';

type Of = (sheet: CourseSheet, row: SheetRow, mark: string) => string;

const columns: readonly { readonly heading: string; readonly of: Of }[] = [
  { heading: 'Course', of: (s) => s.code },
  { heading: 'Title', of: (s) => s.title },
  { heading: 'Term', of: (s) => s.term },
  { heading: 'Category', of: (s) => s.category },
  { heading: 'First day', of: (s) => s.first ?? '' },
  { heading: 'Last day', of: (s) => s.last ?? '' },
  { heading: 'Deadline', of: (_, r) => r.label },
  { heading: 'Last moment', of: (_, r) => (r.through === null ? '' : sayThrough(r.through)) },
  { heading: 'Date', of: (_, r) => r.through?.slice(0, 10) ?? '' },
  { heading: 'Before', of: (_, r) => r.through?.slice(11) ?? '' },
  { heading: 'Percent', of: (_, r) => (r.percent === null ? '' : String(r.percent)) },
  { heading: 'Clause', of: (_, r) => r.clause },
  { heading: 'Clause says', of: (_, r) => r.quote },
  { heading: 'Set by', of: (_, r) => r.set?.person ?? '' },
  { heading: 'Computed', of: (_, r) => r.computed?.replace('T', ' ') ?? '' },
  { heading: 'Note', of: (_, r) => r.notes.join(' ') },
  { heading: 'Policy', of: (s) => s.policy },
  { heading: 'Register', of: (_s, _r, mark) => mark },
];

/** A row for a course that has no deadline to list: its note says why, so that no course is missing from the file. */
const nothing: Omit<SheetRow, 'notes'> = {
  deadline: '',
  label: '',
  through: null,
  computed: null,
  set: null,
  percent: null,
  clause: '',
  quote: '',
};

/** The lines of a course in a deadline file, one a deadline, as values; each names where the register's chain ended. */
export function csvRows(sheet: CourseSheet, mark: string): readonly (readonly string[])[] {
  const rows = sheet.rows.map((r) => ({ ...r, notes: [...r.notes, ...sheet.notes] }));
  return (rows.length > 0 ? rows : [{ ...nothing, notes: sheet.notes }]).map((r) =>
    columns.map((c) => c.of(sheet, r, mark)),
  );
}

/** The deadlines of some courses as comma-separated values: a heading line, then one line a deadline. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  return csvText([columns.map((c) => c.heading), ...rows]);
}
