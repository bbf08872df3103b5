import type { CommandId } from './commands';
import type { CallName } from './contract';

/**
 * What a command asks of main, by its most telling call: whoever may not make that call is not offered the command, in the menu, the
 * palette, the rail or on a button. Commands that ask nothing are everybody's; those of a form (`record.save`) ask what their screen says.
 */
export const commandCalls: { readonly [id in CommandId]?: CallName } = {
  'form.new': 'case.save',
  'batch.new': 'batch.open',
  'student.new': 'student.save',
  'course.new': 'course.save',
  print: 'paper.print',
  'print.savePdf': 'paper.savePdf',
  'register.saveCopy': 'register.saveCopy',
  'desk.lock': 'person.lock',
  'desk.switch': 'person.signOut',

  'action.undo': 'action.undo',
  'action.redo': 'action.redo',
  find: 'case.list',

  'go.register': 'case.list',
  'go.petitions': 'petition.list',
  'go.appeals': 'petition.list',
  'go.approvals': 'approval.list',
  'go.letters': 'letter.list',
  'go.reports': 'report.run',
  'go.handOff': 'refund.list',
  'go.templates': 'template.list',
  'go.arithmetic': 'determination.check',
  'go.students': 'student.find',
  'go.courses': 'course.list',
  'go.calendar': 'office.get',
  'go.deadlines': 'deadline.list',
  'letter.window': 'letter.get',

  'record.duplicate': 'case.save',
  'case.correct': 'case.save',
  'case.redetermine': 'case.redetermine',
  'petition.new': 'petition.open',
  'appeal.new': 'petition.open',
  'case.withdraw': 'notice.withdraw',
  'case.swap': 'notice.swap',
  'petition.correct': 'petition.correct',
  'petition.decide': 'petition.decide',
  'approval.give': 'approval.give',
  'approval.return': 'approval.return',
  'approval.defer': 'approval.defer',
  'approval.giveTicked': 'approval.give',
  'deadline.set': 'deadline.set',
  'whatIf.makeCase': 'case.save',
  'course.cancel': 'course.cancelPreview',
  'go.registrations': 'group.overdue',
  'group.new': 'group.save',

  'letter.make': 'letter.make',
  'letter.edit': 'letter.get',
  'letter.reprint': 'letter.print',
  'form.blank': 'paper.preview',
  'printer.test': 'paper.print',

  'go.whatIf': 'course.find',
  'register.backUp': 'register.backUp',
  'register.verify': 'register.verify',
  'go.history': 'history.list',
  'go.policies': 'policy.list',

  'class.cancelNow': 'course.cancel',
  'transmittal.close': 'transmittal.close',
};
