import { isClosure, weekdays } from '../calendar';
import { dayText, minutesOfDay, weekdayOf } from '../day';
import type { CourseTime } from './course-time';
import { anchorDay, compileDeadline, type DeadlineOf } from './deadline';
import type { DeadlineExpression } from './expression';
import { isWindow, valueOf, type Readings } from './readings';

/** What a limit was counted from, for the worksheet's line: plain values by name, none where its date says all there is. */
export type LimitValues = (course: CourseTime, readings: Readings) => Readonly<Record<string, unknown>>;

/** Resolves once what the worksheet says of a limit. */
export function compileLimitValues(expression: DeadlineExpression): LimitValues {
  switch (expression.kind) {
    case 'term-week':
    case 'class-week': {
      const values = { week: expression.week };
      return () => values;
    }
    case 'working-day':
      return workingDays(expression, compileDeadline(expression));
    case 'window':
      return (course, readings) => {
        const rule = valueOf(readings, expression.reading);
        if (!isWindow(rule)) return nothing;
        const from = expression.from.map((a) => anchorDay(course, a)).filter((day) => typeof day === 'number');
        return {
          days: rule.days,
          cap: rule.capDaysAfterPayment,
          from: from.length === 0 ? null : dayText(Math.max(...from)),
          paidOn: course.paidOn === null ? null : dayText(course.paidOn),
        };
      };
    case 'first-known': {
      const parts = expression.of.map((part) => ({ until: compileDeadline(part), values: compileLimitValues(part) }));
      return (course, readings) => {
        // A reading that is looked at here only to be told has been noted by the limit itself.
        const unnoted = { ...readings, applied: [] };
        const known = parts.find(({ until }) => {
          const bound = until(course, unnoted, '');
          return bound.missing === null && !bound.absent;
        });
        return known?.values(course, readings) ?? nothing;
      };
    }
    default:
      return () => nothing;
  }
}

const nothing: Readonly<Record<string, unknown>> = {};
const mondayToFriday = weekdays.slice(0, 5);

type WorkingDay = Extract<DeadlineExpression, { kind: 'working-day' }>;

/** How many working days were counted from which day, and the closures among them that were left out. */
function workingDays(expression: WorkingDay, until: DeadlineOf): LimitValues {
  const counted = new Set((expression.weekdays ?? mondayToFriday).map((name) => weekdays.indexOf(name)));
  return (course, readings) => {
    const from = anchorDay(course, expression.from);
    const bound = until(course, readings, '');
    if (typeof from !== 'number' || bound.missing !== null) return nothing;
    const closures: string[] = [];
    for (let day = from + (expression.counting === 'after' ? 1 : 0); day * minutesOfDay < bound.until; day++)
      if (counted.has(weekdayOf(day)) && isClosure(course.calendar, day)) closures.push(dayText(day));
    return { days: expression.day, from: dayText(from), closures };
  };
}
