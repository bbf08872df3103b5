import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../../shared/policy/packs/index';
import type { Pack } from '../../shared/policy/pack';
import { dayLater, determined, meetingsFrom } from './decide';
import { completeNotice } from './every-pack';

// Time is swept for gaps: every schedule of every pack, over a grid of courses, on every day from well before the course to well
// after it and at the minutes around every meeting, gives exactly one answer, and never a larger percentage on a later one.

const known = {
  termBegins: '2026-08-24',
  termEnds: '2026-12-18',
  starts: '2026-09-08',
  refundableUntil: '2026-09-22',
  enrollmentDeadline: '2026-09-15',
};
const patterns: readonly (readonly [count: number, step: number])[] = [
  [0, 7],
  [1, 7],
  [4, 1],
  [4, 7],
  [5, 1],
  [5, 7],
  [8, 1],
  [8, 7],
  [12, 7],
  [30, 1],
];
const times = [['18:00', '20:50'], null] as const;

type Course = Readonly<Record<string, unknown>> & { readonly meetings: ReturnType<typeof meetingsFrom> };

function coursesOf(category: string): readonly Course[] {
  return [false, true].flatMap((arranged) =>
    patterns.flatMap(([count, step]) =>
      times.map((time) => ({
        category,
        arranged,
        ...known,
        ends: count === 0 ? '2026-11-10' : null,
        meetings: meetingsFrom('2026-09-08', count, time, step),
      })),
    ),
  );
}

describe.each(shippedPacks)('$id', ({ pack }) => {
  const categories = pack.categories.map((c) => c.id);

  test.each(categories)('%s: one answer a day, never more on a later one', (category) => {
    for (const course of coursesOf(category)) sweep(pack, course, {});
  });

  test.each(
    pack.readings.flatMap((r) => r.values.map(({ value }) => [`${r.name}: ${String(value)}`, r.name, value] as const)),
  )('the same where the office reads %s', (_, name, value) => {
    for (const category of categories) {
      const meetings = meetingsFrom('2026-09-08', 8, ['18:00', '20:50']);
      sweep(pack, { category, ...known, meetings }, { [name]: value });
    }
  });
});

function sweep(pack: Pack, course: Course, readings: Readonly<Record<string, unknown>>): void {
  let before: { outcome: string; percent: number; at: string } | null = null;
  for (const received of moments(course.meetings)) {
    const d = determined({
      policy: pack.id,
      course,
      fees: { assessed: 45_000, collected: 45_000, paidOn: '2026-08-30' },
      student: { track: 'verified' },
      readings,
      ...completeNotice(pack, received),
    });
    const wrong = (what: string): never => expect.fail(`${JSON.stringify(course)} on ${received}: ${what}`);
    if (!['refund', 'none', 'petition-required', 'refer', 'incomplete'].includes(d.outcome)) wrong(d.outcome);
    const percent = d.percent ?? 0;
    if (before !== null) {
      if (percent > before.percent) wrong(`${before.percent} % at ${before.at}, then ${percent} %`);
      // What needs a petition, is referred, or lacks a fact of the course stays so: no day in between falls back to money.
      const stays = before.outcome !== 'refund' && before.outcome !== 'none';
      if ((stays || d.outcome === 'incomplete' || d.outcome === 'refer') && d.outcome !== before.outcome)
        wrong(`${before.outcome} at ${before.at}, then ${d.outcome}`);
    }
    before = { outcome: d.outcome, percent, at: received };
  }
}

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
