import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../shared/policy/timeline';
import { layOutStrip, type Measure, type StripLayout } from '../../renderer/worksheet/strip-layout';
import { sayStrip } from '../../renderer/worksheet/strip-words';

const measure: Measure = (text, weight) => text.length * (weight === 'bold' ? 7 : 6.5);
const words = (en: string) => ({ en, es: en });

/** Ten Mondays from Sep 14, 65 % until the third is held, a form postmarked Sep 19 and received Sep 22. */
const tenMondays: Timeline = {
  from: '2026-09-03',
  to: '2026-11-19',
  zones: [
    { from: null, until: '2026-09-14T18:00', percent: 100, label: words('Full less $10'), clause: 'a', refund: 39_000 },
    {
      from: '2026-09-14T18:00',
      until: '2026-09-28T19:25',
      percent: 65,
      label: words('65%'),
      clause: 'b',
      refund: 26_000,
    },
    { from: '2026-09-28T19:25', until: null, percent: 0, label: words('No refund'), clause: 'b', refund: 0 },
  ],
  meetings: Array.from({ length: 10 }, (_, i) => ({
    number: i + 1,
    date: new Date(Date.UTC(2026, 8, 14 + 7 * i)).toISOString().slice(0, 10),
    from: '18:00',
    to: '20:50',
  })),
  closures: ['2026-11-11'],
  share: { limit: 25, reachedAt: '2026-09-28T19:25', basis: 'meeting-minutes', elapsed: { part: 340, whole: 1700 } },
  markers: { postmarked: '2026-09-19', received: '2026-09-22', effective: '2026-09-22' },
};

type Span = { readonly from: number; readonly to: number };
const span = (middle: number, width: number): Span => ({ from: middle - width / 2, to: middle + width / 2 });

/** The labels that stand on the same line of the strip, each with its reach. */
function lines(layout: StripLayout): readonly (readonly Span[])[] {
  const bold = new Set(['effective', 'share']);
  const lanes = Array.from({ length: layout.lanes }, (_, lane) =>
    layout.labels
      .filter((l) => l.lane === lane)
      .map((l) => span(l.labelX, measure(l.text, bold.has(l.kind) ? 'bold' : 'normal'))),
  );
  const ticks = layout.ticks
    .filter((t) => t.number !== '')
    .map((t) => span(t.labelX, measure(t.number, 'bold') + (t.date === '' ? 0 : 4 + measure(t.date, 'normal'))));
  return [...lanes, ticks];
}

function expectClear(layout: StripLayout, width: number): void {
  for (const line of lines(layout)) {
    const sorted = [...line].sort((a, b) => a.from - b.from);
    for (const [index, label] of sorted.entries()) {
      expect(label.from).toBeGreaterThanOrEqual(-0.01);
      const next = sorted[index + 1];
      if (next !== undefined) expect(label.to).toBeLessThanOrEqual(next.from);
      // A label wider than the strip itself has nowhere to go.
      if (label.to - label.from <= width) expect(label.to).toBeLessThanOrEqual(width + 0.01);
    }
  }
}

describe('the timeline strip', () => {
  test('shows every meeting, numbers and dates where there is room, zones with words and the case’s own amounts', () => {
    const layout = layOutStrip(tenMondays, 760, '2026-09-30', measure);
    expect(layout.ticks).toHaveLength(10);
    expect(layout.ticks.every((t) => t.number !== '')).toBe(true);
    expect(layout.ticks[9]?.date).toBe('Nov 16');
    expect(layout.zones.map((z) => [z.pattern, ...z.lines])).toEqual([
      ['full', 'Full less $10', '$390.00'],
      ['part', '65%', '$260.00'],
      ['none', 'No refund', '$0.00'],
    ]);
    expect(layout.legend).toEqual([]);
    expect(layout.elapsed).toMatchObject({
      share: 0.2,
      limit: 0.25,
      text: '20% (5.6 of 28.3 h)',
      limitText: 'limit 25%',
    });
    expect(layout.labels.map((l) => l.text)).toEqual([
      '▼ Received Tue Sep 22 = effective date',
      'postmark Sat Sep 19 △',
      '◀ 25% passed Mon Sep 28',
      'today',
    ]);
    expectClear(layout, 760);
  });

  test('a zone too narrow for its words stands in the legend', () => {
    const narrow = layOutStrip(tenMondays, 240, null, measure);
    expect(narrow.legend).toEqual(['Full less $10: before Sep 14']);
    expectClear(narrow, 240);
  });

  test('no label covers another, at any width, for any number of meetings and any dates', () => {
    const days = fc.integer({ min: 0, max: 160 });
    const day = (n: number) => new Date(Date.UTC(2026, 7, 1 + n)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 1400 }),
        fc.uniqueArray(days, { maxLength: 60 }),
        fc.option(days, { nil: null }),
        days,
        fc.option(days, { nil: null }),
        fc.integer({ min: 30, max: 160 }),
        (width, meetings, postmarked, received, today, length) => {
          const sorted = [...meetings].sort((a, b) => a - b);
          const layout = layOutStrip(
            {
              ...tenMondays,
              from: day(0),
              to: day(length),
              meetings: sorted.map((n, i) => ({ number: i + 1, date: day(n), from: null, to: null })),
              markers: {
                postmarked: postmarked === null ? null : day(postmarked),
                received: day(received),
                effective: day(received + 1),
              },
            },
            width,
            today === null ? null : day(today),
            measure,
          );
          expectClear(layout, width);
          expect(layout.ticks).toHaveLength(sorted.length);
        },
      ),
    );
  });

  test('a course without meetings, and one with a single one', () => {
    const none = { ...tenMondays, meetings: [], share: null };
    expect(layOutStrip(none, 700, null, measure)).toMatchObject({ ticks: [], elapsed: null, shareX: null });
    expect(sayStrip(none)).toContain('with no meetings');
    const single = { ...tenMondays, meetings: tenMondays.meetings.slice(0, 1) };
    expect(layOutStrip(single, 700, null, measure).ticks).toMatchObject([{ number: '1', date: 'Sep 14' }]);
    expect(sayStrip(single)).toContain('with one meeting');
  });

  test('says itself in one paragraph', () => {
    expect(sayStrip(tenMondays)).toBe(
      'Course from Sep 3 to Nov 19 with 10 meetings: Full less $10 before Sep 14; 65% Sep 14 to Sep 28; No refund from Sep 28. ' +
        'The form was postmarked Sep 19, received Sep 22, effective Sep 22. Course time elapsed: 20% (5.6 of 28.3 h), limit 25%.',
    );
  });

  test('a share just under its limit is never shown as the limit', () => {
    const close = {
      ...tenMondays,
      share: { limit: 25, reachedAt: '2026-09-28T19:25', basis: 'meetings', elapsed: { part: 2499, whole: 10_000 } },
    };
    expect(layOutStrip(close, 700, null, measure).elapsed?.text).toContain('24.9%');
  });
});
