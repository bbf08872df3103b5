import type { ReactNode } from 'react';

type MonthTableProps<Day> = {
  readonly label: string;
  /** Weeks from Sunday to Saturday; null where a week's day belongs to another month. */
  readonly weeks: readonly (readonly (Day | null)[])[];
  /** The cell of a day, a `td`. */
  readonly cell: (day: Day) => ReactNode;
  /** A `grid` is walked by keys, one cell at a time. */
  readonly role?: 'grid';
};

/** A month as a table: its name, the days of the week, a cell for each day. */
export function MonthTable<Day>({ label, weeks, cell, role }: MonthTableProps<Day>) {
  return (
    <table className="month" role={role} aria-label={role === undefined ? undefined : label}>
      <caption>{label}</caption>
      <thead>
        <tr>
          {weekdays.map((long) => (
            <th key={long} scope="col" abbr={long}>
              {long.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((day, j) =>
              day === null ? <td key={j} role={role === undefined ? undefined : 'gridcell'} /> : cell(day),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
