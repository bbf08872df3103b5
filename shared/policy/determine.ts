import { hasClosuresIn } from '../calendar';
import { dayNumber, dayText, minutesOfDay } from '../day';
import { settle } from './amounts';
import type { Answer, Case } from './answer';
import type { CourseTime } from './course-time';
import { decide } from './decide';
import { cautions, type Alternative, type Deadline, type Determination, type Step } from './determination';
import type { Facts } from './facts';
import { readingsOf } from './readings';
import type { Rules } from './rules';
import { todaySteps } from './today';

/** A course's deadlines, and the years whose closures they were counted by. */
type Deadlines = { readonly deadlines: readonly Deadline[]; readonly years: readonly number[] };

/** Sets a decision down as the contract has it: the answer, what other readings would have given, the limits and the working. */
export function determine(rules: Rules, facts: Facts, course: CourseTime, deadlinesOf: () => Deadlines): Determination {
  const readings = readingsOf(rules.readings, facts.readings);
  const steps: Step[] = [];
  const seen: Case['seen'] = { notice: null };
  const answer = decide({ rules, facts, course, readings, steps, seen });
  const refundExpected = expectedOf(rules, facts, answer);
  if (refundExpected !== null && rules.pack.promise !== null)
    steps.push({ clause: rules.pack.promise.clause, rule: 'promise', values: refundExpected });
  if (answer.notation === 'W')
    steps.push({ clause: answer.clause, rule: 'notation', values: { notation: answer.notation } });
  steps.push(...todaySteps(rules.pack, facts, answer));
  const { deadlines, years } = answer.outcome === 'refer' ? noDeadlines : deadlinesOf();
  // A date that stands on closures nobody entered is as doubtful on a sheet as in a decision.
  const uncertain = years.some((year) => !hasClosuresIn(course.calendar, year));
  const determination = {
    policy: rules.pack.id,
    version: rules.pack.version,
    outcome: answer.outcome,
    percent: answer.percent,
    refund: answer.refund,
    cancelled: answer.cancelled,
    withheld: answer.withheld,
    kept: facts.fees.assessed - answer.refund - answer.cancelled,
    settlement: settle(facts.fees, answer),
    effective: answer.effective === null ? null : answer.effective.printed,
    clause: answer.clause,
    notation: answer.notation,
    missing: answer.missing,
    deadlines,
    readings: readings.applied,
    alternatives: alternativesOf({ rules, facts, course, readings, steps, seen }, answer),
    refundExpected,
    cautions: cautions.filter((c) => answer.cautions.includes(c) || (uncertain && c === 'closures-missing-for-year')),
    steps,
  };
  return facts.id == null ? determination : { id: facts.id, ...determination };
}

const noDeadlines: Deadlines = { deadlines: [], years: [] };

/** When a refund is promised: so many days after the effective day, or after the day the class was cancelled; null where nothing is refunded. */
function expectedOf(rules: Rules, facts: Facts, answer: Answer): Determination['refundExpected'] {
  const { promise } = rules.pack;
  if (promise === null || answer.outcome !== 'refund' || answer.refund === 0) return null;
  const { cancelledOn } = facts.course;
  const effective = answer.effective === null ? null : Math.floor(answer.effective.at / minutesOfDay);
  const from = effective ?? (cancelledOn == null ? null : dayNumber(cancelledOn));
  return from === null ? null : { from: dayText(from + promise.fromDays), to: dayText(from + promise.toDays) };
}

/** The other values of the readings applied under which the answer is another one; a value the course's data cannot serve gives none. */
function alternativesOf(own: Case, answer: Answer): readonly Alternative[] {
  const { rules, facts } = own;
  const { officeHours } = rules.pack.notice;
  const found: Alternative[] = [];
  for (const { name, value: applied } of own.readings.applied) {
    const reading = rules.readings.get(name);
    if (reading === undefined) continue;
    const ofNotice = name === 'effective' || name === officeHours?.reading;
    for (const { value } of reading.values) {
      if (value === applied) continue;
      const other = decide({
        ...own,
        readings: readingsOf(rules.readings, facts.readings, { name, value }),
        steps: null,
        seen: ofNotice ? { notice: null } : own.seen,
      });
      if (other.outcome === 'incomplete') continue;
      const { percent, refund, cancelled } = other;
      if (percent === answer.percent && refund === answer.refund && cancelled === answer.cancelled) continue;
      found.push({ reading: name, value, percent, refund, cancelled });
    }
  }
  return found;
}
