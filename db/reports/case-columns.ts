import { hasBothDates } from '../../shared/policy/other-date';
import type { Determined, FoldedCase } from '../../shared/register/fold-case';
import type { Row } from '../statements';

/** What reports count of a case, beside what its row says for the lists. */
export function countedColumns({ form, present, enteredOn }: FoldedCase): Row {
  const result = present?.determination;
  // A cancelled class pays back without a form.
  const cancelledOn = present?.facts.course.cancelledOn ?? null;
  const payable = result?.settlement.payable ?? 0;
  return {
    reason: form.reason,
    channel: form.channel,
    kept: result?.kept ?? 0,
    payable,
    counted_on: form.received ?? cancelledOn ?? enteredOn,
    refund_since: payable === 0 ? null : (result?.effective?.slice(0, 10) ?? cancelledOn),
    policy_version: result?.version ?? null,
    other_date: present === null ? null : otherDateOf(present),
    other_refund: present?.otherDate?.refund ?? null,
  };
}

/** The same of a case that retention took away: it is not counted. */
export const nothingCounted = {
  reason: null,
  channel: null,
  kept: 0,
  payable: 0,
  counted_on: '',
  refund_since: null,
  policy_version: null,
  other_date: null,
  other_refund: null,
} as const satisfies Row;

/** Which date would count instead; `unknown` where there is one, and the determination is from before it was worked out. */
function otherDateOf({ facts, otherDate }: Determined): string | null {
  return otherDate === undefined ? (hasBothDates(facts) ? 'unknown' : null) : (otherDate?.date ?? null);
}
