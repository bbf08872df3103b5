import { expect, test } from 'vitest';
import { monthGrid, sayGridDay } from '../../renderer/screens/courses/month-grid';

const meetings = ['2026-09-14', '2026-09-16', '2026-11-02'].map((date) => ({ date, from: '18:00', to: '20:50' }));
const deadline = { letter: 'B', day: '2026-10-31', label: '65 %' };

test('the grid has the months that something falls on, in weeks from Sunday', () => {
  const months = monthGrid(meetings, [], [deadline]);
  expect(months.map((m) => m.label)).toEqual(['September 2026', 'October 2026', 'November 2026']);
  // September 1, 2026 is a Tuesday; November 1 is a Sunday.
  expect(months[0]?.weeks[0]?.map((d) => d?.number ?? null)).toEqual([null, null, 1, 2, 3, 4, 5]);
  expect(months[2]?.weeks[0]?.map((d) => d?.number ?? null)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const month of months) for (const week of month.weeks) expect(week).toHaveLength(7);
  expect(months.flatMap((m) => m.weeks.flat()).filter((d) => d !== null)).toHaveLength(30 + 31 + 30);
});

test('meetings are numbered through the course, and closures and deadlines stand on their days', () => {
  const days = monthGrid(meetings, [{ on: '2026-09-16', label: 'Field day' }], [deadline]).flatMap((m) =>
    m.weeks.flat(),
  );
  const on = (day: string) => days.find((d) => d?.day === day) ?? null;
  expect(on('2026-11-02')?.meetings).toEqual([3]);
  expect(on('2026-09-16')).toMatchObject({ meetings: [2], closure: 'Field day' });
  expect(on('2026-10-31')?.deadlines).toEqual([deadline]);
  const sixteenth = on('2026-09-16');
  expect(sixteenth === null ? '' : sayGridDay(sixteenth)).toBe(
    'Wednesday, September 16, 2026: meeting 2; office closed (Field day)',
  );
});

test('months without a meeting or a deadline are left out, a slip in a year too', () => {
  expect(monthGrid([], [{ on: '2026-12-25', label: 'Holiday' }], [])).toEqual([]);
  const months = monthGrid([...meetings, { date: '2036-01-01', from: null, to: null }], [], []);
  expect(months.map((m) => m.key)).toEqual(['2026-09', '2026-11', '2036-01']);
});
