import { formatCents } from '../../../shared/money';

/** One of the amounts compared: its words, and its cents; null where it has none. */
export type Compared = { readonly words: string; readonly cents: number | null; readonly more?: string };

type CompareBarsProps = {
  readonly compared: readonly Compared[];
  /** What was collected, in cents: the longest that a bar can be. */
  readonly most: number;
};

/** What the policy gives, what is asked and what is decided, side by side; the sentence under it says the same. */
export function CompareBars({ compared, most }: CompareBarsProps) {
  const longest = Math.max(most, 1, ...compared.map((c) => c.cents ?? 0));
  return (
    <figure className="compare">
      <div aria-hidden="true">
        {compared.map(({ words, cents }) => (
          <div key={words} className="compare-line">
            <span className="compare-words">{words}</span>
            <span className="compare-room">
              {cents !== null && <span className="compare-bar" style={{ width: `${(100 * cents) / longest}%` }} />}
            </span>
            <span className="compare-amount">{cents === null ? '—' : formatCents(cents)}</span>
          </div>
        ))}
      </div>
      <figcaption aria-live="polite">{sayCompared(compared, most)}</figcaption>
    </figure>
  );
}

/** The amounts in one sentence. */
export function sayCompared(compared: readonly Compared[], most: number): string {
  const parts = compared.map(
    ({ words, cents, more }) =>
      `${words}: ${cents === null ? 'no amount' : formatCents(cents)}${more === undefined ? '' : ` (${more})`}`,
  );
  return `${parts.join('; ')}. Collected: ${formatCents(most)}.`;
}
