import type { Output } from '../shared/contract';
import type { PrintJob } from '../shared/contract/letters';
import type { GroupView } from '../shared/contract/groups';
import type { PetitionRow } from '../shared/contract/petitions';
import type { CaseRow, LetterRow } from '../shared/contract/rows';
import type { RefundRow, TransmittalView } from '../shared/contract/transmittals';
import { confidentialName } from '../shared/register/disclosure';
import type { Enrolment } from '../shared/register/enrolment';
import { emptyAddress } from '../shared/register/fields';
import type { Student } from '../shared/register/student';
import type { Hidden } from './hiding';

/** How records look to somebody who may not see whose they are. */

/** A case as a list shows it: number, course and state, without whose it is. */
export const caseRow = (row: CaseRow, hidden: Hidden): CaseRow =>
  hidden.student(row.studentId)
    ? { ...row, studentId: null, studentName: confidentialName, studentNumber: '', hidden: true }
    : row;
/** Several of them. */
export const caseRows = (rows: readonly CaseRow[], hidden: Hidden): CaseRow[] =>
  rows.map((row) => caseRow(row, hidden));

/** A letter as a list shows it, without to whom and where it goes. */
export const letterRow = (row: LetterRow, hidden: Hidden): LetterRow =>
  hidden.letter(row.id)
    ? { ...row, studentId: null, studentName: confidentialName, postal: '', cameBackNote: '' }
    : row;

/** Letters handed to the printer, without to whom and where the hidden ones go. */
export const printJob = (job: PrintJob | null, hidden: Hidden): PrintJob | null =>
  job === null ? null : { ...job, rows: job.rows.map((row) => letterRow(row, hidden)) };

/** A refund on its way, without whose it is. */
export const refundRow = (row: RefundRow, hidden: Hidden): RefundRow =>
  hidden.student(row.studentId) ? { ...row, studentId: null, studentName: confidentialName, hidden: true } : row;

/** A batch for the Business Office, without whose the hidden refunds in it are. */
export const transmittalView = (view: TransmittalView, hidden: Hidden): TransmittalView => ({
  ...view,
  lines: view.lines.map((line) =>
    hidden.case(line.caseId) ? { ...line, studentName: confidentialName, hidden: true } : line,
  ),
});

/** A petition as a list shows it, without whose it is. */
export const petitionRow = (row: PetitionRow, hidden: Hidden): PetitionRow =>
  hidden.student(row.studentId) ? { ...row, studentId: null, studentName: confidentialName, studentNumber: '' } : row;

/** A student of whom only that there is one is told; the identifier stays, so that opening it says why nothing is shown. */
export const student = (record: Student, hidden: Hidden): Student =>
  hidden.student(record.id)
    ? {
        id: record.id,
        number: '–',
        lastName: confidentialName,
        firstName: '',
        email: '',
        phone: '',
        address: emptyAddress,
        language: 'en',
        federalAid: false,
        note: '',
      }
    : record;

/** A place on a roster, without what was paid for it by whom. */
export const enrolment = (place: Enrolment, hidden: Hidden): Enrolment =>
  hidden.student(place.studentId) ? { ...place, enrolledOn: null, waivers: [], payments: [], track: null } : place;

/** A group with its participants, those hidden by their places alone. */
export const groupView = (view: GroupView, hidden: Hidden): GroupView => ({
  ...view,
  participants: view.participants.map((p) =>
    hidden.student(p.student.id)
      ? {
          student: student(p.student, hidden),
          enrolment: p.enrolment === null ? null : enrolment(p.enrolment, hidden),
          residence: { kind: 'unknown' },
        }
      : p,
  ),
});

/** A line of a class that is being cancelled. */
export const cancelRow = (row: Output<'course.cancelPreview'>[number], hidden: Hidden) => ({
  ...row,
  student: student(row.student, hidden),
});

type Label = { readonly actionId: string; readonly label: string } | null;
/** What could be undone or redone next, without whom it was about. */
export const undoable = (last: Label, hidden: Hidden): Label =>
  last !== null && hidden.action(last.actionId) ? { ...last, label: 'the change of a confidential record' } : last;

/** The names of the records that contents name by their identifiers. */
export const names = (known: Readonly<Record<string, string>>, hidden: Hidden): Record<string, string> =>
  Object.fromEntries(
    Object.entries(known).map(([id, name]) => [id, hidden.student(id) || hidden.case(id) ? confidentialName : name]),
  );
