import type { CallName } from '../shared/contract';

/** What stands behind the addresses that not everybody may enter, the longer ones first: the call without which a screen has nothing to show. */
const entered: readonly (readonly [string, CallName])[] = [
  ['/entry', 'case.save'],
  ['/case', 'case.get'],
  ['/petitions', 'petition.list'],
  ['/petition', 'petition.get'],
  ['/appeals', 'petition.list'],
  ['/approvals', 'approval.list'],
  ['/register', 'case.list'],
  ['/letters', 'letter.list'],
  ['/letter', 'letter.get'],
  ['/words', 'template.list'],
  ['/hand-off', 'refund.list'],
  ['/exchange', 'exchange.get'],
  ['/reports', 'report.run'],
  ['/arithmetic', 'determination.check'],
  ['/forms', 'paper.preview'],
  ['/students', 'student.find'],
  ['/courses', 'course.list'],
  ['/registrations', 'group.overdue'],
  ['/admission', 'paper.preview'],
  ['/cancel-class', 'course.cancelPreview'],
  ['/deadlines', 'deadline.list'],
  ['/what-if', 'course.find'],
  ['/history', 'history.list'],
  ['/policies/new', 'policy.draft.save'],
  ['/policies/draft', 'policy.draft.save'],
  ['/policies/publish', 'policy.draft.publish'],
];

/** The call that an address stands and falls with; null where everybody may enter. */
export function callOfPath(path: string): CallName | null {
  return entered.find(([begins]) => path === begins || path.startsWith(`${begins}/`))?.[1] ?? null;
}
