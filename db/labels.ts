import type { Content } from '../shared/register/contents';
import type { Entry } from '../shared/register/entry';
import { wordsOfKind } from '../shared/register/kind-words';
import { listName } from '../shared/register/student';
import { entriesOf, entriesOfAction } from './entries';
import { courseName, draftName, labelOfSubject, studentName } from './subject-labels';
import type { Sql } from './statements';

/** What an action did, as it stands after "Undo": `saving RD-2026-0416 (Okafor, Ada)`. */
export function labelOfAction(sql: Sql, actionId: string): string {
  const entries = entriesOfAction(sql, actionId);
  const cancelled = entries.find((e) => e.kind === 'course.cancelled');
  const petition = entries.find((e) => e.subject === 'petition');
  const removed = entries.find((e) => e.kind === 'records.removed');
  if (removed !== undefined) return labelOfEntry(sql, removed);
  const cases = new Set(entries.filter((e) => e.subject === 'case').map((e) => e.subjectId));
  if (cancelled !== undefined)
    return `cancelling ${courseName(sql, cancelled.subjectId)} (${cases.size} ${cases.size === 1 ? 'case' : 'cases'})`;
  // A petition enclosed with a form is saved with it; one decided brings a determination along.
  if (petition !== undefined && !entries.some((e) => e.kind === 'case.received')) return labelOfEntry(sql, petition);
  const ofCase = entries.find((e) => e.subject === 'case');
  if (ofCase !== undefined) return `${caseVerb(entries)} ${caseName(sql, ofCase.subjectId)}`;
  const letters = new Set(entries.filter((e) => e.subject === 'letter').map((e) => e.subjectId));
  // A group brings its participants' places on the roster with it.
  const first = entries.find((e) => e.subject === 'group') ?? entries[0];
  if (first === undefined) return '';
  if (letters.size > 1) return `${letterVerb(first)} ${letters.size} letters`;
  return labelOfEntry(sql, first);
}

/** What one entry did, in the same words; of one whose content retention took away only what it was about. */
export function labelOfEntry(sql: Sql, entry: Entry): string {
  if (entry.content === null) return `${wordsOfKind(entry.kind).what}: ${labelOfSubject(sql, entry)}`;
  switch (entry.kind) {
    case 'office.saved':
      return 'saving the office';
    case 'office.readings':
      return 'choosing how the policy is read';
    case 'register.restored':
      return 'restoring a backup';
    case 'term.saved':
      return `saving the term ${(entry.content as Content['term.saved']).name}`;
    case 'student.saved':
      return `saving the student ${listName(entry.content as Content['student.saved'])}`;
    case 'course.saved':
      return `saving the course ${(entry.content as Content['course.saved']).code}`;
    case 'course.cancelled':
      return `cancelling ${courseName(sql, entry.subjectId)}`;
    case 'deadline.set':
      return `setting a deadline of ${courseName(sql, entry.subjectId)}`;
    case 'enrolment.saved': {
      const { studentId, courseId } = entry.content as Content['enrolment.saved'];
      return `saving ${studentName(sql, studentId)} on the roster of ${courseName(sql, courseId)}`;
    }
    case 'group.saved':
      return `saving the group ${(entry.content as Content['group.saved']).name}`;
    case 'invoice.issued':
      return `issuing invoice ${(entry.content as Content['invoice.issued']).number}`;
    case 'invoice.paid':
      return `marking invoice ${invoiceNumber(sql, entry)} as paid`;
    case 'batch.opened':
      return `opening the batch ${(entry.content as Content['batch.opened']).label}`;
    case 'case.received':
    case 'case.held':
    case 'case.completed':
    case 'case.corrected':
    case 'case.determined':
    case 'case.attached':
    case 'case.detached':
    case 'case.approved':
    case 'case.returned':
    case 'case.deferred':
    case 'case.withdrawn':
    case 'case.swapped':
    case 'case.handedOver':
    case 'case.handedBack':
    case 'case.paid':
    case 'case.unpaid':
      return `${caseVerb([entry])} ${caseName(sql, entry.subjectId)}`;
    case 'letter.made':
    case 'letter.addressed':
    case 'letter.printed':
    case 'letter.reprinted':
    case 'letter.mailed':
    case 'letter.voided':
    case 'letter.cameBack':
      return `${letterVerb(entry)} letter ${sql.one<{ number: string }>('SELECT number FROM letter WHERE id = ?', entry.subjectId)?.number ?? ''}`;
    case 'template.saved':
    case 'template.dropped':
      return `changing the words of ${labelOfSubject(sql, entry)}`;
    case 'office.exchange':
      return 'changing the columns for the Business Office';
    case 'transmittal.closed':
    case 'transmittal.reopened':
    case 'transmittal.listed':
    case 'transmittal.reconciled':
      return `${transmittalVerbs[entry.kind]} batch ${labelOfSubject(sql, entry)}`;
    case 'policy.drafted':
      return `saving the draft of ${draftName(sql, entry.subjectId)}`;
    case 'policy.discarded':
      return `discarding the draft of ${(entry.content as Content['policy.discarded']).name || draftName(sql, entry.subjectId)}`;
    case 'policy.published': {
      const { name, version } = entry.content as Content['policy.published'];
      return `publishing ${name}, version ${version}`;
    }
    case 'office.rules':
      return 'changing the office’s rules';
    case 'records.removed':
      return 'removing old records';
    case 'student.flagged':
      return `${(entry.content as Content['student.flagged']).confidential ? 'hiding' : 'showing'} the record of ${studentName(sql, entry.subjectId)}`;
    case 'disclosure.made':
      return `recording a disclosure about ${studentName(sql, entry.subjectId)}`;
    case 'petition.received':
    case 'petition.corrected':
    case 'petition.approval':
    case 'petition.returned':
    case 'petition.answered':
    case 'petition.voted':
    case 'petition.decided':
    case 'petition.withdrawn':
      return `${petitionVerbs[entry.kind]} ${sql.one<{ number: string }>('SELECT number FROM petition WHERE id = ?', entry.subjectId)?.number ?? ''}`;
    case 'person.added':
    case 'person.changed':
    case 'person.passphraseSet':
    case 'person.signedIn':
    case 'person.signedOut':
    case 'person.signInFailed':
    case 'person.refused':
    case 'person.recovered':
    case 'person.recoveryMade':
      return `${personVerbs[entry.kind]} ${sql.one<{ name: string }>('SELECT name FROM person WHERE id = ?', entry.subjectId)?.name ?? ''}`;
    case 'action.undone':
      return `undoing ${labelOfAction(sql, (entry.content as Content['action.undone']).actionId)}`;
    case 'action.redone':
      return `redoing ${labelOfAction(sql, (entry.content as Content['action.redone']).actionId)}`;
  }
}

const petitionVerbs = {
  'petition.received': 'opening',
  'petition.corrected': 'correcting',
  'petition.approval': 'recording an approval of',
  'petition.returned': 'returning',
  'petition.answered': 'recording the answer to',
  'petition.voted': 'recording a vote on',
  'petition.decided': 'deciding',
  'petition.withdrawn': 'recording the withdrawal of',
} as const;

const transmittalVerbs = {
  'transmittal.closed': 'closing',
  'transmittal.reopened': 'reopening',
  'transmittal.listed': 'reading the Business Office’s list for',
  'transmittal.reconciled': 'reconciling',
} as const;

const personVerbs = {
  'person.added': 'adding',
  'person.changed': 'changing',
  'person.passphraseSet': 'setting the passphrase of',
  'person.signedIn': 'signing in',
  'person.signedOut': 'signing out',
  'person.signInFailed': 'refusing to sign in',
  'person.refused': 'refusing a call of',
  'person.recovered': 'letting in by the recovery code',
  'person.recoveryMade': 'making a recovery code for',
} as const;

function caseVerb(entries: readonly Entry[]): string {
  const kinds = new Set(entries.map((e) => e.kind));
  if (kinds.has('case.handedOver')) return 'handing over';
  if (kinds.has('case.handedBack')) return 'taking back';
  if (kinds.has('case.paid')) return 'entering the payment of';
  if (kinds.has('case.unpaid')) return 'recording the failed payment of';
  if (kinds.has('case.withdrawn')) return 'recording the withdrawal of';
  if (kinds.has('case.swapped')) return 'recording the change of section of';
  if (kinds.has('case.approved')) return 'approving';
  if (kinds.has('case.returned')) return 'returning';
  if (kinds.has('case.deferred')) return 'putting off';
  if (kinds.has('case.attached')) return 'attaching a paper to';
  if (kinds.has('case.detached')) return 'taking a paper out of';
  if (kinds.has('case.corrected')) return 'correcting';
  if (kinds.has('case.completed')) return 'completing';
  if (kinds.has('case.held')) return 'holding';
  return kinds.has('case.received') ? 'saving' : 'deciding again';
}

function letterVerb(entry: Entry): string {
  switch (entry.kind) {
    case 'letter.printed':
      return 'printing';
    case 'letter.reprinted':
      return 'reprinting';
    case 'letter.mailed':
      return 'mailing';
    case 'letter.addressed':
      return 'addressing';
    case 'letter.voided':
      return 'voiding';
    case 'letter.cameBack':
      return 'recording the return of';
    default:
      return 'making';
  }
}

function caseName(sql: Sql, id: string): string {
  const found = sql.one<{ number: string; student_name: string }>(
    'SELECT number, student_name FROM "case" WHERE id = ?',
    id,
  );
  if (found === null) return '';
  return found.student_name === '' ? found.number : `${found.number} (${found.student_name})`;
}

function invoiceNumber(sql: Sql, { subjectId, content }: Entry): string {
  const { invoiceId } = content as Content['invoice.paid'];
  const issued = entriesOf(sql, 'group', subjectId).find(
    (e) => e.kind === 'invoice.issued' && (e.content as Content['invoice.issued']).id === invoiceId,
  );
  return issued === undefined ? '' : (issued.content as Content['invoice.issued']).number;
}
