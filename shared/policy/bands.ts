import { hasClosuresIn } from '../calendar';
import { amountsOf, dueFollows, lessWithheld, moneySteps, withheldBy } from './amounts';
import { lacking, paid, stopped, type Answer, type Case, type Counted } from './answer';
import { chargedAt, chargeSteps, givenBy, percentGiven } from './charges';
import { lengthInWeeks } from './course-time';
import { basisOf } from './deadline';
import type { Notation } from './determination';
import type { Facts } from './facts';
import type { CompiledBand, CompiledSchedule } from './rules';
import { readingsOf } from './readings';
import { elapsedAt } from './share';

const noYears: readonly number[] = [];

/** Decides by the schedule that the course falls under: the first band whose end lies after the effective moment. */
export function decideBands(own: Case, counted: Counted, schedule: CompiledSchedule | undefined): Answer {
  const { rules, course, readings, steps } = own;
  // Which rule covers the course hangs on its length, which nothing says yet.
  if (schedule === undefined) return lacking(own, counted, categoryClause(own), ['meetings']);
  const category = rules.categories.get(course.category);
  const beginsClause = category?.beginsClause ?? rules.pack.beginsClause;
  const { at } = counted.effective;
  const { begins } = course;
  if (begins !== null)
    steps?.push({
      clause: beginsClause,
      rule: 'course-begins',
      values: { begins, withTerm: course.beginsWithTerm, arranged: course.arranged, before: at < begins },
    });
  let chosen = false;
  let lower = -Infinity;
  let years = noYears;
  for (const band of schedule.bands) {
    // Before it begins, a course needs no rule of its own where all of them refund by that alone.
    if (!chosen && (begins === null || at >= begins || band.data.until?.kind !== 'begins')) {
      chosen = true;
      steps?.push({
        clause: schedule.clause,
        rule: schedule.rule,
        values: {
          schedule: schedule.label,
          meetings: course.meetings.length,
          category: course.category,
          ...(schedule.testButLength === null ? {} : { weeks: lengthInWeeks(course) }),
        },
      });
    }
    if (band.until === null) return decideBand(own, counted, band, years);
    const bound = band.until(course, readings, band.data.clause);
    if (bound.missing !== null)
      return lacking(own, counted, begins === null ? beginsClause : endClause(band), missingOf(own, schedule));
    if (bound.absent) {
      // The course has no such day to count to (fewer class days than the row counts): no rule covers it.
      steps?.push({ clause: band.data.clause, rule: 'no-schedule', values: {} });
      return stopped(own, counted, 'refer', band.data.clause);
    }
    if (bound.years.length > 0) years = years.length === 0 ? bound.years : [...years, ...bound.years];
    if (bound.until > lower) lower = bound.until;
    const inside = at < lower;
    if (steps !== null) bandStep(own, counted, band, lower, inside);
    if (inside) return decideBand(own, counted, band, years);
  }
  return stopped(own, counted, 'refer', schedule.clause);
}

/**
 * The clause by which the office must decide where no rule covers the course: it falls under no schedule whatever its length, or has
 * fewer days than its schedule counts. Null where one does, or may once the course's length is known.
 */
export function uncoveredBy(own: Case, schedule: CompiledSchedule | undefined): string | null {
  const { rules, course, facts } = own;
  if (schedule === undefined) {
    // A track that must still be named may be what its schedule hangs on.
    if (rules.pack.notice.track !== undefined && facts.student?.track == null) return null;
    const unknown = lengthInWeeks(course) === null && rules.schedules.some((s) => s.testButLength?.(course, facts));
    return unknown ? null : categoryClause(own);
  }
  const first = schedule.bands[0];
  if (first?.countsDays !== true) return null;
  return first.until?.(course, readingsOf(rules.readings, facts.readings), first.data.clause).absent === true
    ? first.data.clause
    : null;
}

function categoryClause({ rules, course }: Case): string {
  return rules.categories.get(course.category)?.clause ?? rules.pack.unknownDecisionClause;
}

function decideBand(own: Case, counted: Counted, band: CompiledBand, years: readonly number[]): Answer {
  const { rules, facts, readings, steps } = own;
  const { petition, percent, clause, withhold, caution, final, firstFee, proRata } = band.data;
  const looked = caution === undefined && years.length === 0 ? counted : withCautions(own, counted, caution, years);
  if (final === true && facts.decision != null) {
    steps?.push({ clause, rule: 'no-exception', values: {} });
    return stopped(own, looked, 'refused', clause);
  }
  let notation = band.data.notation ?? 'none';
  if (petition !== undefined) {
    const decision = facts.decision?.kind === petition.decision ? facts.decision : null;
    const missing = petitionMissing(petition.needs, decision);
    const complete = missing.length === 0;
    steps?.push({
      clause,
      rule: complete ? 'petition-complete' : 'petition-needed',
      values: { missing, needs: petition.needs },
    });
    if (!complete) return stopped(own, looked, 'petition-required', clause, missing);
    notation = petition.notation;
  }
  const { dueReading } = rules.pack;
  const due = facts.fees.assessed - facts.fees.collected;
  const follows = band.data.due === 'always' || dueFollows(percent > 0 ? dueReading : null, due, readings);
  if (firstFee !== undefined || proRata !== undefined) return decideCharging(own, looked, band, follows, notation);
  const gross = amountsOf(facts.fees, percent, follows);
  const withheld = withheldBy(band.data, facts.fees, readings);
  const net = withheld.cents === 0 ? gross : lessWithheld(gross, withheld.cents);
  if (steps !== null) {
    const taken = withhold === undefined ? null : { source: withheld.source, clause: withhold.clause };
    moneySteps(steps, facts.fees, clause, percent, gross, net, taken, dueReading?.clause ?? null);
  }
  return paid(looked, clause, percent, net, notation);
}

/** Decides by a band that takes a fee first, or charges for the time that has elapsed. */
function decideCharging(
  own: Case,
  counted: Counted,
  { data }: CompiledBand,
  follows: boolean,
  notation: Notation,
): Answer {
  const { rules, facts, course, readings, steps } = own;
  const charged = chargedAt(data, course, readings, counted.effective.at);
  if (charged !== null && charged.missing.length > 0) return lacking(own, counted, data.clause, charged.missing);
  const elapsed = charged?.elapsed ?? null;
  const given = givenBy(data, facts.fees, elapsed, follows);
  const withheld = withheldBy(data, facts.fees, readings);
  const net = lessWithheld(given, withheld.cents);
  if (steps !== null) {
    const rest = chargeSteps(steps, data, facts.fees, given, charged);
    const taken = data.withhold === undefined ? null : { source: withheld.source, clause: data.withhold.clause };
    const dueClause = rules.pack.dueReading?.clause ?? null;
    moneySteps(steps, facts.fees, data.clause, data.percent, given, net, taken, dueClause, rest);
  }
  return paid(counted, data.clause, percentGiven(data, elapsed), net, notation);
}

function withCautions(own: Case, counted: Counted, caution: string | undefined, years: readonly number[]): Counted {
  const cautions = [...counted.cautions];
  const add = (name: string): void => void (cautions.includes(name) ? 0 : cautions.push(name));
  if (caution !== undefined) add(caution);
  if (years.some((year) => !hasClosuresIn(own.course.calendar, year))) add('closures-missing-for-year');
  return { effective: counted.effective, cautions };
}

function bandStep(own: Case, counted: Counted, band: CompiledBand, until: number, inside: boolean): void {
  const { course, readings, steps } = own;
  const { data, share } = band;
  const named = band.named === null ? null : { named: band.named };
  const { percent, label } = data;
  // A limit that never comes has no moment; what is kept on disk has no word for infinity.
  const ends = Number.isFinite(until) ? until : null;
  if (share === null) {
    steps?.push({
      clause: endClause(band),
      rule: data.rule,
      values: { inside, until: ends, percent, label, ...named, ...band.limit?.(course, readings) },
    });
    return;
  }
  const basis = basisOf(course, readings, share.basis, data.clause);
  const { part, whole } = elapsedAt(basis, course, counted.effective.at);
  steps?.push({
    clause: data.clause,
    rule: data.rule,
    values: { inside, until: ends, percent, label, limit: share.percent, basis, part, whole },
  });
}

/** The clause that a band's end stands on. */
function endClause({ data }: CompiledBand): string {
  return data.untilClause ?? data.clause;
}

/** Everything that is missing to place a drop in a schedule: what its limits count from. */
function missingOf(own: Case, schedule: CompiledSchedule): readonly string[] {
  const missing: string[] = [];
  for (const band of schedule.bands) {
    const bound = band.until?.(own.course, own.readings, band.data.clause);
    if (bound?.missing != null) missing.push(...bound.missing);
  }
  return missing;
}

/** What a petition still needs: its reason, its approvals, and what was decided and by whom. */
export function petitionMissing(needs: readonly string[], decision: Facts['decision']): string[] {
  return needs.filter((need) => {
    if (need === 'instructor' || need === 'chair') return decision?.approvals?.includes(need) !== true;
    if (need === 'percent') return decision?.percent == null;
    const text = need === 'reason' ? decision?.reason : decision?.authority;
    return text == null || text.trim() === '';
  });
}
