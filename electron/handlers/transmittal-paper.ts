import { formatMoment } from '../../shared/day';
import { ok, type Result } from '../../shared/result';
import { transmittalPage } from '../../shared/sheets/transmittal-page';
import type { Page } from '../desktop';
import type { OpenContext } from './context';
import { transmittalView } from './transmittal-view';

/** The cover sheet of a batch for the Business Office, for signature. */
export function transmittalPaperOf(id: string, context: OpenContext): Result<Page & { readonly pages: number }> {
  const view = transmittalView(id, context);
  if (!view.ok) return view;
  const { day, time } = context.local();
  const made = `Printed ${formatMoment(`${day}T${time}`, 'en')}`;
  return ok({ ...transmittalPage({ batch: view.value, office: context.office(), made }), language: 'en' });
}
