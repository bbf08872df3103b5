import type { CaseView } from '../../../shared/contract/cases';

/** Whether a form came at all: a cancelled class is refunded without one. */
export function hasForm(view: CaseView): boolean {
  return view.form.channel !== null || view.form.received !== null || view.row.state === 'held';
}
