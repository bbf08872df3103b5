import { listBackups } from '../../db/backup';
import type { TodayCounts } from '../../shared/contract/today';
import { dayNumber, dayText } from '../../shared/day';
import { may } from '../../shared/register/permissions';
import { ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { groupsOverdue } from './groups';

/** How many days the strip of due dates shows. */
const daysShown = 14;

/** What the first screen shows, in one call: what waits, and for whom. */
export const todayHandlers: OpenHandlers<'today.counts'> = {
  'today.counts': (_, context) => {
    const { register, session, local, office, desktop } = context;
    const { day } = local();
    const person = session();
    const backedUpAt = listBackups(register.files)[0]?.at ?? null;
    const age = backedUpAt === null ? Infinity : Date.parse(desktop.now()) - Date.parse(backedUpAt);
    const care = {
      backedUpAt,
      backupTooOld: age > register.office.rules().backupDays * dayLong,
      calendarMissing: !office().closures.some((c) => c.on.startsWith(day.slice(0, 4))),
    };
    // Who sees no student is told of none, not even how many.
    if (!may(person.role, 'case.list', 'own')) return ok({ ...nothingWaits, ...care });
    const waits = register.waits(day, daysAfter(day, 7), daysAfter(day, daysShown - 1));
    const approvals = register.approvals.totals().total;
    const approvalsMine = register.approvals.mine(person.account);
    return ok({ ...waits, ...care, approvals, approvalsMine, invoicesOverdue: invoicesOverdue(context) });
  },
};

const dayLong = 24 * 60 * 60 * 1000;

function daysAfter(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

function invoicesOverdue(context: OpenContext): number {
  return groupsOverdue(context)
    .flatMap((view) => view.invoices)
    .filter((invoice) => invoice.state === 'overdue').length;
}

const nothingWaits: Omit<TodayCounts, 'backedUpAt' | 'backupTooOld' | 'calendarMissing'> = {
  held: 0,
  federal: 0,
  returned: 0,
  petitionsWaiting: 0,
  petitionsDue: 0,
  petitionsReturned: 0,
  appealsWaiting: 0,
  appealsDue: 0,
  appealsReturned: 0,
  approvals: 0,
  approvalsMine: 0,
  lettersToMake: 0,
  lettersReady: 0,
  lettersWithoutAddress: 0,
  lettersCameBack: 0,
  toHandOver: 0,
  toHandOverCents: 0,
  overdue: 0,
  overdueCents: 0,
  dueThisWeek: 0,
  invoicesOverdue: 0,
  days: [],
  last: null,
};
