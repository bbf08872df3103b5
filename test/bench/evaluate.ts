import { Engine } from 'json-rules-engine';
import { dayNumber, minutesOfDay } from '../../shared/day';
import { courseOf } from '../../shared/policy/compile';
import { evaluate } from '../../shared/policy/evaluate';
import { explain } from '../../shared/policy/explain';
import type { Facts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { factsFrom } from '../policy/decide';
import { workedCases } from '../policy/worked-cases';
import { median } from './parts/median';

// The engine beside json-rules-engine, which decides the same bands from facts that were worked out for it beforehand: no dates, no
// office hours, no share of course time, no readings, no deadlines, no steps. They take turns on the same cases.

const policy = 'humboldt-extended-education';
const rounds = 15;
const repeats = 30;
const pack = shippedPacks.find((p) => p.id === policy);
if (pack === undefined) throw new Error(`${policy} is not shipped`);

type Precomputed = {
  readonly category: string;
  readonly meetings: number;
  readonly effective: number;
  readonly begins: number;
  readonly weekFourEnds: number;
  readonly quarterElapsed: boolean;
};
type Both = { readonly facts: Facts; readonly precomputed: Precomputed; readonly percent: number | null };

const semester = { fact: 'category', operator: 'in', value: ['open-university', 'high-school-concurrent'] };
const others = { fact: 'category', operator: 'in', value: ['extension', 'special-session', 'non-credit'] };
const before = { fact: 'effective', operator: 'lessThan', value: { fact: 'begins' } };
const begun = { fact: 'effective', operator: 'greaterThanInclusive', value: { fact: 'begins' } };
const short = [
  { fact: 'meetings', operator: 'greaterThanInclusive', value: 1 },
  { fact: 'meetings', operator: 'lessThanInclusive', value: 4 },
];
const long = {
  any: [
    { fact: 'meetings', operator: 'equal', value: 0 },
    { fact: 'meetings', operator: 'greaterThanInclusive', value: 5 },
  ],
};
const inWeekFour = { fact: 'effective', operator: 'lessThan', value: { fact: 'weekFourEnds' } };
const pastWeekFour = { fact: 'effective', operator: 'greaterThanInclusive', value: { fact: 'weekFourEnds' } };

const engine = new Engine([
  { conditions: { all: [before] }, event: { type: 'H7', params: { percent: 100 } } },
  { conditions: { all: [semester, begun, inWeekFour] }, event: { type: 'H9', params: { percent: 65 } } },
  { conditions: { all: [semester, begun, pastWeekFour] }, event: { type: 'H11', params: { percent: null } } },
  {
    conditions: { all: [others, begun, long, { fact: 'quarterElapsed', operator: 'equal', value: false }] },
    event: { type: 'H14', params: { percent: 65 } },
  },
  {
    conditions: { all: [others, begun, long, { fact: 'quarterElapsed', operator: 'equal', value: true }] },
    event: { type: 'H14', params: { percent: 0 } },
  },
  { conditions: { all: [others, begun, ...short] }, event: { type: 'H15', params: { percent: 0 } } },
]);

const cases = workedCases(policy).flatMap((c) => precomputed(factsFrom(c.facts)));
for (const { facts, precomputed: known, percent } of cases) {
  const { events } = await engine.run(known);
  const given = events.map((e) => e.params?.['percent'] as unknown);
  if (given.length !== 1 || given[0] !== percent)
    throw new Error(`${facts.id}: json-rules-engine gives ${JSON.stringify(given)}, the policy ${percent}`);
}

const times: Record<'theirs' | 'ours' | 'inWords', number[]> = { theirs: [], ours: [], inWords: [] };
let kept = 0;
for (let round = 0; round <= rounds; round++) {
  const theirs = await microseconds(async () => {
    for (const own of cases) kept += (await engine.run(own.precomputed)).events.length;
  });
  const ours = await microseconds(() => {
    for (const own of cases) kept += decided(own.facts).steps.length;
  });
  const inWords = await microseconds(() => {
    for (const own of cases) kept += explain(decided(own.facts), pack.pack, 'en').length;
  });
  // The first round warms both up and is not counted.
  if (round === 0) continue;
  times.theirs.push(theirs);
  times.ours.push(ours);
  times.inWords.push(inWords);
}
const { theirs, ours, inWords } = {
  theirs: median(times.theirs),
  ours: median(times.ours),
  inWords: median(times.inWords),
};
console.log(`${cases.length} cases of ${policy}, medians of ${rounds} rounds, ${kept > 0 ? 'all decided' : 'none'}`);
console.log(`json-rules-engine, bands alone: ${theirs.toFixed(1)} µs a case`);
console.log(`evaluate with steps: ${ours.toFixed(1)} µs a case: ${(theirs / ours).toFixed(1)} × as fast (at least 5)`);
console.log(
  `evaluate with sentences: ${inWords.toFixed(1)} µs a case: ${(theirs / inWords).toFixed(1)} × as fast (at least 2)`,
);
if (theirs / ours < 5 || theirs / inWords < 2) process.exitCode = 1;

function decided(facts: Facts) {
  const result = evaluate(facts, shippedPacks);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.determination;
}

/** A case that a band decides, with what another engine would have to be told; none for the outcomes before the bands. */
function precomputed(facts: Facts): readonly Both[] {
  const { effective, outcome, percent, deadlines, steps } = decided(facts);
  const banded = ['refund', 'none', 'petition-required'].includes(outcome);
  if (!banded || effective === null || facts.decision != null || pack === undefined) return [];
  const course = courseOf(pack.rules, facts);
  const at = steps.find((s) => s.rule === 'date-only')?.values['at'];
  const moment = typeof at === 'string' ? at : effective.length > 10 ? effective : `${effective}T23:59`;
  const weekFour = deadlines.find((d) => d.id === 'approval-free')?.through;
  if (course.begins === null) return [];
  return [
    {
      facts,
      percent,
      precomputed: {
        category: course.category,
        meetings: course.meetings.length,
        effective: minute(moment),
        begins: course.begins,
        weekFourEnds: weekFour === undefined ? 0 : (dayNumber(weekFour) + 1) * minutesOfDay,
        quarterElapsed: percent === 0,
      },
    },
  ];
}

function minute(moment: string): number {
  return dayNumber(moment) * minutesOfDay + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

async function microseconds(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < repeats; i++) await work();
  return ((performance.now() - began) * 1000) / repeats / cases.length;
}
