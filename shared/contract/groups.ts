import { z } from 'zod';
import { courseSchema } from '../register/course';
import { enrolmentSchema } from '../register/enrolment';
import { dayField, idField } from '../register/fields';
import { groupSchema, invoiceSchema } from '../register/group';
import { invoiceStates, type RegistrationRules } from '../register/registration';
import { studentSchema } from '../register/student';
import { requestId } from './register';

const participantSchema = z.strictObject({
  student: studentSchema,
  /** Their place on the roster; null where it was taken out since. */
  enrolment: enrolmentSchema.nullable(),
  residence: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['free', 'unknown']) }),
    /** `place` is the name the policy has for it. */
    z.strictObject({ kind: z.literal('barred'), place: z.string() }),
  ]),
});

/** A group as the list of registrations shows it: what its policy says of its size, of each participant and of each invoice. */
export const groupViewSchema = z.strictObject({
  group: groupSchema,
  course: courseSchema,
  /** Whether it has participants enough to ask for the discount. */
  discount: z.boolean(),
  participants: z.array(participantSchema),
  invoices: z.array(
    z.strictObject({ invoice: invoiceSchema, dueOn: dayField, state: z.enum(invoiceStates), group: idField }),
  ),
});
export type GroupView = z.infer<typeof groupViewSchema>;

/** Calls about groups that are registered for a course together, and the invoices they pay. */
export const groupCalls = {
  /** The groups of a course, with what its policy asks of registrations (null where it asks for nothing). */
  'group.list': {
    input: z.strictObject({ courseId: idField }),
    output: z.strictObject({
      course: courseSchema,
      rules: z.custom<RegistrationRules>().nullable(),
      groups: z.array(groupViewSchema),
    }),
  },
  /** The groups of any course that have an invoice unpaid past its day. */
  'group.overdue': { input: z.strictObject({}), output: z.array(groupViewSchema) },
  /** Registers a group or changes it; participants without a place on the roster get one, at the course's fee. */
  'group.save': { input: z.strictObject({ requestId, group: groupSchema }), output: groupViewSchema },
  'invoice.issue': {
    input: z.strictObject({ requestId, groupId: idField, invoice: invoiceSchema.omit({ paidOn: true }) }),
    output: groupViewSchema,
  },
  'invoice.pay': {
    input: z.strictObject({ requestId, groupId: idField, invoiceId: idField, on: dayField }),
    output: groupViewSchema,
  },
};
