import { z } from 'zod';
import { courseSchema } from '../register/course';
import { enrolmentSchema } from '../register/enrolment';
import { flagSchema } from '../register/disclosure';
import { dayField, idField, line } from '../register/fields';
import { termSchema } from '../register/office';
import { studentSchema } from '../register/student';
import { requestId } from './register';
import { caseRowSchema } from './rows';

const find = z.strictObject({ text: line(120), limit: z.number().int().min(1).max(50) });

/** A student as the lookup lists them; `forms` counts their other forms of the last year. */
export const studentRowSchema = z.strictObject({ student: studentSchema, forms: z.number().int() });
export type StudentRow = z.infer<typeof studentRowSchema>;

/** A course as lookups and lists show it: what tells two sections apart stands beside the title. */
export const courseRowSchema = z.strictObject({
  course: courseSchema,
  term: termSchema.nullable(),
  /** Whether the student asked about is enrolled in it; null when no student was named. */
  enrolled: z.boolean().nullable(),
  roster: z.number().int(),
});
export type CourseRow = z.infer<typeof courseRowSchema>;

/** One line of a roster. */
export const rosterRowSchema = z.strictObject({
  enrolment: enrolmentSchema,
  student: studentSchema,
  cases: z.array(caseRowSchema),
});
export type RosterRow = z.infer<typeof rosterRowSchema>;

/** One student of a class that is being cancelled: what they get, or why they are left out. Cents. */
export const cancelRowSchema = z.strictObject({
  enrolmentId: idField,
  student: studentSchema,
  caseNumber: z.string().nullable(),
  /** What was collected, what an earlier determination gave back, what the cancellation gives in all. */
  collected: z.number().int(),
  refundedBefore: z.number().int(),
  refund: z.number().int(),
  cancelled: z.number().int(),
  leftOut: z.string().nullable(),
});
export type CancelRow = z.infer<typeof cancelRowSchema>;

/** Calls about students, courses and enrolments. */
export const rosterCalls = {
  /** Any of number, `garc mar`, `maria g`, e-mail; best match first. Empty text lists the most recently used. */
  'student.find': { input: find, output: z.array(studentRowSchema) },
  'student.get': {
    input: z.strictObject({ id: idField }),
    output: z.strictObject({
      student: studentSchema,
      /** Who made the record confidential, when and why; null where it is not. */
      flag: flagSchema.nullable(),
      enrolments: z.array(z.strictObject({ enrolment: enrolmentSchema, course: courseSchema })),
      cases: z.array(caseRowSchema),
    }),
  },
  'student.save': { input: z.strictObject({ requestId, student: studentSchema }), output: studentSchema },
  /** Students who may be the same person: the same number, or the same name with the same ZIP or e-mail. */
  'student.similar': { input: z.strictObject({ student: studentSchema }), output: z.array(studentRowSchema) },
  'course.find': { input: find.extend({ studentId: idField.nullable() }), output: z.array(courseRowSchema) },
  'course.list': {
    input: z.strictObject({
      text: line(120),
      termId: idField.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(courseRowSchema), total: z.number().int() }),
  },
  'course.get': {
    input: z.strictObject({ id: idField }),
    output: z.strictObject({ course: courseSchema, term: termSchema.nullable(), roster: z.array(rosterRowSchema) }),
  },
  'course.save': { input: z.strictObject({ requestId, course: courseSchema }), output: courseSchema },
  'course.cancelPreview': { input: z.strictObject({ id: idField, on: dayField }), output: z.array(cancelRowSchema) },
  /** Cancels a class for its whole roster in one transaction; names those left out. */
  'course.cancel': {
    input: z.strictObject({ requestId, id: idField, on: dayField }),
    output: z.strictObject({ cases: z.array(caseRowSchema), leftOut: z.array(cancelRowSchema) }),
  },
  'enrolment.get': {
    input: z.strictObject({ studentId: idField, courseId: idField }),
    output: enrolmentSchema.nullable(),
  },
  'enrolment.save': { input: z.strictObject({ requestId, enrolment: enrolmentSchema }), output: enrolmentSchema },
};
