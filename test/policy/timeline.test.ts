import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledPack } from '../../shared/policy/compile';
import { packFor } from '../../shared/policy/evaluate';
import type { Facts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { closestAnswers, timelineOf } from '../../shared/policy/timeline-of';
import type { Zone } from '../../shared/policy/timeline';
import { caseFacts } from './case-generator';
import { dayLater, factsFrom, meetingsFrom } from './decide';

// The strip, the closest other answers and the deadlines are drawn from the bands that decide: none may say otherwise.

function packOf(facts: Facts): CompiledPack {
  const pack = packFor(facts, shippedPacks);
  if (pack === null) throw new Error('no pack');
  return pack;
}

/** The same case received at another moment. */
function receivedAt(facts: Facts, received: string): Facts {
  return { ...facts, notice: { kind: 'drop-form', channel: 'email', received } };
}

const plain = (received: string): string => (received.length === 10 ? `${received}T00:00` : received);

function zoneAt(zones: readonly Zone[], at: string): Zone | undefined {
  return zones.find((z) => (z.from === null || plain(z.from) <= at) && (z.until === null || at < plain(z.until)));
}

/** Cases without a decision or a cancelled class, which no date decides. */
const dated = caseFacts(() => []).map((f) =>
  factsFrom({ ...f, decision: null, course: { ...f.course, cancelledOn: null } }),
);
const anyMoment = fc
  .record({ day: fc.integer({ min: -20, max: 140 }), minute: fc.integer({ min: 0, max: 1439 }) })
  .map(({ day, minute }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${dayLater('2026-08-20', day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  });

describe('the timeline', () => {
  test('says at every moment what a form received then is given', () => {
    fc.assert(
      fc.property(dated, anyMoment, (base, received) => {
        // Without office hours a receipt counts at its own moment.
        const facts = { ...receivedAt(base, received), office: null };
        const pack = packOf(facts);
        const timeline = timelineOf(pack, facts, null);
        if (timeline === null) return;
        const determination = pack.evaluate(facts);
        const zone = zoneAt(timeline.zones, received);
        expect([zone?.percent, zone?.clause, zone?.refund]).toEqual([
          determination.percent,
          determination.clause,
          determination.refund,
        ]);
      }),
      { numRuns: 400 },
    );
  });

  test('has zones that follow one another without a gap, from ever to for good', () => {
    fc.assert(
      fc.property(dated, (facts) => {
        const zones = timelineOf(packOf(facts), facts, null)?.zones;
        if (zones === undefined) return;
        expect(zones[0]?.from).toBeNull();
        expect(zones.at(-1)?.until).toBeNull();
        for (const [i, zone] of zones.slice(1).entries()) expect(zone.from).toBe(zones[i]?.until);
      }),
      { numRuns: 200 },
    );
  });

  const course = { category: 'extension', meetings: meetingsFrom('2026-09-14', 10, ['18:00', '20:50']) };
  const office = {
    hours: { mon: ['08:00', '17:00'], tue: ['08:00', '17:00'], fri: ['08:00', '17:00'] },
    closures: ['2026-09-25', '2026-11-11'],
  };
  const monday = factsFrom({
    policy: shippedPacks[0]?.id,
    course,
    fees: { assessed: 40_000, collected: 40_000 },
    notice: { kind: 'drop-form', channel: 'mail', postmarked: '2026-09-19', received: '2026-09-22' },
    office,
  });

  test('of an evening course marks its meetings, its closures, its quarter and the three dates', () => {
    const pack = packOf(monday);
    const timeline = timelineOf(pack, monday, pack.evaluate(monday));
    expect(timeline?.zones.map((z) => [z.until, z.percent, z.refund])).toEqual([
      ['2026-09-14T18:00', 100, 39_000],
      ['2026-09-28T19:25', 65, 26_000],
      [null, 0, 0],
    ]);
    expect(timeline?.meetings.length).toBe(10);
    expect(timeline?.meetings[2]).toEqual({ number: 3, date: '2026-09-28', from: '18:00', to: '20:50' });
    expect(timeline?.closures).toEqual(['2026-09-25', '2026-11-11']);
    expect(timeline?.share).toEqual({
      limit: 25,
      reachedAt: '2026-09-28T19:25',
      basis: 'meeting-minutes',
      elapsed: { part: 340, whole: 1700 },
    });
    expect(timeline?.markers).toEqual({ postmarked: '2026-09-19', received: '2026-09-22', effective: '2026-09-22' });
  });

  test('of a course that the policy does not decide is none', () => {
    const olli = factsFrom({ ...monday, course: { ...course, category: 'olli' } });
    expect(timelineOf(packOf(olli), olli, null)).toBeNull();
  });

  test('the closest other answers are whole office days where they can be', () => {
    const pack = packOf(monday);
    expect(closestAnswers(pack, monday, pack.evaluate(monday))).toEqual({
      earlier: { through: '2026-09-14', percent: 100, refund: 39_000 },
      later: { from: '2026-09-29', percent: 0, refund: 0 },
    });
  });

  test('and office minutes where a limit falls within the day', () => {
    const facts = factsFrom({
      ...monday,
      course: { ...course, meetings: meetingsFrom('2026-09-14', 10, ['13:00', '15:50']) },
    });
    const pack = packOf(facts);
    expect(closestAnswers(pack, facts, pack.evaluate(facts))).toEqual({
      earlier: { through: '2026-09-14T12:59', percent: 100, refund: 39_000 },
      later: { from: '2026-09-28T14:25', percent: 0, refund: 0 },
    });
  });
});

test('the closest other answers are what a form received then is given, and none is closer', () => {
  fc.assert(
    fc.property(dated, (facts) => {
      const pack = packOf(facts);
      const determination = pack.evaluate(facts);
      const { earlier, later } = closestAnswers(pack, facts, determination);
      const given = (received: string) => {
        const { percent, refund } = pack.evaluate(receivedAt(facts, received));
        return { percent, refund };
      };
      if (earlier !== null)
        expect(given(earlier.through)).toEqual({ percent: earlier.percent, refund: earlier.refund });
      if (later !== null) expect(given(later.from)).toEqual({ percent: later.percent, refund: later.refund });
      const own = { percent: determination.percent, refund: determination.refund };
      if (earlier !== null && later !== null && plain(later.from) > plain(earlier.through)) {
        const after = earlier.through.length === 10 ? `${dayLater(earlier.through, 1)}T00:00` : null;
        if (after !== null && after < plain(later.from)) expect(given(after)).toEqual(own);
      }
    }),
    { numRuns: 400 },
  );
});
