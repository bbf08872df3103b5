import type { CallName } from '../../shared/contract';
import { formatMoment } from '../../shared/day';
import { sayMark } from '../../shared/register/chain-mark';
import { fail, ok } from '../../shared/result';
import type { OpenHandlers } from './context';
import { reportOf } from './report-making';

/** Calls about reports. */
export const reportHandlers: OpenHandlers<Extract<CallName, `report.${string}`>> = {
  'report.run': (asked, context) => reportOf(asked, context),

  'report.save': async ({ asked, as }, context) => {
    const { register, local, session, desktop } = context;
    // Loaded when a file is made: nobody waits for it when the app starts.
    const { reportCsv, reportXlsx } = await import('../sheets/report-sheet');
    const report = await reportOf(asked, context);
    if (!report.ok) return report;
    const { day, time } = local();
    const made = {
      made: `${formatMoment(`${day}T${time}`, 'en')} by ${session().name}`,
      mark: sayMark(register.head()),
    };
    const bytes = as === 'csv' ? reportCsv(report.value, made) : await reportXlsx(report.value, made);
    const path = await desktop.saveAs(`${report.value.title} ${day}.${as}`, bytes);
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
  },
};
