import type { ReportAsked } from '../../shared/contract/reports';
import { formatMoment } from '../../shared/day';
import { sayMark } from '../../shared/register/chain-mark';
import { reportPage } from '../../shared/reports/report-page';
import { fail, ok, type Result } from '../../shared/result';
import type { Page } from '../desktop';
import type { OpenContext } from './context';
import { reportHandlers } from './reports';

/** A report on paper, with its picture; one that would fill more sheets than a window prints is refused with another way. */
export async function reportPaperOf(
  asked: ReportAsked,
  context: OpenContext,
): Promise<Result<Page & { readonly pages: number }>> {
  const report = await reportHandlers['report.run'](asked, context);
  if (!report.ok) return report;
  const { day, time } = context.local();
  const page = reportPage(report.value, {
    office: context.office(),
    made: `Made ${formatMoment(`${day}T${time}`, 'en')} by ${context.session().name}`,
    mark: sayMark(context.register.head()),
  });
  if (page.pages > mostPages)
    return fail({
      kind: 'wrong-state',
      message: `This report would fill ${page.pages.toLocaleString('en-US')} pages; at most ${mostPages} are printed at one go.`,
      next: 'Choose fewer days or one term, or save an Excel or CSV file.',
    });
  return ok({ ...page, language: 'en' });
}

/** More than this a window does not print before its patience ends. */
const mostPages = 400;
