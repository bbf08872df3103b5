import type { EntryKind, Subject } from './entry';

/** What an entry of each kind says that happened: as a list shows it, and as it stands after the record it is about (`the form RD-2026-0012, keyed by kim`). */
type Words = { readonly what: string; readonly done: string };

/** The words for everything that can happen in a register. */
export const kindWords: Readonly<Record<EntryKind, Words>> = {
  'office.saved': { what: 'Office saved', done: 'saved' },
  'office.readings': { what: 'Readings chosen', done: 'with readings chosen' },
  'office.rules': { what: 'Office’s rules changed', done: 'with rules changed' },
  'term.saved': { what: 'Term saved', done: 'saved' },
  'student.saved': { what: 'Student saved', done: 'saved' },
  'student.flagged': { what: 'Confidentiality changed', done: 'hidden or shown' },
  'disclosure.made': { what: 'Disclosure recorded', done: 'disclosed' },
  'course.saved': { what: 'Course saved', done: 'saved' },
  'course.cancelled': { what: 'Class cancelled', done: 'cancelled' },
  'deadline.set': { what: 'Deadline set by hand', done: 'with a deadline set' },
  'enrolment.saved': { what: 'Enrollment saved', done: 'saved' },
  'group.saved': { what: 'Group saved', done: 'saved' },
  'invoice.issued': { what: 'Invoice issued', done: 'invoiced' },
  'invoice.paid': { what: 'Invoice paid', done: 'marked as paid' },
  'batch.opened': { what: 'Batch opened', done: 'opened' },
  'case.received': { what: 'Form keyed', done: 'keyed' },
  'case.held': { what: 'Form held as incomplete', done: 'held' },
  'case.completed': { what: 'Form completed', done: 'completed' },
  'case.corrected': { what: 'Form corrected', done: 'corrected' },
  'case.determined': { what: 'Refund determined', done: 'decided' },
  'case.attached': { what: 'Paper attached', done: 'given a paper' },
  'case.detached': { what: 'Paper taken out', done: 'with a paper taken out' },
  'case.approved': { what: 'Determination approved', done: 'approved' },
  'case.returned': { what: 'Determination returned', done: 'returned' },
  'case.deferred': { what: 'Determination put off', done: 'put off' },
  'case.withdrawn': { what: 'Taken back by the student', done: 'recorded as taken back' },
  'case.swapped': { what: 'Changed to another section', done: 'changed to another section' },
  'petition.received': { what: 'Petition opened', done: 'opened' },
  'petition.corrected': { what: 'Petition corrected', done: 'corrected' },
  'petition.approval': { what: 'Approval on a petition recorded', done: 'with an approval recorded' },
  'petition.returned': { what: 'Petition returned for information', done: 'returned' },
  'petition.answered': { what: 'Answer to a returned petition', done: 'answered' },
  'petition.voted': { what: 'Vote recorded', done: 'with a vote recorded' },
  'petition.decided': { what: 'Petition decided', done: 'decided' },
  'petition.withdrawn': { what: 'Petition withdrawn', done: 'recorded as withdrawn' },
  'letter.made': { what: 'Letter made', done: 'made' },
  'letter.addressed': { what: 'Letter given its address', done: 'addressed' },
  'letter.printed': { what: 'Letter printed', done: 'printed' },
  'letter.reprinted': { what: 'Letter printed again', done: 'printed again' },
  'letter.mailed': { what: 'Letter mailed', done: 'mailed' },
  'letter.voided': { what: 'Letter voided', done: 'voided' },
  'policy.drafted': { what: 'Draft of a policy saved', done: 'drafted' },
  'policy.discarded': { what: 'Draft of a policy discarded', done: 'discarded' },
  'policy.published': { what: 'Policy published', done: 'published' },
  'person.added': { what: 'Person added', done: 'added' },
  'person.changed': { what: 'Person changed', done: 'changed' },
  'person.passphraseSet': { what: 'Passphrase set', done: 'given a passphrase' },
  'person.signedIn': { what: 'Signed in', done: 'signed in' },
  'person.signedOut': { what: 'Signed out', done: 'signed out' },
  'person.signInFailed': { what: 'Sign-in refused', done: 'refused at sign-in' },
  'person.refused': { what: 'Call refused for want of a permission', done: 'refused a call' },
  'person.recovered': { what: 'Let in by the recovery code', done: 'let in by the recovery code' },
  'person.recoveryMade': { what: 'New recovery code made', done: 'given a recovery code' },
  'records.removed': { what: 'Old records removed', done: 'with old records removed' },
  'register.restored': { what: 'Backup restored', done: 'restored from a backup' },
  'action.undone': { what: 'Undone', done: 'undone' },
  'action.redone': { what: 'Done again', done: 'done again' },
};

/** What an entry is about, as it stands before the record's own name. */
export const subjectWords: Readonly<Record<Subject, string>> = {
  office: 'the office',
  term: 'the term',
  student: 'the student',
  course: 'the course',
  enrolment: 'the place of',
  group: 'the group',
  batch: 'the batch',
  case: 'the form',
  letter: 'the letter',
  policy: 'the policy',
  petition: 'the petition',
  person: 'the person',
};

/** The words of a kind as it lies in its row; what somebody put there who is not Refund Desk has none. */
export function wordsOfKind(kind: string): Words {
  return Object.hasOwn(kindWords, kind) ? kindWords[kind as EntryKind] : { what: kind, done: 'saved' };
}
