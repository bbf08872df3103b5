import { dayNumber, dayText, minutesOfDay } from '../day';
import { amountsOf, dueFollows, moneySteps, noAmounts } from './amounts';
import { lacking, paid, stopped, uncounted, type Answer, type Case, type Counted } from './answer';
import { decideBands, petitionMissing, uncoveredBy } from './bands';
import type { Step } from './determination';
import { scheduleOf } from './rules';

/** Decides a case in the contract's order: cancelled course, no notice, not official, refer, incomplete, decision, federal, bands. */
export function decide(own: Case): Answer {
  const { rules, facts, readings, steps } = own;
  const { cancelledOn } = facts.course;
  if (cancelledOn == null) return decideNotice(own);
  const rule = rules.pack.cancelled;
  if (rule === null) {
    const clause = rules.pack.cancelledUncoveredClause ?? rules.pack.notice.noNoticeClause;
    steps?.push({ clause, rule: 'cancelled-not-covered', values: { cancelledOn } });
    return stopped(own, uncounted, 'refer', clause);
  }
  if (facts.notice != null) {
    const ownSteps: Step[] | null = steps === null ? null : [];
    const before = decideNotice({ ...own, steps: ownSteps });
    // A late drop without its approvals is not a drop yet: the student is still in the class that is cancelled.
    const tookEffect = before.effective !== null && before.outcome !== 'petition-required';
    if (tookEffect && Math.floor(before.effective.at / minutesOfDay) < dayNumber(cancelledOn)) {
      const values = { cancelledOn, effective: before.effective.printed };
      steps?.push({ clause: rule.clause, rule: 'dropped-before-cancellation', values }, ...(ownSteps ?? []));
      return before;
    }
    // What the notice would have come to has no bearing once the class is cancelled.
    readings.applied.length = 0;
  }
  const amounts = amountsOf(facts.fees, 100, true);
  steps?.push({ clause: rule.clause, rule: 'class-cancelled', values: { cancelledOn } });
  if (steps !== null) moneySteps(steps, facts.fees, rule.clause, 100, amounts, amounts, null, rule.clause);
  return paid(uncounted, rule.clause, 100, amounts);
}

function decideNotice(own: Case): Answer {
  const { rules, facts, course, readings, steps } = own;
  const { pack } = rules;
  const { notice } = facts;
  if (notice == null) {
    const clause = pack.notice.noNoticeClause;
    steps?.push({ clause, rule: 'no-notice', values: {} });
    return stopped(own, uncounted, 'incomplete', clause, ['notice']);
  }
  if (pack.cancelled !== null && facts.course.cancelledOn == null)
    steps?.push({ clause: pack.cancelled.clause, rule: 'class-not-cancelled', values: {} });
  const read = own.seen.notice ?? rules.notice(notice, course, facts, readings, steps);
  own.seen.notice = read;
  if (read.kind === 'not-official') return stopped(own, uncounted, 'not-official', read.clause);
  const counted = read.kind === 'counts' ? read : uncounted;
  for (const referral of rules.refer) {
    if (!referral.test(course, facts)) continue;
    steps?.push({ clause: referral.clause, rule: 'refer', values: { category: course.category } });
    return stopped(own, counted, 'refer', referral.clause);
  }
  const schedule = scheduleOf(rules, course, facts);
  const uncovered = uncoveredBy(own, schedule);
  if (uncovered !== null) {
    steps?.push({ clause: uncovered, rule: 'no-schedule', values: {} });
    return stopped(own, counted, 'refer', uncovered);
  }
  if (facts.decision != null && !rules.decisions.has(facts.decision.kind)) {
    const clause = pack.unknownDecisionClause;
    steps?.push({ clause, rule: 'decision-unknown', values: { kind: facts.decision.kind } });
    return stopped(own, counted, 'refer', clause);
  }
  if (read.kind === 'incomplete') return stopped(own, uncounted, 'incomplete', read.clause, read.missing);
  const decided = decideDecision(own, read);
  if (decided !== null) return decided;
  if (rules.federal !== null && rules.federal.test(course, facts))
    return decideFederal(own, read, rules.federal.clause);
  return decideBands(own, read, schedule);
}

function decideDecision(own: Case, counted: Counted): Answer | null {
  const { rules, facts, course, readings, steps } = own;
  const { decision, fees } = facts;
  const rule = decision == null ? undefined : rules.decisions.get(decision.kind);
  if (decision == null || rule === undefined) return null;
  const { clause } = rule;
  if (rule.receivedBy !== null) {
    const bound = rule.receivedBy(course, readings, clause);
    if (bound.missing !== null) return lacking(own, counted, clause, bound.missing);
    // A petition without a date of its own came with the form. A receipt on a closed day is still a receipt on that day.
    const received = decision.received ?? counted.effective.receivedOn;
    const late = dayNumber(received) * minutesOfDay >= bound.until;
    steps?.push({
      clause,
      rule: late ? 'petition-late' : 'petition-in-time',
      values: { received, through: dayText(Math.ceil(bound.until / minutesOfDay) - 1) },
    });
    if (late) return stopped(own, counted, 'refused', clause);
  }
  if (rule.read === 'by-band') return null;
  const missing = petitionMissing(rule.needs, decision);
  if (missing.length > 0) return lacking(own, counted, clause, missing);
  if (rule.gives === 'nothing') {
    steps?.push({ clause, rule: 'request-without-refund', values: { label: rule.label } });
    return paid(counted, clause, 0, noAmounts);
  }
  const percent = decision.percent ?? 0;
  const { authority = null, reason = null } = decision;
  steps?.push({ clause, rule: 'petition-granted', values: { kind: decision.kind, percent, authority, reason } });
  const { dueReading } = rules.pack;
  const follows = dueFollows(percent > 0 ? dueReading : null, fees.assessed - fees.collected, readings);
  const amounts = amountsOf(fees, percent, follows);
  if (steps !== null) moneySteps(steps, fees, clause, percent, amounts, amounts, null, dueReading?.clause ?? null);
  return paid(counted, clause, percent, amounts);
}

function decideFederal(own: Case, counted: Counted, clause: string): Answer {
  const { facts, steps } = own;
  if (facts.federal == null) {
    steps?.push({ clause, rule: 'federal-awaited', values: {} });
    return stopped(own, counted, 'federal', clause, ['federal']);
  }
  const refund = Math.min(facts.federal, facts.fees.collected);
  steps?.push({ clause, rule: 'federal-figure', values: { federal: facts.federal, refund } });
  return { ...paid(counted, clause, refund, { ...noAmounts, refund }), percent: null };
}
