import type { CallName } from '../contract';

/** What a person may be here. Until people sign in there is one role: whoever works at this PC. */
export const roles = ['clerk'] as const;
export type Role = (typeof roles)[number];

/** What a person can be allowed to do, as it stands after "You may not". */
export const actions = {
  read: 'look into the register',
  enter: 'enter or correct forms',
  keep: 'change students, courses and rosters',
  cancel: 'cancel a class',
  letter: 'make, print or mail letters',
  settle: 'change the office and its calendar',
  rule: 'change a policy',
  care: 'make, open, copy, check or restore a register',
} as const;
export type Action = keyof typeof actions;

/** Which permission each call asks for. */
export const asked: Readonly<Record<CallName, Action>> = {
  'app.status': 'read',
  'app.quit': 'read',
  'app.clock': 'read',
  'register.place': 'care',
  'register.choosePlace': 'care',
  'register.create': 'care',
  'register.openSample': 'care',
  'register.closeSample': 'care',
  'register.openOther': 'care',
  'register.retry': 'care',
  'register.saveCopy': 'care',
  'register.backUp': 'care',
  'register.backups': 'care',
  'register.restore': 'care',
  'register.verify': 'care',
  'office.get': 'read',
  'office.save': 'settle',
  'term.save': 'settle',
  'calendar.holidays': 'read',
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
  'action.last': 'read',
  'action.undo': 'enter',
  'action.redo': 'enter',
  'draft.save': 'enter',
  'draft.get': 'enter',
  'draft.discard': 'enter',
  'search.all': 'read',
  'letter.preview': 'letter',
  'letter.make': 'letter',
  'letter.open': 'letter',
  'letter.get': 'letter',
  'letter.list': 'letter',
  'letter.print': 'letter',
  'letter.markPrinted': 'letter',
  'letter.markMailed': 'letter',
  'letter.savePdf': 'letter',
  'paper.preview': 'letter',
  'paper.print': 'letter',
  'paper.savePdf': 'letter',
  'policy.list': 'read',
  'policy.get': 'read',
  'policy.own': 'read',
  'policy.draft.get': 'rule',
  'policy.draft.save': 'rule',
  'policy.draft.discard': 'rule',
  'policy.draft.publish': 'rule',
  'policy.impact': 'rule',
  'policy.impact.cancel': 'rule',
  'policy.export': 'read',
  'policy.import': 'rule',
  'policy.readings': 'rule',
};

const allowed: Readonly<Record<Role, readonly Action[]>> = {
  clerk: ['read', 'enter', 'keep', 'cancel', 'letter', 'settle', 'rule', 'care'],
};

/** Whether a person in a role may make a call. */
export function may(role: Role, call: CallName): boolean {
  return allowed[role].includes(asked[call]);
}
