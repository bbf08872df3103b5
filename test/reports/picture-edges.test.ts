import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../shared/contract/reports';
import type { Mark, Room } from '../../shared/reports/drawing';
import { drawingOf } from '../../shared/reports/picture';
import { paperMeasure } from '../../shared/reports/picture-on-paper';

type Picture = NonNullable<Report['picture']>;

const room: Room = { width: 511, size: 8.5, measure: paperMeasure(8.5) };

const name = fc.string({ maxLength: 120 });
const series = fc.array(name, { minLength: 1, maxLength: 12 });
const picture: fc.Arbitrary<Picture> = fc.oneof(
  series.chain((of) =>
    fc.record({
      kind: fc.constant('bars' as const),
      unit: fc.constantFrom('count' as const, 'cents' as const),
      stacked: fc.boolean(),
      series: fc.constant(of),
      groups: fc.array(
        fc.record({
          label: name,
          values: fc.array(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), {
            minLength: of.length,
            maxLength: of.length,
          }),
        }),
        { maxLength: 30 },
      ),
    }),
  ),
  fc.record({
    kind: fc.constant('histogram' as const),
    from: fc.integer({ min: 0, max: 30 }),
    width: fc.integer({ min: 1, max: 14 }),
    counts: fc.array(fc.nat({ max: 10 ** 6 }), { maxLength: 40 }),
    over: fc.nat({ max: 1000 }),
    band: fc.option(fc.constant({ from: 14, to: 28 })),
  }),
  series.chain((of) =>
    fc.record({
      kind: fc.constant('timeline' as const),
      every: fc.constant('week' as const),
      unit: fc.constantFrom('count' as const, 'cents' as const),
      series: fc.constant(of),
      points: fc
        .array(fc.array(fc.nat({ max: 10 ** 9 }), { minLength: of.length, maxLength: of.length }), { maxLength: 120 })
        .map((all) =>
          all.map((values, i) => ({ on: new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10), values })),
        ),
    }),
  ),
);

test('no picture runs over its edges, at the width of paper, of the screen, and of the screen at 200 %', () => {
  fc.assert(
    fc.property(picture, fc.constantFrom(511, 1000, 560, 300), (figures, width) => {
      const drawing = drawingOf(figures, { ...room, width });
      for (const mark of drawing.marks) {
        const [left, right] = reach(mark);
        expect(left).toBeGreaterThanOrEqual(-0.5);
        expect(right).toBeLessThanOrEqual(width + 0.5);
        if (mark.kind === 'rect') {
          expect(mark.width).toBeGreaterThanOrEqual(0);
          expect(mark.height).toBeGreaterThanOrEqual(0);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y + mark.height).toBeLessThanOrEqual(drawing.height);
        }
        if (mark.kind === 'path') expect(mark.d).not.toMatch(/NaN|Infinity/);
      }
    }),
  );
});

function reach(mark: Mark): readonly [number, number] {
  if (mark.kind === 'rect') return [mark.x, mark.x + mark.width];
  if (mark.kind === 'path') return [0, 0];
  const wide = room.measure(mark.text, mark.look === 'amount' || mark.look === 'named' ? 'bold' : 'normal');
  const from = mark.x - (mark.anchor === 'start' ? 0 : mark.anchor === 'end' ? wide : wide / 2);
  return [from, from + wide];
}
