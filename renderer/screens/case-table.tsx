import type { CaseRow } from '../../shared/contract/rows';
import { ApprovalChip } from '../components/approval-chip';
import { OutcomeChip } from '../components/chip';
import type { Column } from '../components/list-table';
import { money, shortDay } from './wording';

/** The columns in which cases are listed, by name, so that every list shows them alike. */
export const caseColumns = {
  number: {
    id: 'number',
    heading: 'Case',
    sortable: true,
    cell: (row) => <span className="no-wrap">{row.number}</span>,
  },
  student: {
    id: 'student',
    heading: 'Student',
    sortable: true,
    cell: (row) =>
      row.studentName === '' ? <span className="quiet-text">No student yet</span> : <strong>{row.studentName}</strong>,
  },
  course: {
    id: 'course',
    heading: 'Course',
    sortable: true,
    cell: (row) => <span title={row.courseTitle}>{row.courseCode}</span>,
  },
  received: { id: 'received', heading: 'Received', sortable: true, cell: (row) => shortDay(row.received) },
  effective: { id: 'effective', heading: 'Effective', sortable: true, cell: (row) => shortDay(row.effective) },
  outcome: {
    id: 'outcome',
    heading: 'Outcome',
    sortable: true,
    cell: (row) => (
      <span className="row-of">
        <OutcomeChip state={row.state} outcome={row.outcome} percent={row.percent} label={row.label} />
        <ApprovalChip {...row} />
      </span>
    ),
  },
  refund: {
    id: 'refund',
    heading: 'Refund',
    sortable: true,
    numeric: true,
    cell: (row) => (row.state === 'decided' ? money(row.refund) : '—'),
  },
  letter: { id: 'letter', heading: 'Letter', cell: (row) => letterWords(row.letter) },
} as const satisfies Readonly<Record<string, Column<CaseRow>>>;

function letterWords(state: CaseRow['letter']): string {
  switch (state) {
    case null:
      return '';
    case 'needs-address':
      return 'Needs address';
    case 'ready':
      return 'Ready';
    case 'printed':
      return 'Printed';
    case 'came-back':
      return 'Came back';
    case 'mailed':
      return 'Mailed';
    case 'voided':
      return 'Voided';
  }
}
