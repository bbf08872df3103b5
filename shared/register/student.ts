import { z } from 'zod';
import { addressSchema, idField, line, noteField, requiredLine } from './fields';

/** A student as the office knows them: name, number and where a letter reaches them. No Social Security number, no bank data. */
export const studentSchema = z.strictObject({
  id: idField,
  number: requiredLine('The student number', 20),
  lastName: requiredLine('The last name', 80),
  firstName: line(80),
  email: line(120).refine(
    (t) => t === '' || /^[^@\s]+@[^@\s]+$/.test(t),
    'This is not an e-mail address. Check for the @.',
  ),
  phone: line(40),
  address: addressSchema,
  /** The language of the student's letters. */
  language: z.enum(['en', 'es']),
  federalAid: z.boolean(),
  note: noteField,
});
export type Student = z.infer<typeof studentSchema>;

/** The name as lists show it: `Garcia-Lopez, Maria`. */
export function listName(student: Pick<Student, 'lastName' | 'firstName'>): string {
  return student.firstName === '' ? student.lastName : `${student.lastName}, ${student.firstName}`;
}

/** The name as a letter greets it: `Maria Garcia-Lopez`. */
export function fullName(student: Pick<Student, 'lastName' | 'firstName'>): string {
  return `${student.firstName} ${student.lastName}`.trim();
}
