import type { CaseView } from '../../../shared/contract/cases';

/** Whether a form came at all: a cancelled class is refunded without one. */
export function hasForm(view: CaseView): boolean {
  return view.form.channel !== null || view.form.received !== null || view.row.state === 'held';
}

/** Whether a case goes on: it waits or is decided, and was neither taken back, changed into another section, nor undone. */
export function isOpen({ row }: CaseView): boolean {
  return row.state === 'held' || row.state === 'decided';
}
