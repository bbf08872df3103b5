import { lengthInWeeks, type CourseTime } from './course-time';
import type { Facts } from './facts';
import type { Condition } from './pack';

/** Whether a course (and its student) is one that a schedule, a deadline or a rule is for. */
export type Test = (course: CourseTime, facts: Facts) => boolean;

/** Resolves a condition once; an absent one holds for all. */
export function compileCondition(condition: Condition | undefined): Test {
  if (condition === undefined) return () => true;
  const categories = condition.categories === undefined ? null : new Set(condition.categories);
  const { arranged, meetings, weeks, federalAid, track, exceptTrack } = condition;
  const anyOf = condition.anyOf?.map(compileCondition) ?? null;
  return (course, facts) => {
    if (categories !== null && !categories.has(course.category)) return false;
    if (arranged !== undefined && course.arranged !== arranged) return false;
    if (meetings !== undefined && !(meetings.orNone === true && course.meetings.length === 0)) {
      if (!within(course.meetings.length, meetings.min, meetings.max)) return false;
    }
    if (weeks !== undefined) {
      const length = lengthInWeeks(course);
      if (length === null || !within(length, weeks.min, weeks.max)) return false;
    }
    if (federalAid !== undefined && (facts.student?.federalAid ?? false) !== federalAid) return false;
    if (track !== undefined && facts.student?.track !== track) return false;
    if (exceptTrack !== undefined && facts.student?.track === exceptTrack) return false;
    return anyOf === null || anyOf.some((test) => test(course, facts));
  };
}

/** A condition without what it asks of the course's length; null where it asks nothing of that. */
export function butLength({ weeks, anyOf, ...rest }: Condition): Condition | null {
  if (weeks === undefined && anyOf?.some((part) => part.weeks !== undefined) !== true) return null;
  return anyOf === undefined ? rest : { ...rest, anyOf: anyOf.map((part) => ({ ...part, weeks: undefined })) };
}

function within(value: number, min: number | undefined, max: number | undefined): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}
