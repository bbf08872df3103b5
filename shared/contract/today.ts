import { z } from 'zod';
import { dayField } from '../register/fields';
import { nothing } from './register';
import { caseRowSchema } from './rows';

const count = z.number().int().min(0);

/** What waits, and for whom: each count opens its list. */
export const todaySchema = z.strictObject({
  held: count,
  /** Cases whose federal figure is awaited. */
  federal: count,
  /** Determinations that came back from the second person. */
  returned: count,
  /** Petitions and appeals that wait for the office; those due by today; those that lie with the student. */
  petitionsWaiting: count,
  petitionsDue: count,
  petitionsReturned: count,
  appealsWaiting: count,
  appealsDue: count,
  appealsReturned: count,
  /** Determinations that wait for a second person, and how many of them the person who asks may approve. */
  approvals: count,
  approvalsMine: count,
  /** Decided cases without a letter; letters ready to print; letters without an address. */
  lettersToMake: count,
  lettersReady: count,
  lettersWithoutAddress: count,
  /** Letters that came back and were not sent again. */
  lettersCameBack: count,
  /** Refunds that can be handed over to the Business Office. */
  toHandOver: count,
  toHandOverCents: z.number().int(),
  /** Refunds not paid by the day promised, and those that come due within a week. */
  overdue: count,
  overdueCents: z.number().int(),
  dueThisWeek: count,
  invoicesOverdue: count,
  /** Due dates of the next fourteen days, oldest first: refunds promised and petitions due. */
  days: z.array(z.strictObject({ on: dayField, refunds: count, petitions: count })),
  /** When the newest backup was made; null where there is none. */
  backedUpAt: z.string().nullable(),
  /** Whether that is longer ago than the office’s rules allow. */
  backupTooOld: z.boolean(),
  /** Whether the calendar has no closures of the present year. */
  calendarMissing: z.boolean(),
  /** The last form entered. */
  last: caseRowSchema.nullable(),
});
export type TodayCounts = z.infer<typeof todaySchema>;

/** What the first screen asks for, in one call. */
export const todayCalls = { 'today.counts': { input: nothing, output: todaySchema } };
