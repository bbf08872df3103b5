import type { EntryKind, Subject } from './entry';

/** What an entry of a kind is about; undoing and redoing name the subject that they touch. */
export function subjectOf(kind: Exclude<EntryKind, 'action.undone' | 'action.redone'>): Subject {
  switch (kind) {
    case 'office.saved':
    case 'office.readings':
    case 'office.rules':
    case 'records.removed':
    case 'register.restored':
      return 'office';
    case 'term.saved':
      return 'term';
    case 'student.saved':
    case 'student.flagged':
    case 'disclosure.made':
      return 'student';
    case 'course.saved':
    case 'course.cancelled':
    case 'deadline.set':
      return 'course';
    case 'enrolment.saved':
      return 'enrolment';
    case 'group.saved':
    case 'invoice.issued':
    case 'invoice.paid':
      return 'group';
    case 'batch.opened':
      return 'batch';
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
      return 'case';
    case 'petition.received':
    case 'petition.corrected':
    case 'petition.approval':
    case 'petition.returned':
    case 'petition.answered':
    case 'petition.voted':
    case 'petition.decided':
    case 'petition.withdrawn':
      return 'petition';
    case 'person.added':
    case 'person.changed':
    case 'person.passphraseSet':
    case 'person.signedIn':
    case 'person.signedOut':
    case 'person.signInFailed':
    case 'person.refused':
    case 'person.recovered':
    case 'person.recoveryMade':
      return 'person';
    case 'letter.made':
    case 'letter.addressed':
    case 'letter.printed':
    case 'letter.reprinted':
    case 'letter.mailed':
    case 'letter.voided':
      return 'letter';
    case 'policy.drafted':
    case 'policy.discarded':
    case 'policy.published':
      return 'policy';
  }
}
