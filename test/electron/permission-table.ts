import type { CallName } from '../../shared/contract';

/** Who may make a call: c clerk, s supervisor, a auditor, d administrator, n nobody signed in. A hyphen is who may not. */
type Who = string;

/** A permission: what is said after "You may not", who has it at the office's own register and elsewhere, and the calls that ask for it. */
type Permission = {
  readonly said: string;
  readonly own: Who;
  readonly sample: Who;
  /** The office's own register, to which nobody was added yet. */
  readonly fresh: Who;
  /** No register is open yet. */
  readonly none: Who;
  /** The office's register could not be opened. */
  readonly failed: Who;
  readonly calls: readonly CallName[];
};

const everywhere = (who: Who) => ({ own: who, sample: who, fresh: who, none: who, failed: who });

/** The whole table, written out by hand: what the office was told, against which the code is held. */
export const permissionTable: readonly Permission[] = [
  {
    said: 'do that',
    ...everywhere('csadn'),
    calls: [
      'app.status',
      'app.quit',
      'app.clock',
      'calendar.holidays',
      'register.openSample',
      'register.closeSample',
      'register.retry',
      'person.first',
      'person.signIn',
      'person.recover',
    ],
  },
  {
    said: 'make or open another register',
    own: '---d-',
    sample: 'csadn',
    fresh: 'csadn',
    none: 'csadn',
    failed: 'csadn',
    calls: ['register.place', 'register.choosePlace', 'register.create', 'register.openOther'],
  },
  {
    said: 'save a copy of the register',
    own: '-s-d-',
    sample: '-s-d-',
    fresh: '-s-d-',
    none: '-s-d-',
    failed: 'csadn',
    calls: ['register.saveCopy'],
  },
  {
    said: 'check or back up the register',
    own: 'csad-',
    sample: 'csad-',
    fresh: 'csad-',
    none: 'csad-',
    failed: 'csadn',
    calls: ['register.backUp', 'register.backups', 'register.verify', 'history.proof'],
  },
  {
    said: 'restore a backup',
    own: '---d-',
    sample: '---d-',
    fresh: '---d-',
    none: '---d-',
    failed: 'csadn',
    calls: ['register.restore'],
  },
  {
    said: 'look at the office',
    ...everywhere('csad-'),
    calls: [
      'person.signOut',
      'person.lock',
      'person.changeOwn',
      'person.names',
      'rules.get',
      'office.get',
      'today.counts',
      'policy.list',
      'policy.get',
      'policy.own',
      'policy.export',
    ],
  },
  {
    said: 'change who works here',
    ...everywhere('---d-'),
    calls: [
      'person.list',
      'person.add',
      'person.change',
      'person.setPassphrase',
      'person.newRecovery',
      'person.printRecovery',
    ],
  },
  {
    said: 'change the office’s rules on approvals, locking and keeping',
    ...everywhere('---d-'),
    calls: ['rules.save'],
  },
  { said: 'change the office and its calendar', ...everywhere('-s-d-'), calls: ['office.save', 'term.save'] },
  {
    said: 'look at students, cases and letters',
    ...everywhere('csa--'),
    calls: [
      'student.find',
      'student.get',
      'student.similar',
      'course.find',
      'course.list',
      'course.get',
      'deadline.list',
      'deadline.save',
      'deadline.stop',
      'enrolment.get',
      'group.list',
      'group.overdue',
      'case.similar',
      'case.get',
      'case.list',
      'batch.get',
      'batch.recent',
      'search.all',
      'petition.list',
      'petition.get',
      'attachment.list',
      'attachment.get',
      'attachment.save',
      'history.case',
      'disclosure.list',
      'letter.list',
      'letter.get',
      'letter.open',
    ],
  },
  {
    said: 'change students, courses and rosters',
    ...everywhere('cs---'),
    calls: [
      'student.save',
      'course.save',
      'deadline.set',
      'enrolment.save',
      'group.save',
      'invoice.issue',
      'invoice.pay',
    ],
  },
  { said: 'cancel a class', ...everywhere('cs---'), calls: ['course.cancelPreview', 'course.cancel'] },
  {
    said: 'enter or correct forms and petitions',
    ...everywhere('cs---'),
    calls: [
      'case.save',
      'case.redetermine',
      'batch.open',
      'action.last',
      'action.undo',
      'action.redo',
      'draft.save',
      'draft.get',
      'draft.discard',
      'petition.open',
      'petition.correct',
      'petition.approve',
      'petition.return',
      'petition.answer',
      'petition.withdraw',
      'notice.withdraw',
      'notice.swap',
      'attachment.add',
      'attachment.remove',
    ],
  },
  {
    said: 'decide petitions and appeals',
    ...everywhere('-s---'),
    calls: ['petition.vote', 'petition.preview', 'petition.decide'],
  },
  {
    said: 'approve or return a determination',
    ...everywhere('-s---'),
    calls: ['approval.list', 'approval.get', 'approval.give', 'approval.return', 'approval.defer'],
  },
  { said: 'look through the whole history', ...everywhere('-sa--'), calls: ['history.list', 'history.entry'] },
  { said: 'record a disclosure', ...everywhere('cs---'), calls: ['disclosure.record'] },
  {
    said: 'hide a student’s record or give out their whole file',
    ...everywhere('-s---'),
    calls: ['privacy.flag', 'privacy.file'],
  },
  {
    said: 'remove records that the office need not keep',
    ...everywhere('-s---'),
    calls: ['retention.preview', 'retention.remove', 'retention.past', 'retention.print'],
  },
  {
    said: 'make, print or mail letters',
    ...everywhere('cs---'),
    calls: [
      'letter.preview',
      'letter.make',
      'letter.print',
      'letter.markPrinted',
      'letter.markMailed',
      'letter.savePdf',
      'paper.preview',
      'paper.print',
      'paper.savePdf',
    ],
  },
  {
    said: 'change a policy',
    ...everywhere('-s---'),
    calls: [
      'policy.draft.get',
      'policy.draft.save',
      'policy.draft.discard',
      'policy.draft.publish',
      'policy.impact',
      'policy.impact.cancel',
      'policy.import',
      'policy.readings',
    ],
  },
];
