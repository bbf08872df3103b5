import { z } from 'zod';
import { centsField, dayField, idField, line, requiredLine, timeField } from './fields';

/** One dated class meeting; both times or neither. */
export const meetingSchema = z
  .strictObject({ date: dayField, from: timeField.nullable(), to: timeField.nullable() })
  .refine((m) => (m.from === null) === (m.to === null), 'A meeting needs both its times or neither.')
  .refine(
    (m) => m.from === null || m.to === null || m.from < m.to,
    'A meeting ends before it begins. Check its times.',
  );
export type Meeting = z.infer<typeof meetingSchema>;

/** A course: one scheduled section with its meetings, the policy that decides its refunds and the category it counts as there. */
export const courseSchema = z
  .strictObject({
    id: idField,
    code: requiredLine('The course number', 30),
    title: requiredLine('The title', 120),
    policy: requiredLine('The policy', 60),
    category: requiredLine('The category', 60),
    termId: idField.nullable(),
    /** First and last day where the meetings do not say them (online, self-paced, arranged). */
    starts: dayField.nullable(),
    ends: dayField.nullable(),
    arranged: z.boolean(),
    /** What the clerk typed in the meetings line, e.g. `Mon Wed 6-8:50p 9/14-11/2 x 11/11`. */
    meetingLine: line(400),
    meetings: z.array(meetingSchema).max(400),
    /** The usual fee and its non-returnable part, in cents; an enrolment may differ. */
    fee: centsField,
    deposit: centsField,
    /** The fund or account that refunds of this course are paid from, as the Business Office names it. */
    fund: line(40).default(''),
    instructor: line(80),
    location: line(80),
    cancelledOn: dayField.nullable(),
    /** The last day on which a refund may be asked for and the last on which one may enrol, where the policy has them a session. */
    refundableUntil: dayField.nullable().default(null),
    enrollmentDeadline: dayField.nullable().default(null),
  })
  .refine((c) => c.starts === null || c.ends === null || c.starts <= c.ends, {
    path: ['ends'],
    message: 'The course ends before it starts. Check both days.',
  })
  .refine((c) => c.deposit <= c.fee, {
    path: ['deposit'],
    message: 'The deposit is more than the fee. Check both amounts.',
  });
export type Course = z.infer<typeof courseSchema>;

/** A course as it was kept, with what has come to be asked since. */
export function wholeCourse(kept: Course): Course {
  return { ...notAsked, ...kept };
}

const notAsked = { refundableUntil: null, enrollmentDeadline: null, fund: '' };

/** The first and last day of a course for lists: from its own dates or else its meetings; null where neither is known. */
export function courseDays(course: Pick<Course, 'starts' | 'ends' | 'meetings'>): {
  readonly first: string | null;
  readonly last: string | null;
} {
  const dates = course.meetings.map((m) => m.date).sort();
  return { first: dates[0] ?? course.starts, last: course.ends ?? dates.at(-1) ?? null };
}
