import type { CancelRow } from '../../../shared/contract/roster';
import { money } from '../wording';

/** What the office holds of the class now and after the cancellation, as two bars with their amounts. */
export function BeforeAfter({ rows }: { readonly rows: readonly CancelRow[] }) {
  const collected = rows.reduce((sum, row) => sum + row.collected, 0);
  const refunded = rows.reduce((sum, row) => sum + row.refundedBefore, 0);
  const refund = rows.reduce((sum, row) => sum + (row.leftOut === null ? row.refund - row.refundedBefore : 0), 0);
  const before = collected - refunded;
  const after = before - refund;
  const words = `Before, the office holds ${money(before)} of this class; after, ${money(after)}. ${money(refund)} goes back.`;
  return (
    <figure className="before-after">
      <svg role="img" aria-label={words} viewBox="0 0 400 62" preserveAspectRatio="none">
        <Bar y={4} part={share(before, collected)} />
        <Bar y={36} part={share(after, collected)} />
      </svg>
      <figcaption>
        <span>
          Held before <strong>{money(before)}</strong>
        </span>
        <span>
          Held after <strong>{money(after)}</strong>
        </span>
        <span>
          Goes back <strong>{money(refund)}</strong>
        </span>
      </figcaption>
    </figure>
  );
}

function Bar({ y, part }: { readonly y: number; readonly part: number }) {
  return (
    <>
      <rect className="whole" x="0.5" y={y + 0.5} width="399" height="20" />
      <rect className="part" x="0.5" y={y + 0.5} width={399 * part} height="20" />
    </>
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.max(0, part / whole);
}
