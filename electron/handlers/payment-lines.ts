import type { Register } from '../../db/register';
import type { FoldedTransmittal } from '../../shared/register/fold-transmittal';
import type { PayableLine } from '../../shared/register/payment-list';
import { fail, ok, type Result } from '../../shared/result';
import { stillOpen } from './transmittal-closing';

/** A batch as it lies with the Business Office; refused where it is not closed. */
export function closedBatch(id: string, register: Register): Result<FoldedTransmittal> {
  const batch = register.transmittals.get(id);
  if (batch === null) return fail({ kind: 'not-found', what: 'That batch' });
  return batch.state === 'reopened' ? stillOpen(batch.number) : ok(batch);
}

/** A batch's lines as payments meet them. */
export function payableLines(id: string, { transmittals }: Register): PayableLine[] {
  const paid = new Map<string, PayableLine['payments'][number][]>();
  for (const { caseId, ...payment } of transmittals.payments(id))
    paid.set(caseId, [...(paid.get(caseId) ?? []), payment]);
  return transmittals.lines(id).map(({ caseId, number, here, handedOn }) => ({
    caseId,
    number,
    here,
    handedOn,
    payments: paid.get(caseId) ?? [],
  }));
}
