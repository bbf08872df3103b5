import type { SheetFilter } from '../../shared/contract/deadlines';
import type { Course } from '../../shared/register/course';
import { aCourse, id } from '../db/records';
import type { aDeskWithPaper } from '../letters/desk-with-paper';

/** Every course. */
export const all: SheetFilter = { courseId: null, text: '', termId: null };
/** A saved file as text, with its byte order mark. */
export const text = (bytes: Uint8Array | undefined): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A desk with paper. */
export type Here = Awaited<ReturnType<typeof aDeskWithPaper>>;
/** The sheets that a filter finds. */
export const list = (here: Here, filter: SheetFilter = all) =>
  here.gives('deadline.list', { filter, offset: 0, limit: 100 });
/** What sets the date of the 65 % of the desk's course. */
export const setting = (here: Here, other: { through: string | null; reason?: string; deadline?: string }) => ({
  requestId: id(),
  courseId: here.course.id,
  deadline: 'refund:65',
  reason: 'The instructor was ill',
  ...other,
});

/** A further course, saved. */
export async function add(here: Here, other: Partial<Course>): Promise<Course> {
  return here.gives('course.save', { requestId: id(), course: aCourse(other) });
}
