import { dayOf } from '../day';
import { sessionStatus } from '../register/session';
import type { Answer } from './answer';
import type { Step } from './determination';
import type { Facts } from './facts';
import type { Pack } from './pack';
import { confirmationOf } from './unenrollment';

/**
 * What a policy says of the day on which it is asked (`asOf`): how the session stands on it, and what a learner who unenrolled on it would
 * be told. Nothing where the day is not given, where the policy declares no such thing, or where nothing was decided about a refund.
 */
export function todaySteps(pack: Pack, facts: Facts, { outcome }: Pick<Answer, 'outcome'>): readonly Step[] {
  const { asOf, course, student, decision } = facts;
  const { unenrollment, sessions } = pack.features ?? {};
  if (asOf == null || decision != null || (outcome !== 'refund' && outcome !== 'none')) return [];
  const on = dayOf(asOf);
  const steps: Step[] = [];
  const starts = course.starts ?? null;
  const ends = course.ends ?? null;
  const meetings = (course.meetings ?? []).map(({ date }) => ({ date, from: null, to: null }));
  const status = sessions === undefined ? null : sessionStatus({ starts, ends, meetings }, on);
  if (sessions !== undefined && status !== null)
    steps.push({
      clause: sessions.clause,
      rule: 'session-status',
      values: { on, status: sessions.statuses[status], starts, ends },
    });
  if (unenrollment === undefined) return steps;
  const of = { track: student?.track ?? null, enrollmentDeadline: course.enrollmentDeadline ?? null };
  const told = { en: confirmationOf(unenrollment, of, asOf, 'en'), es: confirmationOf(unenrollment, of, asOf, 'es') };
  told.en.sentences.forEach(({ clause, text }, i) => {
    const says = { en: text, es: told.es.sentences[i]?.text ?? text };
    steps.push({ clause, rule: 'told-when-unenrolling', values: { on, says } });
  });
  if (told.en.missing.includes('enrollmentDeadline'))
    steps.push({ clause: unenrollment.clause, rule: 'no-enrollment-deadline', values: {} });
  return steps;
}
