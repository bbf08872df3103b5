import type { Closure } from '../../shared/register/office';

/** The public holidays of a state of the United States in a year, by day, to start an office's own calendar from. A state that is not known has the country's. */
export async function publicHolidays(state: string, year: number): Promise<Closure[]> {
  // Loaded when it is asked for: its calendars of the whole world would slow down every start.
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays('US', state);
  const days = calendar
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday): Closure => ({ on: holiday.date.slice(0, 10), label: holiday.name.slice(0, 60) }));
  const named = new Map<string, Closure>();
  for (const day of days) if (!named.has(day.on)) named.set(day.on, day);
  return [...named.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
