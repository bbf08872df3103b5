import type { Progress } from '../../db/check';
import type { SheetFilter } from '../../shared/contract/deadlines';
import type { Course } from '../../shared/register/course';
import { fail, ok, type Result } from '../../shared/result';
import { courseSheet, type CourseSheet } from '../../shared/sheets/course-sheet';
import type { OpenContext } from '../handlers/context';
import { packsOf } from '../packs';
import { inSlices } from '../slices';

/** How many courses are read at one go. */
const page = 50;

/** Makes the sheets of courses as the register has them now: office, terms and policies are read once for all of them. */
export function sheetMaker({ register, office }: OpenContext): (course: Course) => CourseSheet {
  const own = office();
  const packs = packsOf(register);
  const terms = new Map(register.office.terms().map((term) => [term.id, term]));
  return (course) => {
    const term = course.termId === null ? null : (terms.get(course.termId) ?? null);
    return courseSheet({ course, term, office: own, set: register.deadlines.setFor(course.id) }, packs);
  };
}

/** Some of the courses that a filter finds, and how many it finds in all. */
export function coursesOf(
  { courseId, text, termId }: SheetFilter,
  offset: number,
  limit: number,
  { register }: OpenContext,
): { readonly courses: readonly Course[]; readonly total: number } {
  if (courseId === null) {
    const { rows, total } = register.courses.list(text, termId, offset, limit);
    return { courses: rows.map((row) => row.course), total };
  }
  const course = register.courses.get(courseId);
  return course === null || offset > 0 ? { courses: [], total: 0 } : { courses: [course], total: 1 };
}

// The sheet that is being made, if any: a new one takes its place.
let making: object | null = null;

/** Stops what is being made. */
export function stopMaking(): void {
  making = null;
}

/** Goes through the sheets of all courses that a filter finds, in slices, telling how far it is; the failure `cancelled` once somebody stopped it. */
export async function eachSheet(
  filter: SheetFilter,
  context: OpenContext,
  take: (sheet: CourseSheet) => void,
): Promise<Result<{ readonly courses: number }>> {
  const own = {};
  making = own;
  const done = await inSlices(
    steps(filter, context, take),
    () => making === own && context.register.isOpen(),
    (progress) => context.desktop.emit('progress', { task: 'deadlines', ...progress }),
  );
  if (making === own) making = null;
  if (done === undefined) return fail({ kind: 'cancelled' });
  return ok({ courses: done });
}

function* steps(
  filter: SheetFilter,
  context: OpenContext,
  take: (sheet: CourseSheet) => void,
): Generator<Progress, number> {
  let done = 0;
  const sheetOf = sheetMaker(context);
  for (let offset = 0; ; offset += page) {
    const { courses, total } = coursesOf(filter, offset, page, context);
    for (const course of courses) {
      take(sheetOf(course));
      done += 1;
      yield { done, total };
    }
    if (courses.length < page) return done;
  }
}
