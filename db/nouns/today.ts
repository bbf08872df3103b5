import type { TodayCounts } from '../../shared/contract/today';
import type { CaseRow } from '../../shared/contract/rows';
import { caseColumns } from './cases';
import { toHandOver, unpaidOverdue } from './refunds';
import type { Sql } from '../statements';

/** What waits, as far as the tables say it. */
export type Waits = Omit<
  TodayCounts,
  'approvals' | 'approvalsMine' | 'invoicesOverdue' | 'backedUpAt' | 'backupTooOld' | 'calendarMissing'
>;

/** Counts what waits. */
export function todayReads(sql: Sql) {
  /** `today` is the office's day, `week` the last day that counts as this week, `last` the last of the days shown. */
  return (today: string, week: string, last: string): Waits => {
    const cases = (where: string, ...values: string[]): number =>
      sql.number(`SELECT count(*) FROM "case" c WHERE ${where}`, ...values);
    const petitions = (where: string, ...values: string[]): number =>
      sql.number(`SELECT count(*) FROM petition WHERE ${where}`, ...values);
    const letters = (state: string): number => sql.number('SELECT count(*) FROM letter WHERE state = ?', state);
    const overdue = sql.one<{ n: number; cents: number }>(
      `SELECT count(*) AS n, coalesce(sum(c.payable - c.paid), 0) AS cents FROM "case" c WHERE ${unpaidOverdue}`,
      today,
    );
    const waiting = sql.one<{ n: number; cents: number }>(
      `SELECT count(*) AS n, coalesce(sum(c.payable - c.handed), 0) AS cents FROM "case" c WHERE ${toHandOver}`,
    );
    return {
      held: cases(`state = 'held'`),
      federal: cases(`outcome = 'federal'`),
      returned: cases(`approval = 'returned'`),
      petitionsWaiting: petitions(`state = 'open' AND kind <> 'appeal'`),
      petitionsDue: petitions(`state = 'open' AND kind <> 'appeal' AND due_on <= ?`, today),
      petitionsReturned: petitions(`state = 'returned' AND kind <> 'appeal'`),
      appealsWaiting: petitions(`state = 'open' AND kind = 'appeal'`),
      appealsDue: petitions(`state = 'open' AND kind = 'appeal' AND due_on <= ?`, today),
      appealsReturned: petitions(`state = 'returned' AND kind = 'appeal'`),
      lettersToMake: cases(
        `state = 'decided' AND (letter IS NULL OR letter = 'voided') AND approval IN ('not-needed', 'approved')`,
      ),
      lettersReady: letters('ready'),
      lettersWithoutAddress: letters('needs-address'),
      lettersCameBack: letters('came-back'),
      toHandOver: waiting?.n ?? 0,
      toHandOverCents: waiting?.cents ?? 0,
      overdue: overdue?.n ?? 0,
      overdueCents: overdue?.cents ?? 0,
      dueThisWeek: cases(`payable > paid AND refund_expected_to BETWEEN ? AND ?`, today, week),
      days: sql.all<Waits['days'][number]>(
        `SELECT day AS "on", sum(refunds) AS refunds, sum(petitions) AS petitions FROM (
           SELECT refund_expected_to AS day, 1 AS refunds, 0 AS petitions FROM "case"
           WHERE payable > paid AND refund_expected_to BETWEEN ? AND ?
           UNION ALL SELECT due_on, 0, 1 FROM petition WHERE state = 'open' AND due_on BETWEEN ? AND ?
         ) GROUP BY day ORDER BY day`,
        today,
        last,
        today,
        last,
      ),
      last: sql.one<CaseRow>(`SELECT ${caseColumns} FROM "case" ORDER BY entered_at DESC, row DESC LIMIT 1`),
    };
  };
}
