import type { CallName } from '../contract';
import type { Status } from '../contract/register';
import type { EntryKind } from './entry';
import { roles, type Role } from './role';

/** What a person can be allowed to do, as it stands after "You may not". */
export const actions = {
  anyone: 'do that',
  look: 'look at the office',
  read: 'look at students, cases and letters',
  enter: 'enter or correct forms and petitions',
  keep: 'change students, courses and rosters',
  cancel: 'cancel a class',
  letter: 'make, print or mail letters',
  word: 'change the words of letters',
  pay: 'hand refunds to the Business Office or enter their payment',
  reopen: 'reopen a batch for the Business Office',
  decide: 'decide petitions and appeals',
  approve: 'approve or return a determination',
  settle: 'change the office and its calendar',
  rule: 'change a policy',
  audit: 'look through the whole history',
  disclose: 'record a disclosure',
  release: 'hide a student’s record or give out their whole file',
  retain: 'remove records that the office need not keep',
  check: 'check or back up the register',
  copy: 'save a copy of the register',
  begin: 'make or open another register',
  restore: 'restore a backup',
  people: 'change who works here',
  govern: 'change the office’s rules on approvals, locking and keeping',
} as const;
export type Action = keyof typeof actions;

/** Which permission each call asks for. */
export const asked: Readonly<Record<CallName, Action>> = {
  'app.status': 'anyone',
  'app.quit': 'anyone',
  'app.clock': 'anyone',
  'calendar.holidays': 'anyone',
  'register.openSample': 'anyone',
  'register.closeSample': 'anyone',
  'register.retry': 'anyone',
  'person.first': 'anyone',
  'person.signIn': 'anyone',
  'person.recover': 'anyone',
  'register.place': 'begin',
  'register.choosePlace': 'begin',
  'register.create': 'begin',
  'register.openOther': 'begin',
  'register.saveCopy': 'copy',
  'register.backUp': 'check',
  'register.backups': 'check',
  'register.verify': 'check',
  'register.restore': 'restore',
  'person.signOut': 'look',
  'person.lock': 'look',
  'person.changeOwn': 'look',
  'person.names': 'look',
  'person.list': 'people',
  'person.add': 'people',
  'person.change': 'people',
  'person.setPassphrase': 'people',
  'person.newRecovery': 'people',
  'person.printRecovery': 'people',
  'rules.get': 'look',
  'rules.save': 'govern',
  'office.get': 'look',
  'office.save': 'settle',
  'term.save': 'settle',
  'today.counts': 'look',
  'student.find': 'read',
  'student.get': 'read',
  'student.save': 'keep',
  'student.similar': 'read',
  'course.find': 'read',
  'course.list': 'read',
  'course.get': 'read',
  'course.save': 'keep',
  'course.cancelPreview': 'cancel',
  'course.cancel': 'cancel',
  'deadline.list': 'read',
  'deadline.set': 'keep',
  'deadline.save': 'read',
  'deadline.stop': 'read',
  'enrolment.get': 'read',
  'enrolment.save': 'keep',
  'group.list': 'read',
  'group.overdue': 'read',
  'group.save': 'keep',
  'invoice.issue': 'keep',
  'invoice.pay': 'keep',
  'case.save': 'enter',
  'case.similar': 'read',
  'case.get': 'read',
  'case.redetermine': 'enter',
  'case.list': 'read',
  'batch.open': 'enter',
  'batch.get': 'read',
  'batch.recent': 'read',
  'action.last': 'enter',
  'action.undo': 'enter',
  'action.redo': 'enter',
  'draft.save': 'enter',
  'draft.get': 'enter',
  'draft.discard': 'enter',
  'search.all': 'read',
  'petition.list': 'read',
  'petition.get': 'read',
  'petition.open': 'enter',
  'petition.correct': 'enter',
  'petition.approve': 'enter',
  'petition.return': 'enter',
  'petition.answer': 'enter',
  'petition.withdraw': 'enter',
  'petition.vote': 'decide',
  'petition.preview': 'decide',
  'petition.decide': 'decide',
  'notice.withdraw': 'enter',
  'notice.swap': 'enter',
  'attachment.add': 'enter',
  'attachment.list': 'read',
  'attachment.get': 'read',
  'attachment.save': 'read',
  'attachment.remove': 'enter',
  'approval.list': 'approve',
  'approval.get': 'approve',
  'approval.give': 'approve',
  'approval.return': 'approve',
  'approval.defer': 'approve',
  'history.list': 'audit',
  'history.entry': 'audit',
  'history.case': 'read',
  'history.proof': 'check',
  'disclosure.list': 'read',
  'disclosure.record': 'disclose',
  'privacy.flag': 'release',
  'privacy.file': 'release',
  'retention.preview': 'retain',
  'retention.remove': 'retain',
  'retention.past': 'retain',
  'retention.print': 'retain',
  'letter.list': 'read',
  'letter.get': 'read',
  'letter.preview': 'letter',
  'letter.make': 'letter',
  'letter.open': 'read',
  'letter.print': 'letter',
  'letter.markPrinted': 'letter',
  'letter.printing': 'letter',
  'letter.answerPrinting': 'letter',
  'letter.markMailed': 'letter',
  'letter.savePdf': 'letter',
  'paper.preview': 'letter',
  'paper.print': 'letter',
  'paper.savePdf': 'letter',
  'letter.makeAll': 'letter',
  'letter.stop': 'letter',
  'letter.saveSeparate': 'letter',
  'letter.cameBack': 'letter',
  'letter.sendAgain': 'letter',
  'printer.list': 'look',
  'printer.choose': 'look',
  'printer.nudge': 'look',
  'template.list': 'read',
  'template.get': 'read',
  'template.preview': 'word',
  'template.save': 'word',
  'template.drop': 'word',
  'refund.list': 'read',
  'refund.get': 'read',
  'transmittal.list': 'read',
  'transmittal.get': 'read',
  'transmittal.close': 'pay',
  'transmittal.reopen': 'reopen',
  'transmittal.saveCsv': 'pay',
  'transmittal.reconcile': 'pay',
  'exchange.get': 'look',
  'exchange.save': 'settle',
  'payment.read': 'pay',
  'payment.preview': 'pay',
  'payment.import': 'pay',
  'payment.enter': 'pay',
  'payment.fail': 'pay',
  'report.run': 'read',
  'report.save': 'read',
  'determination.check': 'read',
  'determination.save': 'read',
  'policy.list': 'look',
  'policy.get': 'look',
  'policy.own': 'look',
  'policy.export': 'look',
  'policy.draft.get': 'rule',
  'policy.draft.save': 'rule',
  'policy.draft.discard': 'rule',
  'policy.draft.publish': 'rule',
  'policy.impact': 'rule',
  'policy.impact.cancel': 'rule',
  'policy.import': 'rule',
  'policy.readings': 'rule',
};

const clerk: readonly Action[] = ['look', 'read', 'enter', 'keep', 'cancel', 'letter', 'pay', 'disclose', 'check'];

/** What each role may do. Nobody who looks after people and the register sees a student; nobody who reads everything changes anything. */
export const allowed: Readonly<Record<Role, readonly Action[]>> = {
  clerk,
  supervisor: [...clerk, 'decide', 'approve', 'settle', 'rule', 'word', 'reopen', 'audit', 'release', 'retain', 'copy'],
  auditor: ['look', 'read', 'audit', 'check'],
  administrator: ['look', 'settle', 'check', 'copy', 'begin', 'restore', 'people', 'govern'],
};

/** What is open at the desk when a call comes: no register, one that could not be opened, the sample office, the office's own, or that while nobody was added to it yet. */
export type Opened = 'none' | 'failed' | 'sample' | 'fresh' | 'own';

/** What is open, as the register's status tells it. One that nobody can ever sign in to counts as one that could not be opened. */
export function openedOf({ register, sample, turn }: Pick<Status, 'register' | 'sample' | 'turn'>): Opened {
  if (register !== 'open') return register;
  if (turn === 'nobody') return 'failed';
  if (sample) return 'sample';
  return turn === 'first' ? 'fresh' : 'own';
}

/** Actions that need nobody while there is no register in which people could be found: its handlers say what is missing. */
const whileFailed: ReadonlySet<Action> = new Set(['restore', 'copy', 'check']);

/** Whether a person in a role (null: nobody is signed in) may make a call. */
export function may(role: Role | null, call: CallName, opened: Opened): boolean {
  const action = asked[call];
  if (action === 'anyone') return true;
  if (action === 'begin' && opened !== 'own') return true;
  if (opened === 'failed' && whileFailed.has(action)) return true;
  return role !== null && allowed[role].includes(action);
}

const undoing: Partial<Record<EntryKind, Action>> = {
  'office.saved': 'settle',
  'term.saved': 'settle',
  'office.readings': 'rule',
  'policy.drafted': 'rule',
  'policy.discarded': 'rule',
  'policy.published': 'rule',
  'course.cancelled': 'cancel',
  'template.saved': 'word',
  'template.dropped': 'word',
  'office.exchange': 'settle',
  'case.paid': 'pay',
  'case.unpaid': 'pay',
  'petition.voted': 'decide',
  'petition.decided': 'decide',
};

const lateBy: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'petition.received',
  'petition.corrected',
  'case.received',
  'case.completed',
  'case.corrected',
]);

/** Which permission undoing or redoing an action asks for, by the kinds of its entries: what a person may not do, they may not undo either. */
export function askedToTurn(kinds: readonly EntryKind[]): Action {
  // A petition that came too late is refused by the rule itself, in the action that keyed it or its form.
  const keyed = kinds.some((kind) => lateBy.has(kind));
  const decided = kinds.filter((kind) => kind !== 'petition.decided' || !keyed);
  return decided.map((kind) => undoing[kind]).find((action) => action !== undefined) ?? 'enter';
}

/** Who may do a thing, for the sentence that says whom to ask. */
export function rolesThatMay(action: Action): readonly Role[] {
  return roles.filter((role) => allowed[role].includes(action));
}
