import type { Content } from './contents';
import type { FoldedCase, RefundPaid } from './fold-case';

type Money = Pick<FoldedCase, 'handed' | 'payments'>;

/** A refund went to the Business Office. */
export function handOver({ handed, payments }: Money, content: Content['case.handedOver'], seq: number): Money {
  return { handed: [...handed, { ...content, seq }], payments };
}

/** Its batch was reopened: what had not been paid waits again. */
export function handBack({ handed, payments }: Money, { transmittalId }: Content['case.handedBack']): Money {
  return { handed: handed.filter((h) => h.transmittalId !== transmittalId), payments };
}

/** It was paid. */
export function pay(
  { handed, payments }: Money,
  paid: Pick<RefundPaid, 'seq' | 'person' | 'at'> & { readonly content: Content['case.paid'] },
): Money {
  const { seq, person, at, content } = paid;
  return { handed, payments: [...payments, { ...content, seq, person, at, failed: null }] };
}

/** A payment came to nothing; unless it was entered wrongly, its amount is no longer with the Business Office and waits for the next batch. */
export function unpay({ handed, payments }: Money, failed: Content['case.unpaid']): Money {
  const last = payments.findLast((p) => p.failed === null && p.reference === failed.reference);
  if (last === undefined) return { handed, payments };
  return {
    payments: payments.map((p) => (p === last ? { ...p, failed } : p)),
    handed:
      failed.why === 'mistake'
        ? handed
        : handed.flatMap((h) => {
            if (h.transmittalId !== last.transmittalId) return [h];
            const left = h.cents - last.cents;
            return left > 0 ? [{ ...h, cents: left }] : [];
          }),
  };
}

/** What of a case lies with the Business Office or was paid by it, and what was paid, in cents. */
export function sumsOf({ handed, payments }: Money): { readonly handed: number; readonly paid: number } {
  const good = payments.filter((p) => p.failed === null);
  return { handed: sum(handed), paid: sum(good) };
}

function sum(rows: readonly { readonly cents: number }[]): number {
  return rows.reduce((total, { cents }) => total + cents, 0);
}
