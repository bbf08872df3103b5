import { fail, ok } from '../../shared/result';
import type { OpenHandlers } from './context';

/** What became of one case's refund: what of it was handed over, what was paid, what came to nothing. */
export const refundOfCaseHandlers: OpenHandlers<'refund.get'> = {
  'refund.get': ({ caseId }, { register, local }) => {
    const row = register.refunds.row(caseId, local().day);
    if (row === null) return fail({ kind: 'not-found', what: 'That case' });
    const folded = register.cases.folded(caseId);
    const handed = folded?.handed ?? [];
    const payments = folded?.payments ?? [];
    if (row.payable === 0 && handed.length === 0 && payments.length === 0) return ok(null);
    return ok({
      row,
      handed: handed.map(({ transmittalId, transmittal, on, cents }) => ({ transmittalId, transmittal, on, cents })),
      payments: payments.map(({ on, reference, cents, failed }) => ({
        on,
        reference,
        cents,
        failed: failed === null ? null : { on: failed.on, why: failed.why, note: failed.note },
      })),
    });
  },
};
