import type { ReportAsked, ReportKind } from '../../../shared/contract/reports';
import { createSitting } from '../../store';
import { everything, type Chosen } from './periods';

/** What was chosen last on the reports’ screen: which report, which cases (null before anything was), and what was run. */
export type ReportsView = {
  readonly kind: ReportKind;
  readonly chosen: Chosen | null;
  readonly ran: ReportAsked | null;
};

/** The reports as they were left: they are there again when one comes back. */
export const reportsView = createSitting<ReportsView>({ kind: 'terms', chosen: null, ran: null });

/** What is chosen before anything else is: this fiscal year. */
export function firstChosen(periods: readonly { readonly words: string; readonly chosen: Omit<Chosen, 'policy'> }[]) {
  const year = periods.find((p) => p.words === 'This fiscal year');
  return { ...everything, ...year?.chosen };
}
