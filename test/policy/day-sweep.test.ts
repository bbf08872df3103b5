import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import { dayLater, determined, meetingsFrom } from './decide';

// Time is swept for gaps: every schedule of every pack, over a grid of courses, on every day from well before the course to well
// after it and at the minutes around every meeting, gives exactly one answer, and never a larger percentage on a later one.

const term = { termBegins: '2026-08-24', termEnds: '2026-12-18' };
const counts = [0, 1, 4, 5, 8];
const steps = [1, 7];

describe.each(shippedPacks.map((p) => p.id))('%s', (policy) => {
  const pack = shippedPacks.find((p) => p.id === policy);
  const categories = pack?.pack.categories.map((c) => c.id) ?? [];
  const courses = categories.flatMap((category) =>
    [false, true].flatMap((arranged) =>
      counts.flatMap((count) =>
        (count < 2 ? [7] : steps).flatMap((step) =>
          ([['18:00', '20:50'], null] as const).map((times) => ({
            category,
            arranged,
            ...term,
            starts: '2026-09-08',
            ends: count === 0 ? '2026-11-10' : null,
            meetings: meetingsFrom('2026-09-08', count, times, step),
          })),
        ),
      ),
    ),
  );

  test.each(categories)('%s: one answer a day, never more on a later one', (category) => {
    for (const course of courses.filter((c) => c.category === category)) {
      let before = { outcome: '', percent: 100, at: '' };
      for (const received of moments(course.meetings)) {
        const d = determined({
          policy,
          course,
          fees: { assessed: 45_000, collected: 45_000 },
          notice: { kind: 'drop-form', channel: 'email', received },
        });
        const answered = ['refund', 'none', 'petition-required', 'refer'].includes(d.outcome);
        if (!answered) expect.fail(`${JSON.stringify(course)} on ${received}: ${d.outcome}`);
        const percent = d.percent ?? 0;
        if (percent > before.percent)
          expect.fail(`${JSON.stringify(course)}: ${before.percent} % at ${before.at}, ${percent} % at ${received}`);
        // What needs a petition, or is referred, stays so: no day in between falls back to money.
        if (before.outcome === 'petition-required' || before.outcome === 'refer')
          expect(d.outcome).toBe(before.outcome);
        before = { outcome: d.outcome, percent, at: received };
      }
    }
  });
});

function moments(
  meetings: readonly { readonly date: string; readonly from?: string; readonly to?: string }[],
): string[] {
  const all: string[] = [];
  for (let day = -30; day < 130; day++) {
    const date = dayLater('2026-09-01', day);
    all.push(`${date}T00:00`, `${date}T23:59`);
  }
  for (const { date, from, to } of meetings)
    if (from !== undefined && to !== undefined)
      all.push(...['17:59', from, '18:01', '19:15', '19:16', '20:49', to, '20:51'].map((time) => `${date}T${time}`));
  return [...new Set(all)].sort();
}
