import { calendarOf, lastOfficeMoment } from '../../../shared/calendar';
import { momentText } from '../../../shared/day';
import { courseOf, limitsOf, type CompiledPack } from '../../../shared/policy/compile';
import type { Deadline } from '../../../shared/policy/determination';
import { packFor } from '../../../shared/policy/evaluate';
import { withReadingsInForce } from '../../../shared/policy/in-force';
import { timelineOf } from '../../../shared/policy/timeline-of';
import type { Timeline } from '../../../shared/policy/timeline';
import type { Course } from '../../../shared/register/course';
import { courseOnlyFacts } from '../../../shared/register/facts';
import type { Office, Term } from '../../../shared/register/office';

/** A deadline of a course with its letter in the month grid and the last moment at which the office is open before it. */
export type CourseLimit = Deadline & { readonly letter: string; readonly lastOfficeMoment: string | null };

/** What the policy makes of a course: every deadline of every tier in date order, and its timeline. Nothing where the course is not complete enough. */
export function limitsOfCourse(
  course: Course,
  term: Term | null,
  office: Office,
  packs: readonly CompiledPack[],
): { readonly limits: readonly CourseLimit[]; readonly timeline: Timeline | null } {
  const facts = withReadingsInForce(courseOnlyFacts(course, term, office), packs);
  const pack = packFor(facts, packs);
  if (pack === null || pack.problems(facts).length > 0) return { limits: [], timeline: null };
  const calendar = calendarOf(facts.office);
  const limits = limitsOf(pack.rules, facts, courseOf(pack.rules, facts)).map(({ until, ...limit }, index) => {
    const last = lastOfficeMoment(calendar, until);
    return {
      ...limit,
      letter: String.fromCharCode(65 + index),
      lastOfficeMoment: last === null ? null : momentText(last),
    };
  });
  return { limits, timeline: timelineOf(pack, facts, null) };
}
