import { count } from '../wording';

/** Forms entered in each of the last twelve weeks as small bars, with the same in words for those who hear it. */
export function WeekBars({ weeks }: { readonly weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  const last = weeks.at(-1) ?? 0;
  const words = `Forms entered a week, the last ${weeks.length} weeks: ${weeks.join(', ')}. This week ${count(last, 'form')}.`;
  return (
    <span className="week-bars">
      <svg role="img" aria-label={words} width={weeks.length * 8} height="24" viewBox={`0 0 ${weeks.length * 8} 24`}>
        <title>{words}</title>
        {weeks.map((n, i) => (
          <rect
            key={i}
            className={i === weeks.length - 1 ? 'now' : undefined}
            x={i * 8 + 1}
            width="6"
            y={24 - Math.max(1, (n / most) * 23)}
            height={Math.max(1, (n / most) * 23)}
          />
        ))}
      </svg>
      <span className="quiet-text" aria-hidden="true">
        {last} this week
      </span>
    </span>
  );
}
