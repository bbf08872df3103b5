import { calendarOf } from '../calendar';
import { minutesOfDay } from '../day';
import type { CourseTime } from './course-time';
import type { Facts } from './facts';
import type { Pack } from './pack';

/** A course to try a policy on: its number of meetings and length in weeks, and as `kind` all else that a condition can ask for. */
export type Sample = {
  readonly course: CourseTime;
  readonly facts: Facts;
  readonly kind: string;
  readonly count: number;
  readonly weeks: number;
};

/** Numbers of meetings to try: every small one, and some that courses with a meeting a day come to. */
const counts = [...Array.from({ length: 21 }, (_, i) => i), 30, 48, 72, 96];

/** Courses of every shape that a pack's schedules can tell apart: category, arranged, meetings, length, aid and track. */
export function sampleCourses(pack: Pack): readonly Sample[] {
  // Only what chooses a schedule tells courses apart here.
  const asked = [...pack.schedules, ...pack.refer].flatMap(({ when }) => [when, ...(when.anyOf ?? [])]);
  const both = [false, true];
  const arrangements = asked.some((c) => c.arranged !== undefined) ? both : [false];
  const aids = asked.some((c) => c.federalAid !== undefined) ? both : [false];
  const byTrack = asked.some((c) => c.track !== undefined || c.exceptTrack !== undefined);
  const tracks = byTrack ? (['audit', 'verified'] as const) : (['verified'] as const);
  const lengths = asked.some((c) => c.weeks !== undefined) ? Array.from({ length: 21 }, (_, i) => i) : [1, 5, 20];
  // The meetings of a length and number are laid out once for every kind of course.
  const outlines = lengths.flatMap((weeks) =>
    counts.flatMap((count) => {
      // Day numbers of a course that long: four days, or whole weeks less the weekend's end.
      const last = weeks === 0 ? 3 : weeks * 7 - 1;
      return count > last + 1 ? [] : [{ weeks, count, course: courseOf(count, last) }];
    }),
  );
  return pack.categories.flatMap(({ id: category, begins }) =>
    arrangements.flatMap((arranged) =>
      tracks.flatMap((track) =>
        aids.flatMap((federalAid) => {
          const facts = {
            policy: '',
            course: { category, arranged },
            fees: { assessed: 0, collected: 0 },
            student: { federalAid, track },
          };
          const beginsWithTerm = begins === 'term' || arranged;
          const kind = [category, arranged, track, federalAid].join(' ');
          return outlines.map(({ weeks, count, course }) => ({
            course: { ...course, category, arranged, beginsWithTerm },
            facts,
            kind,
            count,
            weeks,
          }));
        }),
      ),
    ),
  );
}

/** A course that begins on a Monday with its term and meets on its first days and its last. */
function courseOf(count: number, last: number): Omit<CourseTime, 'category' | 'arranged' | 'beginsWithTerm'> {
  const first = 4;
  const days = Array.from({ length: count }, (_, i) => first + (i === count - 1 && count > 1 ? last : i));
  const untimed = days.map((day) => ({ start: day * minutesOfDay, end: (day + 1) * minutesOfDay, day, timed: false }));
  return {
    meetings: untimed,
    allTimed: false,
    termBegins: first,
    termEnds: first + last,
    starts: first,
    ends: first + last,
    paidOn: first - 20,
    refundableUntil: first + 14,
    enrollmentDeadline: first - 3,
    calendar: calendarOf(null),
    begins: first * minutesOfDay,
  };
}
