import { z } from 'zod';
import { idField, line } from '../register/fields';
import { deadlineSettingSchema } from '../register/set-deadline';
import type { CourseSheet } from '../sheets/course-sheet';
import { nothing, requestId } from './register';

/** Which courses a sheet is for: one, those of a term, or those that the list of courses finds; nothing given means all. */
export const sheetFilterSchema = z.strictObject({
  courseId: idField.nullable(),
  text: line(120),
  termId: idField.nullable(),
});
export type SheetFilter = z.infer<typeof sheetFilterSchema>;

/** Calls about deadline sheets. How far a long one is comes as the progress of the task `deadlines`. */
export const deadlineCalls = {
  'deadline.list': {
    input: z.strictObject({
      filter: sheetFilterSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.strictObject({ sheets: z.array(z.custom<CourseSheet>()), total: z.number().int() }),
  },
  /** Sets the date under which a deadline is published, or takes it away; no determination changes by it. */
  'deadline.set': {
    input: deadlineSettingSchema.extend({ requestId, courseId: idField }),
    output: z.custom<CourseSheet>(),
  },
  /** Saves the sheets as a file where the person chooses. */
  'deadline.save': {
    input: z.strictObject({ filter: sheetFilterSchema, as: z.enum(['csv', 'ics']) }),
    output: z.strictObject({
      path: z.string(),
      courses: z.number().int(),
      deadlines: z.number().int(),
      /** Deadlines that have no date, which a calendar cannot hold. */
      undated: z.number().int(),
    }),
  },
  /** Stops the sheet that is being made. */
  'deadline.stop': { input: nothing, output: nothing },
};
