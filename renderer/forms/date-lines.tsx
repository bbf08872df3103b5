import type { ReactNode } from 'react';
import { formatDay } from '../../shared/day';
import { daysBetween } from './office-days';

/** How a day lies to the receipt, and whether it is the one that counts. */
export function related(day: string, received: string | null, counts: boolean): ReactNode {
  const words = received === null ? null : gapWords(daysBetween(day, received));
  if (!counts) return words;
  return (
    <>
      {words !== null && `${words} · `}
      <Counts from={null} />
    </>
  );
}

function gapWords(days: number): string {
  if (days === 0) return 'the day of receipt';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} before receipt` : `${count} after receipt`;
}

/** For a postmark that nobody can read: it was there, but it is no date. */
export function Illegible({
  checked,
  counts,
  onCheck,
}: {
  readonly checked: boolean;
  /** Whether the postmark would have been the date that counts. */
  readonly counts: boolean;
  readonly onCheck: (checked: boolean) => void;
}) {
  const instead = checked ? ': the date received counts instead.' : '. Without one, the date received counts.';
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(e) => onCheck(e.target.checked)}
        tabIndex={-1}
        accessKey="i"
      />
      <span>
        <u>I</u>llegible{counts && instead}
      </span>
    </label>
  );
}

/** That this date is the effective one, or from which day it counts where the office was closed. */
export function Counts({ from }: { readonly from: string | null }) {
  return <strong>{from === null ? 'effective date' : `effective ${formatDay(from, 'en')}`}</strong>;
}
