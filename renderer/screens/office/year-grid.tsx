import { useRef, useState, type KeyboardEvent } from 'react';
import type { Closure } from '../../../shared/register/office';
import { MonthTable } from '../../components/month-table';
import { monthsOfYear, stepInYear, type YearKey } from './year';
import { longDay } from '../wording';

type YearGridProps = {
  readonly year: number;
  readonly closures: readonly Closure[];
  /** Whether the office's hours leave that day closed every week. */
  readonly isOff: (day: string) => boolean;
  readonly today: string;
  readonly onToggle: (day: string) => void;
};

/** A year to walk with the arrow keys; Space closes or opens the day, PgUp and PgDn change the month. One stop in the tab order. */
export function YearGrid({ year, closures, isOff, today, onToggle }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(today.startsWith(`${year}-`) ? today : `${year}-01-01`);
  const current = at.startsWith(`${year}-`) ? at : `${year}-01-01`;
  const closed = new Map(closures.map((c) => [c.on, c.label]));

  const go = (day: string) => {
    setAt(day);
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = keys[event.key];
    if (event.key === ' ' || event.key === 'Enter') onToggle(current);
    else if (key !== undefined) go(stepInYear(current, key));
    else return;
    event.preventDefault();
  };
  return (
    <div ref={grid} className="year-grid" role="group" aria-label={`Days of ${year}`} onKeyDown={onKeyDown}>
      {monthsOfYear(year).map((month) => (
        <MonthTable
          key={month.key}
          role="grid"
          label={month.label}
          weeks={month.weeks}
          cell={(day) => {
            const label = closed.get(day);
            const off = isOff(day);
            return (
              <td
                key={day}
                role="gridcell"
                data-day={day}
                tabIndex={day === current ? 0 : -1}
                aria-selected={label !== undefined}
                aria-current={day === today ? 'date' : undefined}
                aria-label={`${longDay(day)}${label !== undefined ? `, closed${label === '' ? '' : `: ${label}`}` : off ? ', not an office day' : ''}`}
                title={label === undefined ? undefined : label === '' ? 'Closed' : label}
                className={['day', label !== undefined ? 'closed' : '', off ? 'off' : ''].join(' ').trim()}
                onFocus={() => setAt(day)}
                onClick={() => {
                  go(day);
                  onToggle(day);
                }}
              >
                {Number(day.slice(8))}
              </td>
            );
          }}
        />
      ))}
    </div>
  );
}

const keys: Readonly<Record<string, YearKey>> = {
  ArrowLeft: 'day-before',
  ArrowRight: 'day-after',
  ArrowUp: 'week-before',
  ArrowDown: 'week-after',
  PageUp: 'month-before',
  PageDown: 'month-after',
  Home: 'month-first',
  End: 'month-last',
};
