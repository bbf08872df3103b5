import type { PetitionRow } from '../../../shared/contract/petitions';
import type { Column } from '../../components/list-table';
import { daysBetween } from '../../forms/office-days';
import { petitionWords } from '../../forms/words';
import { count, money, shortDay } from '../wording';
import { StateChip } from './states';

/** When it is due, with what lies beyond said in words: `10/14/2026 · 3 days overdue`. */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `${shortDay(dueOn)} · ${count(-days, 'day')} overdue`;
  if (days === 0) return `${shortDay(dueOn)} · today`;
  return days <= 7 ? `${shortDay(dueOn)} · in ${count(days, 'day')}` : shortDay(dueOn);
}

/** The columns in which petitions and appeals are listed; of appeals all are of one kind. */
export function petitionColumns(today: string, appeals: boolean): readonly Column<PetitionRow>[] {
  const columns: readonly Column<PetitionRow>[] = [
    {
      id: 'number',
      heading: appeals ? 'Appeal' : 'Petition',
      sortable: true,
      cell: (row) => <span className="no-wrap">{row.number}</span>,
    },
    { id: 'student', heading: 'Student', sortable: true, cell: (row) => <strong>{row.studentName}</strong> },
    { id: 'course', heading: 'Course', cell: (row) => <span title={row.courseTitle}>{row.courseCode}</span> },
    { id: 'kind', heading: 'Asks for', cell: (row) => petitionWords[row.kind] },
    { id: 'received', heading: 'Received', sortable: true, cell: (row) => shortDay(row.receivedOn) },
    {
      id: 'due',
      heading: 'Due',
      sortable: true,
      cell: (row) =>
        row.dueOn === null ? (
          ''
        ) : (
          <span className={row.dueOn < today ? 'no-wrap problem-line' : 'no-wrap'}>{dueWords(row.dueOn, today)}</span>
        ),
    },
    { id: 'state', heading: 'State', sortable: true, cell: (row) => <StateChip state={row.state} /> },
    {
      id: 'amount',
      heading: 'Amount',
      numeric: true,
      cell: (row) => (row.amount === null ? '—' : money(row.amount)),
    },
  ];
  return appeals ? columns.filter((c) => c.id !== 'kind') : columns;
}
