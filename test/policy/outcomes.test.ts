import { describe, expect, test } from 'vitest';
import { evaluate, packFor } from '../../shared/policy/evaluate';
import type { CompiledPack } from '../../shared/policy/compile';
import { dayLater, factsFrom, meetingsFrom } from './decide';
import { fixture } from './fixture-packs';

// The contract's order of outcomes and its rules on notices, on packs that ask for what the campus policy does not: two documents,
// the postmark, federal aid, an appeal, a reinstatement, a cancelled course that nothing covers, versions.

const label = { en: 'A kind', es: 'Una clase' };
const clause = 'A1';
const halfway = [{ percent: 100, until: { kind: 'class-day', day: 2 } as const }, { percent: 0 }];
const course = { category: 'course', meetings: meetingsFrom('2026-09-08', 6, ['18:00', '21:00']) };

type Plain = Readonly<Record<string, unknown>>;

function decide(pack: CompiledPack, notice: Plain | null, more: Plain = {}) {
  return pack.evaluate(
    factsFrom({ policy: 'fixture', course, fees: { assessed: 30_000, collected: 20_000 }, notice, ...more }),
  );
}

const letter = (received: string, more: Plain = {}): Plain => ({ kind: 'letter', channel: 'email', received, ...more });

describe('two documents that must both come', () => {
  const pack = fixture({
    schedules: [{ bands: halfway }],
    notice: {
      documents: [
        { kind: 'add-drop-form', clause },
        { kind: 'fee-bill-receipt', clause },
      ],
    },
  });
  const form = (documents: readonly unknown[]): Plain => ({
    kind: 'add-drop-form',
    channel: 'counter',
    received: '2026-09-10T10:00',
    documents,
  });

  test('one missing is incomplete and named', () => {
    expect(decide(pack, form([])).missing).toEqual(['fee-bill-receipt']);
    expect(decide(pack, letter('2026-09-10')).missing).toEqual(['add-drop-form', 'fee-bill-receipt']);
  });
  test('effective on the day the second arrives', () => {
    expect(decide(pack, form(['fee-bill-receipt'])).effective).toBe('2026-09-10T10:00');
    const later = form([{ kind: 'fee-bill-receipt', received: '2026-09-15' }]);
    expect([decide(pack, later).effective, decide(pack, later).percent]).toEqual(['2026-09-15', 100]);
    const late = form([{ kind: 'fee-bill-receipt', received: '2026-09-16' }]);
    expect([decide(pack, late).effective, decide(pack, late).percent]).toEqual(['2026-09-16', 0]);
    const before = form([{ kind: 'fee-bill-receipt', received: '2026-09-01' }]);
    expect(decide(pack, before).effective).toBe('2026-09-10T10:00');
  });
});

describe('the postmark, where the policy counts it', () => {
  const pack = fixture({
    schedules: [{ bands: halfway }],
    notice: { effective: [{ uses: 'postmarked', clause }] },
  });
  const mailed = (received: string, postmarked?: string): Plain => ({
    kind: 'letter',
    channel: 'mail',
    received,
    postmarked,
  });

  test('mail counts from its postmark', () => {
    const d = decide(pack, mailed('2026-09-18', '2026-09-15'));
    expect([d.effective, d.percent, d.cautions]).toEqual(['2026-09-15', 100, []]);
    expect(d.alternatives).toEqual([{ reading: 'effective', value: 'received', percent: 0, refund: 0, cancelled: 0 }]);
  });
  test.each([
    ['missing', undefined],
    ['after the receipt', '2026-09-19'],
  ])('a postmark that is %s: the receipt counts, with a caution', (_, postmarked) => {
    const d = decide(pack, mailed('2026-09-18', postmarked));
    expect([d.effective, d.percent, d.cautions]).toEqual(['2026-09-18', 0, ['postmark-unusable']]);
  });
  test('other channels count from their receipt, without a caution', () => {
    const d = decide(pack, letter('2026-09-18', { postmarked: '2026-09-15' }));
    expect([d.effective, d.cautions]).toEqual(['2026-09-18', []]);
  });
  test('against a limit in the day a postmark counts at the end of its day', () => {
    const timed = fixture({
      schedules: [{ bands: [{ percent: 100, until: { kind: 'begins' } }, { percent: 0 }] }],
      notice: { effective: [{ uses: 'postmarked', clause }] },
    });
    expect(decide(timed, mailed('2026-09-10', '2026-09-08')).percent).toBe(0);
    expect(decide(timed, mailed('2026-09-10', '2026-09-07')).percent).toBe(100);
  });
});

describe('federal aid', () => {
  const pack = fixture({
    schedules: [{ bands: halfway }],
    more: {
      federal: { when: { federalAid: true }, clause },
      decisions: [
        { kind: 'appeal', label, clause, read: 'instead', needs: ['reason', 'percent', 'authority'], gives: 'percent' },
      ],
    },
  });
  const aided = { student: { federalAid: true } };

  test('is not final until the federal figure is entered', () => {
    const d = decide(pack, letter('2026-09-10'), aided);
    expect([d.outcome, d.percent, d.refund, d.missing, d.effective]).toEqual([
      'federal',
      null,
      0,
      ['federal'],
      '2026-09-10',
    ]);
    expect(d.deadlines).not.toEqual([]);
  });
  test.each([
    [12_345, 'refund', 12_345],
    [0, 'none', 0],
    [99_999, 'refund', 20_000],
  ])('%d cents: %s of %d, at most what was collected, no percentage, nothing cancelled', (federal, outcome, refund) => {
    const d = decide(pack, letter('2026-09-10'), { ...aided, federal });
    expect([d.outcome, d.percent, d.refund, d.cancelled, d.kept]).toEqual([outcome, null, refund, 0, 30_000 - refund]);
  });
  test('a student without it is decided by the bands, whatever figure there is', () => {
    expect(decide(pack, letter('2026-09-10'), { federal: 5 }).percent).toBe(100);
  });
  test('a decision comes before it', () => {
    const decision = { kind: 'appeal', reason: 'illness', percent: 50, authority: 'the board' };
    expect(decide(pack, letter('2026-09-10'), { ...aided, decision }).percent).toBe(50);
  });
});

describe('petitions and appeals', () => {
  const pack = fixture({
    schedules: [{ bands: halfway }],
    decisions: [
      { kind: 'appeal', label, clause, read: 'instead', needs: ['reason', 'percent', 'authority'], gives: 'percent' },
      { kind: 'reinstatement', label, clause, read: 'instead', needs: [], gives: 'nothing' },
    ],
  });

  test('an appeal needs percentage, reason and authority', () => {
    const d = decide(pack, letter('2026-09-20'), { decision: { kind: 'appeal' } });
    expect([d.outcome, d.missing, d.effective]).toEqual(['incomplete', ['reason', 'percent', 'authority'], null]);
  });
  test('a granted one replaces the bands, for what was collected and what is due', () => {
    const decision = { kind: 'appeal', reason: 'illness', percent: 33.33, authority: 'the board' };
    const d = decide(pack, letter('2026-09-20'), { decision });
    // 33.33 % of $200.00 is $66.66, of $100.00 due $33.33.
    expect([d.percent, d.refund, d.cancelled, d.kept]).toEqual([33.33, 6666, 3333, 20_001]);
  });
  test('a request of a kind of its own gives nothing', () => {
    const d = decide(pack, letter('2026-09-09'), { decision: { kind: 'reinstatement' } });
    expect([d.outcome, d.percent, d.refund]).toEqual(['none', 0, 0]);
  });
  test('a kind that the policy does not know is referred, never 0', () => {
    const d = decide(pack, letter('2026-09-09'), { decision: { kind: 'retroactive', percent: 80 } });
    expect([d.outcome, d.percent, d.deadlines]).toEqual(['refer', null, []]);
  });
});

describe('a cancelled course', () => {
  test('that the policy does not cover is referred by its clause', () => {
    const pack = fixture({
      schedules: [{ bands: halfway }],
      more: { cancelled: null, cancelledUncoveredClause: clause },
    });
    const d = decide(pack, null, { course: { ...course, cancelledOn: '2026-09-10' } });
    expect([d.outcome, d.clause, d.percent, d.effective]).toEqual(['refer', clause, null, null]);
  });
});

describe('the order of what stops a case', () => {
  const pack = fixture({
    schedules: [{ bands: halfway }],
    notice: { spoken: ['phone'], spokenChannels: ['phone'], documents: [{ kind: 'drop-form', clause }] },
    more: { refer: [{ when: { meetings: { min: 6 } }, clause }] },
  });

  test('cancelled, no notice, not official, refer, incomplete', () => {
    const four = { ...course, meetings: course.meetings.slice(0, 4) };
    const outcome = (notice: Plain | null, own: Plain): string => decide(pack, notice, { course: own }).outcome;
    expect(outcome(letter('2026-09-10'), { ...course, cancelledOn: '2026-09-09' })).toBe('refund');
    expect(outcome(null, course)).toBe('incomplete');
    expect(outcome({ kind: 'phone', channel: 'phone', received: '2026-09-10' }, course)).toBe('not-official');
    expect(outcome(letter('2026-09-10'), course)).toBe('refer');
    expect(outcome(letter('2026-09-10'), four)).toBe('incomplete');
    expect(outcome(letter('2026-09-10', { documents: ['drop-form'] }), four)).toBe('refund');
  });
});

describe('versions of a policy', () => {
  const version = (name: string, effectiveFrom: string): CompiledPack =>
    fixture({ schedules: [{ bands: halfway }], more: { version: name, effectiveFrom } });
  const packs = [version('2', '2026-09-08'), version('1', '2020-01-01'), version('3', '2027-01-01')];
  const inForce = (first: string, all: readonly CompiledPack[] = packs): string | undefined =>
    packFor(
      factsFrom({
        policy: 'fixture',
        course: { category: 'course', meetings: meetingsFrom(first, 3, ['18:00', '21:00']) },
        fees: { assessed: 0, collected: 0 },
      }),
      all,
    )?.version;

  test.each([
    ['2026-09-07', '1'],
    ['2026-09-08', '2'],
    ['2026-12-31', '2'],
    ['2027-01-01', '3'],
    ['2031-01-01', '3'],
  ])('a course that begins on %s is decided by version %s', (first, expected) => {
    expect(inForce(first)).toBe(expected);
  });
  test('the order of the versions does not matter', () => {
    for (let day = 0; day < 500; day += 25) {
      const first = dayLater('2026-06-01', day);
      expect(inForce(first, [...packs].reverse())).toBe(inForce(first));
    }
  });
  test('the determination names the version that decided', () => {
    const facts = factsFrom({ policy: 'fixture', course, fees: { assessed: 0, collected: 0 }, notice: null });
    const result = evaluate(facts, packs);
    expect('determination' in result && result.determination.version).toBe('2');
  });
  test('a policy that the office does not have is an error of that field', () => {
    const facts = factsFrom({ policy: 'nowhere', course, fees: { assessed: 0, collected: 0 } });
    expect(evaluate(facts, packs)).toMatchObject({ problems: [{ field: 'policy' }] });
  });
});
