import type { LetterSource } from '../../shared/letters/source';
import type { PetitionTold } from '../../shared/letters/told';
import { aCourse, tenMondays } from '../db/records';
import { aSource, term, type Sample } from './samples';

const late = { received: '2026-10-12T11:00', postmarked: '2026-10-08' };
const semester = { category: 'open-university' };
const before = { on: '2026-10-13', refund: 0, letter: 'L-000901' };

/** A retroactive petition of January as a letter tells of it, not decided yet. */
export function told(other: Partial<PetitionTold> = {}): PetitionTold {
  return {
    step: 'received',
    kind: 'retroactive',
    receivedOn: '2027-01-12',
    asked: null,
    dueOn: '2027-02-02',
    missing: [],
    awaited: [],
    declined: [],
    returned: null,
    answeredOn: null,
    withdrawnOn: null,
    decision: null,
    against: before,
    ...other,
  };
}

/** The same decided on January 20. */
export function toldDecided(
  decision: Partial<NonNullable<PetitionTold['decision']>>,
  other: Partial<PetitionTold> = {},
): PetitionTold {
  const standard = {
    verdict: 'granted',
    on: '2027-01-20',
    authority: 'the Dean of Extended Education',
    byAmount: false,
    reason: 'You were in the hospital from September 14 to October 9.',
    deadline: null,
  } as const;
  return told({ step: 'decided', dueOn: null, decision: { ...standard, ...decision }, ...other });
}

const made = { madeOn: '2027-01-21' } as const;
const section = aCourse({
  code: 'EXT 204-03',
  title: 'Project Management',
  meetings: tenMondays.map(({ date }) => ({ date: date.replace('2026-', '2027-'), from: null, to: null })),
});

/** Every letter about a petition, and about what a student did with the form instead of dropping. */
export const petitionSamples: Readonly<Record<string, Sample>> = {
  'petition received': {
    source: aSource(
      { notice: late },
      {
        madeOn: '2027-01-13',
        petition: told({ asked: 40000, missing: ['reason'], awaited: ['Discharge papers of the hospital'] }),
      },
    ),
    type: 'petition-received',
    amount: null,
  },
  'late drop received, both approvals missing': {
    source: aSource(
      { course: semester, notice: late },
      {
        madeOn: '2026-10-13',
        petition: told({
          kind: 'late-drop',
          receivedOn: '2026-10-12',
          missing: ['instructor', 'chair'],
          against: null,
        }),
      },
    ),
    type: 'petition-received',
    amount: null,
  },
  'petition returned for information': {
    source: aSource(
      { notice: late },
      {
        madeOn: '2027-01-15',
        petition: told({
          step: 'returned',
          dueOn: null,
          returned: { on: '2027-01-14', why: 'Which weeks were you in the hospital?', answerBy: '2027-02-14' },
        }),
      },
    ),
    type: 'petition-returned',
    amount: null,
  },
  'petition granted': {
    source: aSource({ notice: late, decision: { percent: 100 } }, { ...made, petition: toldDecided({}) }),
    type: 'petition-granted',
    amount: '$400.00',
  },
  'petition granted in part, by an amount': {
    source: aSource(
      { notice: late, decision: { percent: 81.25 } },
      { ...made, petition: toldDecided({ verdict: 'in-part', byAmount: true }, { asked: 40000 }) },
    ),
    type: 'petition-in-part',
    amount: '$325.00',
  },
  'petition denied, nothing refunded': {
    source: aSource(
      { notice: late },
      { ...made, petition: toldDecided({ verdict: 'denied', authority: '', reason: 'No papers were sent.' }) },
    ),
    type: 'petition-denied',
    amount: '$0.00',
  },
  'petition denied, the refund stays': {
    source: aSource(
      {},
      {
        ...made,
        petition: toldDecided({ verdict: 'denied', authority: '' }, { against: { ...before, refund: 26000 } }),
      },
    ),
    type: 'petition-denied',
    amount: '$260.00',
  },
  'petition too late, the refund stays': {
    source: aSource(
      {},
      {
        madeOn: '2027-06-04',
        petition: toldDecided(
          { verdict: 'late', reason: '', authority: '', deadline: '2027-05-16', on: '2027-06-02' },
          { receivedOn: '2027-06-02', against: { ...before, refund: 26000 } },
        ),
      },
    ),
    type: 'refused',
    amount: '$260.00',
  },
  'late drop granted on a petition': {
    source: aSource(
      {
        course: semester,
        notice: late,
        decision: { kind: 'late-drop', received: '2026-10-12', percent: null, approvals: ['instructor', 'chair'] },
      },
      {
        madeOn: '2026-10-21',
        petition: toldDecided({ on: '2026-10-20' }, { kind: 'late-drop', receivedOn: '2026-10-12', against: null }),
      },
    ),
    type: 'late-drop-granted',
    amount: '$0.00',
  },
  'late drop refused by the chair': {
    source: aSource(
      { course: semester, notice: late },
      {
        madeOn: '2026-10-21',
        petition: toldDecided(
          { verdict: 'denied', on: '2026-10-20', authority: '', reason: 'The department chair did not approve it.' },
          { kind: 'late-drop', receivedOn: '2026-10-12', declined: ['chair'], missing: ['instructor'], against: null },
        ),
      },
    ),
    type: 'late-drop-denied',
    amount: '$0.00',
  },
  'petition withdrawn': {
    source: aSource(
      { notice: late },
      { ...made, petition: told({ step: 'withdrawn', dueOn: null, withdrawnOn: '2027-01-19' }) },
    ),
    type: 'petition-withdrawn',
    amount: null,
  },
  'drop withdrawn': {
    source: aSource({}, { hash: '', instead: { kind: 'withdrawn', on: '2026-09-23' } }),
    type: 'drop-withdrawn',
    amount: null,
  },
  'section changed': {
    source: aSource({}, { hash: '', instead: { kind: 'swapped', on: '2026-09-23', course: section, term } }),
    type: 'section-changed',
    amount: null,
  },
};

/** A source whose petition says the same things in a way that is hard to print. */
export function withTyped(source: LetterSource, text: string): LetterSource {
  const { petition } = source;
  if (petition === null) return source;
  const line = text.slice(0, 120);
  return {
    ...source,
    petition: {
      ...petition,
      awaited: petition.awaited.map(() => line),
      returned: petition.returned && { ...petition.returned, why: text.slice(0, 400) },
      decision: petition.decision && { ...petition.decision, reason: text, authority: line },
    },
  };
}
