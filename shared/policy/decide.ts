import { dayNumber, dayText, minutesOfDay } from '../day';
import { amountsOf, dueFollows, lessWithheld, moneySteps, noAmounts, withheldBy, type Amounts } from './amounts';
import type { CompiledBand, CompiledSchedule, Rules } from './compile';
import type { CourseTime } from './course-time';
import { basisOf } from './deadline';
import type { Notation, Outcome, Step } from './determination';
import type { Facts } from './facts';
import type { Effective } from './notice';
import type { Readings } from './readings';
import { elapsedAt } from './share';

/** What the policy answers, before it is set down as a determination. */
export type Answer = Amounts & {
  readonly outcome: Outcome;
  readonly percent: number | null;
  readonly clause: string;
  readonly notation: Notation;
  readonly effective: Effective | null;
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
  /** The band that decided, where one did. */
  readonly band: CompiledBand | null;
};

/** The contract's order of what an incomplete notice or petition still needs. */
const missingOrder = [
  'notice',
  'drop-form',
  'add-drop-form',
  'fee-bill-receipt',
  'fullName',
  'email',
  'courseTitle',
  'courseStart',
  'track',
  'term-begins',
  'starts',
  'ends',
  'meetings',
  'meeting-times',
  'paid-on',
  'refund-window',
  'reason',
  'instructor',
  'chair',
  'percent',
  'authority',
  'federal',
];

/** Everything one answer is reasoned from. */
type Case = {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly course: CourseTime;
  readonly readings: Readings;
  readonly steps: Step[] | null;
  /** `F-warning` where failing to drop officially fails the student (H12). */
  readonly failing: Notation;
};

/** Decides a case in the contract's order: cancelled course, no notice, not official, refer, incomplete, decision, federal, bands. */
export function decide(
  rules: Rules,
  facts: Facts,
  course: CourseTime,
  readings: Readings,
  steps: Step[] | null,
): Answer {
  const category = rules.categories.get(facts.course.category);
  const failing: Notation = category?.failing === true && rules.pack.failingClause !== null ? 'F-warning' : 'none';
  const own: Case = { rules, facts, course, readings, steps, failing };
  const { cancelledOn } = facts.course;
  if (cancelledOn == null) return decideNotice(own);
  const rule = rules.pack.cancelled;
  if (rule === null) {
    steps?.push({ clause: rules.pack.notice.noNoticeClause, rule: 'cancelled-not-covered', values: { cancelledOn } });
    return stop(own, 'refer', rules.pack.notice.noNoticeClause);
  }
  if (facts.notice != null) {
    const ownSteps: Step[] = [];
    const before = decideNotice({ ...own, steps: steps === null ? null : ownSteps });
    const tookEffect = before.effective !== null && before.outcome !== 'petition-required';
    if (
      tookEffect &&
      before.effective !== null &&
      Math.floor(before.effective.at / minutesOfDay) < dayNumber(cancelledOn)
    ) {
      steps?.push(
        {
          clause: rule.clause,
          rule: 'dropped-before-cancellation',
          values: { cancelledOn, effective: before.effective.printed },
        },
        ...ownSteps,
      );
      return before;
    }
    // What the notice would have come to has no bearing once the class is cancelled.
    readings.applied.clear();
  }
  const amounts = amountsOf(facts.fees, 100, true);
  steps?.push({ clause: rule.clause, rule: 'class-cancelled', values: { cancelledOn } });
  if (steps !== null) moneySteps(steps, facts.fees, rule.clause, 100, amounts, amounts, null, rule.clause);
  return { ...answer(own, 'refund', rule.clause), ...amounts, percent: 100 };
}

function decideNotice(own: Case): Answer {
  const { rules, facts, course, readings, steps } = own;
  const { pack } = rules;
  const { notice } = facts;
  if (notice == null) {
    steps?.push({ clause: pack.notice.noNoticeClause, rule: 'no-notice', values: {} });
    return { ...answer(own, 'incomplete', pack.notice.noNoticeClause), missing: ['notice'] };
  }
  if (pack.cancelled !== null && facts.course.cancelledOn == null)
    steps?.push({ clause: pack.cancelled.clause, rule: 'class-not-cancelled', values: {} });
  const read = rules.notice(notice, course, facts, readings, steps);
  if (read.kind === 'not-official') return stop(own, 'not-official', read.clause);
  const effective = read.kind === 'counts' ? read.effective : null;
  const cautions = read.kind === 'counts' ? read.cautions : [];
  for (const referral of rules.refer) {
    if (!referral.test(course, facts)) continue;
    steps?.push({ clause: referral.clause, rule: 'refer', values: { category: course.category } });
    return { ...stop(own, 'refer', referral.clause), effective, cautions };
  }
  if (facts.decision != null && !rules.decisions.has(facts.decision.kind)) {
    const clause = pack.unknownDecisionClause;
    steps?.push({ clause, rule: 'decision-unknown', values: { kind: facts.decision.kind } });
    return { ...stop(own, 'refer', clause), effective, cautions };
  }
  if (read.kind === 'incomplete') return { ...stop(own, 'incomplete', read.clause), missing: inOrder(read.missing) };
  const counted = { ...own, effective: read.effective, cautions };
  const decided = decideDecision(counted);
  if (decided !== null) return decided;
  if (rules.federal !== null && rules.federal.test(course, facts)) return decideFederal(counted, rules.federal.clause);
  return decideBands(counted);
}

type Counted = Case & { readonly effective: Effective; readonly cautions: readonly string[] };

function decideDecision(own: Counted): Answer | null {
  const { rules, facts, course, readings, steps, effective } = own;
  const { decision } = facts;
  const rule = decision == null ? undefined : rules.decisions.get(decision.kind);
  if (decision == null || rule === undefined) return null;
  const { clause } = rule;
  if (rule.receivedBy !== null) {
    const bound = rule.receivedBy(course, readings, clause);
    if ('missing' in bound) return incomplete(own, clause, bound.missing);
    // A petition without a date of its own came with the form. A receipt on a closed day is still a receipt on that day.
    const received = decision.received ?? effective.receivedOn;
    const late = dayNumber(received) * minutesOfDay >= bound.until;
    steps?.push({
      clause,
      rule: late ? 'petition-late' : 'petition-in-time',
      values: { received, through: dayText(Math.ceil(bound.until / minutesOfDay) - 1) },
    });
    if (late) return { ...stop(own, 'refused', clause), effective, cautions: own.cautions };
  }
  if (rule.read === 'by-band') return null;
  const missing = petitionMissing(rule.needs, decision);
  if (missing.length > 0) return incomplete(own, clause, missing);
  const percent = rule.gives === 'percent' ? (decision.percent ?? 0) : 0;
  steps?.push({
    clause,
    rule: 'petition-granted',
    values: { kind: decision.kind, percent, authority: decision.authority ?? null, reason: decision.reason ?? null },
  });
  const amounts = amountsOf(
    facts.fees,
    percent,
    dueFollows(rules.pack.dueReading, facts.fees.assessed - facts.fees.collected, readings),
  );
  if (steps !== null)
    moneySteps(steps, facts.fees, clause, percent, amounts, amounts, null, rules.pack.dueReading?.clause ?? null);
  return {
    ...answer(own, percent > 0 ? 'refund' : 'none', clause),
    ...amounts,
    percent,
    effective,
    cautions: own.cautions,
  };
}

function decideFederal(own: Counted, clause: string): Answer {
  const { facts, steps, effective, cautions } = own;
  if (facts.federal == null) {
    steps?.push({ clause, rule: 'federal-awaited', values: {} });
    return { ...stop(own, 'federal', clause), missing: ['federal'], effective, cautions };
  }
  const refund = Math.min(facts.federal, facts.fees.collected);
  steps?.push({ clause, rule: 'federal-figure', values: { federal: facts.federal, refund } });
  return { ...answer(own, refund > 0 ? 'refund' : 'none', clause), ...noAmounts, refund, effective, cautions };
}

function decideBands(own: Counted): Answer {
  const { rules, facts, course, readings, steps, effective, cautions } = own;
  const { pack } = rules;
  const schedule = rules.schedules.find((s) => s.test(course, facts));
  if (schedule === undefined) {
    steps?.push({ clause: pack.unknownDecisionClause, rule: 'no-schedule', values: {} });
    return { ...stop(own, 'refer', pack.unknownDecisionClause), effective, cautions };
  }
  if (course.begins === null) return incomplete(own, pack.beginsClause, scheduleMissing(schedule, course, readings));
  steps?.push({
    clause: pack.beginsClause,
    rule: 'course-begins',
    values: {
      begins: course.begins,
      withTerm: course.beginsWithTerm,
      arranged: course.arranged,
      before: effective.at < course.begins,
    },
  });
  let started = false;
  let lower = -Infinity;
  const needed = new Set<number>();
  for (const band of schedule.bands) {
    if (!started && effective.at >= course.begins) {
      started = true;
      steps?.push({
        clause: schedule.clause,
        rule: schedule.rule,
        values: { schedule: schedule.label, meetings: course.meetings.length, category: course.category },
      });
    }
    if (band.until === null) return decideBand(own, band, needed);
    const bound = band.until(course, readings, band.data.clause);
    if ('missing' in bound) return incomplete(own, band.data.clause, bound.missing);
    for (const year of bound.closuresNeeded) needed.add(year);
    const until = Math.max(lower, bound.until);
    const inside = effective.at < until;
    if (steps !== null) bandStep(own, band, until, inside);
    if (inside) return decideBand(own, band, needed);
    lower = until;
  }
  return { ...stop(own, 'refer', schedule.clause), effective, cautions };
}

function decideBand(own: Counted, band: CompiledBand, closuresNeeded: ReadonlySet<number>): Answer {
  const { rules, facts, course, readings, steps, effective } = own;
  const cautions = [...own.cautions];
  if (band.data.caution !== undefined) cautions.push(band.data.caution);
  for (const year of closuresNeeded)
    if (!course.calendar.years.has(year) && !cautions.includes('closures-missing-for-year'))
      cautions.push('closures-missing-for-year');
  const { petition, percent, clause } = band.data;
  let notation: Notation = band.data.notation ?? 'none';
  if (petition !== undefined) {
    const decision = facts.decision?.kind === petition.decision ? facts.decision : null;
    const missing = petitionMissing(petition.needs, decision);
    steps?.push({
      clause,
      rule: missing.length > 0 ? 'petition-needed' : 'petition-complete',
      values: { missing, needs: petition.needs },
    });
    if (missing.length > 0)
      return { ...stop(own, 'petition-required', clause), missing: inOrder(missing), effective, cautions };
    notation = petition.notation;
  }
  const due = facts.fees.assessed - facts.fees.collected;
  const follows = band.data.due === 'always' || dueFollows(percent > 0 ? rules.pack.dueReading : null, due, readings);
  const gross = amountsOf(facts.fees, percent, follows);
  const withheld = withheldBy(band.data, facts.fees, readings);
  const net = lessWithheld(gross, withheld.cents);
  if (steps !== null) {
    const taken =
      band.data.withhold === undefined ? null : { source: withheld.source, clause: band.data.withhold.clause };
    moneySteps(steps, facts.fees, clause, percent, gross, net, taken, rules.pack.dueReading?.clause ?? null);
  }
  return {
    ...answer(own, percent > 0 ? 'refund' : 'none', clause),
    ...net,
    percent,
    notation,
    effective,
    cautions,
    band,
  };
}

function bandStep(own: Counted, band: CompiledBand, until: number, inside: boolean): void {
  const { course, effective, readings, steps } = own;
  const share = band.share;
  const values: Record<string, unknown> = { inside, until, percent: band.data.percent, label: band.data.label };
  if (share !== null) {
    const basis = basisOf(course, readings, share.basis, band.data.clause);
    values.limit = share.percent;
    values.basis = basis;
    Object.assign(values, elapsedAt(basis, course, effective.at));
  }
  steps?.push({ clause: band.data.clause, rule: band.data.rule, values });
}

function scheduleMissing(schedule: CompiledSchedule, course: CourseTime, readings: Readings): readonly string[] {
  const missing: string[] = [];
  for (const band of schedule.bands) {
    const bound = band.until?.(course, readings, band.data.clause);
    if (bound !== undefined && 'missing' in bound) missing.push(...bound.missing);
  }
  return missing;
}

function petitionMissing(needs: readonly string[], decision: Facts['decision'] | null): string[] {
  return needs.filter((need) => {
    if (need === 'instructor' || need === 'chair') return !(decision?.approvals ?? []).includes(need);
    if (need === 'percent') return decision?.percent == null;
    const text = need === 'reason' ? decision?.reason : decision?.authority;
    return text == null || text.trim() === '';
  });
}

function incomplete(own: Counted, clause: string, missing: readonly string[]): Answer {
  const named = inOrder(missing);
  own.steps?.push({ clause, rule: 'facts-missing', values: { missing: named } });
  return { ...stop(own, 'incomplete', clause), missing: named };
}

function inOrder(missing: readonly string[]): readonly string[] {
  return [...new Set(missing)].sort((a, b) => missingOrder.indexOf(a) - missingOrder.indexOf(b));
}

function answer(own: Case, outcome: Outcome, clause: string): Answer {
  const failed =
    outcome === 'not-official' ||
    outcome === 'petition-required' ||
    (outcome === 'incomplete' && own.facts.notice != null);
  return {
    ...noAmounts,
    outcome,
    percent: null,
    clause,
    notation: failed ? own.failing : 'none',
    effective: null,
    missing: [],
    cautions: [],
    band: null,
  };
}

/** An outcome other than money, with the warning that failing to drop officially fails the student. */
function stop(own: Case, outcome: Outcome, clause: string): Answer {
  const stopped = answer(own, outcome, clause);
  if (stopped.notation === 'F-warning') {
    own.steps?.push({ clause: own.rules.pack.failingClause ?? clause, rule: 'failing-grade', values: {} });
  }
  return stopped;
}
