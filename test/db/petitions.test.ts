import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../shared/register/contents';
import { countVotes, memberOf } from '../../shared/register/committee';
import { foldPetition, type StandingPetition } from '../../shared/register/fold-petition';
import { isExactPercent, percentGiving } from '../../shared/register/granted-percent';
import { percentOf } from '../../shared/money';
import type { PetitionApproval, PetitionDecision, PetitionFields, PetitionKind } from '../../shared/register/petition';
import { daysWaiting, dueOn } from '../../shared/register/petition-clock';
import { decisionOf, type Asking } from '../../shared/register/petition-decision';
import { seal, unseal } from '../../db/seal';
import { sha256 } from '../../db/chain';

const fields = (kind: PetitionKind, other: Partial<PetitionFields> = {}): PetitionFields => ({
  kind,
  receivedOn: '2026-10-05',
  channel: 'mail',
  reasonCode: null,
  reason: 'Ill',
  evidence: [],
  askedCents: null,
  ...other,
});

const decided = (seq: number, other: Partial<PetitionDecision> = {}): StandingPetition['decision'] => ({
  verdict: 'granted',
  percent: 65,
  cents: null,
  authority: 'Dean',
  reason: 'Granted for cause',
  on: '2026-10-20',
  seq,
  person: 'lee',
  at: '2026-10-20T16:00:00.000Z',
  ...other,
});

const late: StandingPetition['decision'] = {
  verdict: 'late',
  on: '2026-10-20',
  deadline: '2026-10-04',
  reason: 'Late',
  seq: 40,
  person: 'kim',
  at: '2026-10-20T16:00:00.000Z',
};

const asking = (kind: PetitionKind, other: Partial<Asking> = {}): Asking => ({
  petition: fields(kind),
  state: 'open',
  enclosed: false,
  approvals: [],
  decision: null,
  ...other,
});

const approval = (role: 'instructor' | 'chair', other: Partial<PetitionApproval> = {}) => ({
  role,
  verdict: 'approved' as const,
  name: role,
  on: '2026-10-12',
  signatureSeen: true,
  note: '',
  seq: 20,
  person: 'kim',
  at: '2026-10-12T16:00:00.000Z',
  ...other,
});
const both = [approval('instructor'), approval('chair')];

describe('what petitions bring into the facts of a case', () => {
  test.each([
    ['nothing', [], null],
    ['one that was opened later and waits', [asking('retroactive')], null],
    [
      'one that came enclosed, as it stands',
      [asking('retroactive', { enclosed: true })],
      { kind: 'retroactive', percent: null },
    ],
    [
      'the same while it lies with the student',
      [asking('retroactive', { enclosed: true, state: 'returned' })],
      { percent: null },
    ],
    ['one that was withdrawn', [asking('retroactive', { enclosed: true, state: 'withdrawn' })], null],
    ['one that was denied', [asking('retroactive', { enclosed: true, state: 'denied', decision: decided(9) })], null],
    [
      'one that was granted',
      [asking('retroactive', { state: 'granted', decision: decided(9) })],
      { percent: 65, authority: 'Dean', reason: 'Granted for cause' },
    ],
    [
      'one that came too late',
      [asking('retroactive', { state: 'late', decision: late })],
      { kind: 'retroactive', percent: null, authority: null },
    ],
    [
      'a late drop, as it stands',
      [asking('late-drop', { approvals: [both[0] ?? approval('chair')] })],
      { kind: 'late-drop', approvals: ['instructor'], reason: 'Ill' },
    ],
    [
      'a late drop that was granted',
      [asking('late-drop', { state: 'granted', approvals: both, decision: decided(9, { percent: null }) })],
      { approvals: ['instructor', 'chair'], reason: 'Ill', percent: null },
    ],
    [
      'a late drop that was denied although both approved',
      [asking('late-drop', { state: 'denied', approvals: both, decision: decided(9) })],
      { approvals: ['instructor', 'chair'], reason: null },
    ],
    ['a late drop that was withdrawn', [asking('late-drop', { state: 'withdrawn', approvals: both })], null],
    [
      'an enclosed request to come back that was denied',
      [asking('reinstatement', { enclosed: true, state: 'denied', decision: decided(9) })],
      { kind: 'reinstatement', percent: 0 },
    ],
    [
      'a request to come back that was granted',
      [asking('reinstatement', { state: 'granted', decision: decided(9, { percent: null }) })],
      { percent: 100 },
    ],
  ] as const)('%s', (_, petitions, expected) => {
    const decision = decisionOf(petitions);
    if (expected === null) expect(decision).toBeNull();
    else expect(decision).toMatchObject(expected);
  });

  test('a granted appeal comes before a granted petition, whichever was decided later; of two appeals the later', () => {
    const petition = asking('retroactive', { state: 'granted', decision: decided(90, { percent: 50 }) });
    const first = asking('appeal', { state: 'in-part', decision: decided(30, { percent: 70 }) });
    const second = asking('appeal', { state: 'granted', decision: decided(60, { percent: 100 }) });
    expect(decisionOf([petition, first])?.percent).toBe(70);
    expect(decisionOf([second, first, petition])?.percent).toBe(100);
    const denied = asking('appeal', { state: 'denied', decision: decided(80, { percent: null }) });
    expect(decisionOf([petition, denied])?.percent).toBe(50);
  });

  test('an approval counts by its signature and its yes', () => {
    const approvals = [approval('instructor', { signatureSeen: false }), approval('chair', { verdict: 'declined' })];
    expect(decisionOf([asking('late-drop', { approvals })])?.approvals).toEqual([]);
  });
});

describe('the clock of a petition', () => {
  const back = (on: string, answeredOn: string | null) => ({ on, why: '', answerBy: null, answeredOn, answer: '' });
  const timed = (other: object) => ({ ...asking('retroactive'), returns: [], ...other });

  test('counts calendar days from the receipt, and stands while the student has it', () => {
    expect(dueOn(timed({}), 21)).toBe('2026-10-26');
    expect(daysWaiting(timed({}), '2026-10-05')).toBe(0);
    expect(daysWaiting(timed({}), '2026-10-26')).toBe(21);
    const once = { returns: [back('2026-10-10', '2026-10-17')] };
    expect(dueOn(timed(once), 21)).toBe('2026-11-02');
    expect(daysWaiting(timed(once), '2026-11-02')).toBe(21);
    const out = { state: 'returned', returns: [back('2026-10-10', '2026-10-17'), back('2026-10-20', null)] };
    expect(dueOn(timed(out), 21)).toBeNull();
    expect(daysWaiting(timed(out), '2026-12-24')).toBe(8);
    expect(dueOn(timed({ state: 'granted', decision: decided(9) }), 21)).toBeNull();
    expect(daysWaiting(timed({ state: 'granted', decision: decided(9) }), '2027-01-01')).toBe(15);
  });
});

describe('an amount as a percentage', () => {
  test('gives it to the cent with the fewest decimals, for every amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (paid, share) => {
          const cents = Math.max(1, Math.round(paid * share));
          const percent = percentGiving(paid, cents);
          if (percent === null) throw new Error(`no percentage for ${cents} of ${paid}`);
          expect(percentOf(paid, percent)).toBe(cents);
          expect(isExactPercent(percent)).toBe(true);
          expect(percent).toBeGreaterThan(0);
          expect(percent).toBeLessThanOrEqual(100);
        },
      ),
    );
    expect(percentGiving(40_000, 26_000)).toBe(65);
    expect(percentGiving(40_000, 25_000)).toBe(62.5);
    expect(percentGiving(40_000, 40_001)).toBeNull();
    expect(percentGiving(40_000, 0)).toBeNull();
    expect(percentGiving(0, 0)).toBeNull();
  });
});

describe('the votes of a committee', () => {
  const committee = ['Ana', 'Ben', 'Cy', 'Di'];
  const votes = (text: string) =>
    text.split(' ').map((v, i) => ({
      member: committee[i] ?? '',
      vote: ({ g: 'grant', p: 'in-part', d: 'deny', a: 'abstain' } as const)[v as 'g'],
    }));
  test.each([
    ['g g g d', 'granted'],
    ['g g d d', null],
    ['g g d a', 'granted'],
    ['g a a a', 'granted'],
    ['g g p d', null],
    ['d d d', 'denied'],
    ['g g', null],
    ['a a a a', null],
  ] as const)('%s is %s', (text, verdict) => {
    expect(countVotes(committee, votes(text)).verdict).toBe(verdict);
  });

  test('of members who have left it count no more; names are told whatever their case', () => {
    expect(countVotes(['Ana'], votes('d g g g')).verdict).toBe('denied');
    expect(memberOf(committee, ' aNa ')).toBe('Ana');
    expect(memberOf(committee, 'An')).toBeNull();
  });
});

test('a petition is the fold of its entries that were not undone', () => {
  const entry = (seq: number, kind: string, content: object, undone = false): Kept =>
    ({
      seq,
      actionId: String(seq),
      kind,
      person: 'kim',
      at: '2026-10-05T16:00:00.000Z',
      undone,
      content,
    }) as unknown as Kept;
  const received = {
    number: 'RD-2026-0001-P1',
    caseId: 'c',
    petition: fields('late-drop'),
    againstSeq: null,
    enclosed: false,
  };
  const entries = [
    entry(1, 'petition.received', received),
    entry(2, 'petition.returned', { on: '2026-10-06', why: 'x', answerBy: null }),
    entry(3, 'petition.answered', { on: '2026-10-08', note: 'here' }),
    entry(4, 'petition.decided', decided(4) ?? {}, true),
  ];
  expect(foldPetition(entries)).toMatchObject({
    state: 'open',
    decision: null,
    returns: [{ on: '2026-10-06', answeredOn: '2026-10-08', answer: 'here' }],
  });
  expect(foldPetition(entries.slice(1))).toBeNull();
  expect(foldPetition([entry(1, 'petition.received', received, true)])?.state).toBe('undone');
});

describe('a sealed paper', () => {
  const key = Buffer.alloc(32, 7);
  const bytes = Buffer.from('a diagnosis');
  const hash = sha256(bytes).toString('hex');

  test('opens under its key and its hash alone, and not once a byte of it was changed', () => {
    const sealed = seal(key, hash, bytes);
    expect(unseal(key, hash, sealed)?.equals(bytes)).toBe(true);
    expect(sealed.includes(bytes)).toBe(false);
    expect(unseal(Buffer.alloc(32, 8), hash, sealed)).toBeNull();
    expect(unseal(key, sha256('another').toString('hex'), sealed)).toBeNull();
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(unseal(key, hash, changed), `byte ${i}`).toBeNull();
    }
    expect(unseal(key, hash, sealed.subarray(0, 27))).toBeNull();
    // The same bytes twice are never sealed alike.
    expect(seal(key, hash, bytes).equals(sealed)).toBe(false);
  });
});
