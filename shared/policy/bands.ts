import { hasClosuresIn } from '../calendar';
import { amountsOf, dueFollows, lessWithheld, moneySteps, withheldBy } from './amounts';
import { lacking, paid, stopped, type Answer, type Case, type Counted } from './answer';
import { lengthInWeeks } from './course-time';
import { basisOf } from './deadline';
import type { Facts } from './facts';
import { scheduleOf, type CompiledBand, type CompiledSchedule } from './rules';
import { elapsedAt } from './share';

const noYears: readonly number[] = [];

/** Decides by the schedule that the course falls under: the first band whose end lies after the effective moment. */
export function decideBands(own: Case, counted: Counted): Answer {
  const { rules, course, readings, steps, facts } = own;
  const { pack } = rules;
  const schedule = scheduleOf(rules, course, facts);
  if (schedule === undefined) {
    // Which rule covers the course may hang on its length, which nothing says yet.
    const unknown = lengthInWeeks(course) === null && rules.schedules.some((s) => s.testButLength?.(course, facts));
    if (unknown) return lacking(own, counted, pack.beginsClause, ['meetings']);
    steps?.push({ clause: pack.unknownDecisionClause, rule: 'no-schedule', values: {} });
    return stopped(own, counted, 'refer', pack.unknownDecisionClause);
  }
  const { at } = counted.effective;
  const { begins } = course;
  if (begins !== null)
    steps?.push({
      clause: pack.beginsClause,
      rule: 'course-begins',
      values: { begins, withTerm: course.beginsWithTerm, arranged: course.arranged, before: at < begins },
    });
  let chosen = false;
  let lower = -Infinity;
  let years = noYears;
  for (const band of schedule.bands) {
    if (!chosen && (begins === null || at >= begins)) {
      chosen = true;
      steps?.push({
        clause: schedule.clause,
        rule: schedule.rule,
        values: { schedule: schedule.label, meetings: course.meetings.length, category: course.category },
      });
    }
    if (band.until === null) return decideBand(own, counted, band, years);
    const bound = band.until(course, readings, band.data.clause);
    if (bound.missing !== null)
      return lacking(own, counted, begins === null ? pack.beginsClause : band.data.clause, missingOf(own, schedule));
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

function decideBand(own: Case, counted: Counted, band: CompiledBand, years: readonly number[]): Answer {
  const { rules, facts, readings, steps } = own;
  const { petition, percent, clause, withhold, caution, final } = band.data;
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
  const gross = amountsOf(facts.fees, percent, follows);
  const withheld = withheldBy(band.data, facts.fees, readings);
  const net = withheld.cents === 0 ? gross : lessWithheld(gross, withheld.cents);
  if (steps !== null) {
    const taken = withhold === undefined ? null : { source: withheld.source, clause: withhold.clause };
    moneySteps(steps, facts.fees, clause, percent, gross, net, taken, dueReading?.clause ?? null);
  }
  return paid(looked, clause, percent, net, notation);
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
  const { percent, label } = data;
  // A limit that never comes has no moment; what is kept on disk has no word for infinity.
  const ends = Number.isFinite(until) ? until : null;
  if (share === null) {
    steps?.push({
      clause: data.clause,
      rule: data.rule,
      values: { inside, until: ends, percent, label, ...weekOf(data) },
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

/** The week a limit ends with, where it ends with one. */
function weekOf({ until }: CompiledBand['data']): { readonly week?: number } {
  return until?.kind === 'term-week' || until?.kind === 'class-week' ? { week: until.week } : {};
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
