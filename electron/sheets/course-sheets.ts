import type { Progress } from '../../db/check';
import type { SheetFilter } from '../../shared/contract/deadlines';
import type { Course } from '../../shared/register/course';
import { fail, ok, type Result } from '../../shared/result';
import { courseSheet, type CourseSheet } from '../../shared/sheets/course-sheet';
import type { OpenContext } from '../handlers/context';
import { packsOf } from '../packs';
import { inSlices } from '../slices';

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

/** The courses that a filter finds, in the order of the list of courses. */
export function coursesFound({ courseId, text, termId }: SheetFilter, { register }: OpenContext): readonly string[] {
  if (courseId === null) return register.courses.ids(text, termId);
  return register.courses.get(courseId) === null ? [] : [courseId];
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
  const sheetOf = sheetMaker(context);
  const ids = coursesFound(filter, context);
  let done = 0;
  for (const id of ids) {
    const course = context.register.courses.get(id);
    // Somebody may have undone it meanwhile.
    if (course !== null) take(sheetOf(course));
    done += 1;
    yield { done, total: ids.length };
  }
  return done;
}
