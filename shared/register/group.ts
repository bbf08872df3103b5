import { z } from 'zod';
import { centsField, dayField, idField, line, noteField, requiredLine } from './fields';

/** Who speaks for a group: a name, and how to reach them. */
const contactSchema = z.strictObject({
  name: line(80),
  email: line(120).refine(
    (t) => t === '' || /^[^@\s]+@[^@\s]+$/.test(t),
    'This is not an e-mail address. Check for the @.',
  ),
  phone: line(40),
});

/** A group registered for a course: the company or body that sends it, its code, who speaks for it, and its participants by student. */
export const groupSchema = z
  .strictObject({
    id: idField,
    courseId: idField,
    name: requiredLine('The company or group', 80),
    code: line(30),
    contact: contactSchema,
    /** The participants in the order in which they were registered; each has a place on the course's roster. */
    participants: z.array(idField).max(400),
    note: noteField,
  })
  .refine((g) => new Set(g.participants).size === g.participants.length, {
    path: ['participants'],
    message: 'Somebody is on the list twice. Take one of the two off.',
  });
export type Group = z.infer<typeof groupSchema>;

/** An invoice to a group: its number, the day it was issued, the amount, and the day it was paid, where it was. */
export const invoiceSchema = z.strictObject({
  id: idField,
  number: requiredLine('The invoice number', 30),
  issuedOn: dayField,
  cents: centsField.min(1, 'An invoice over nothing is not an invoice. Type the amount.'),
  paidOn: dayField.nullable(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

/** A group with its invoices, the earliest first, as it stands. */
export type FoldedGroup = Group & { readonly invoices: readonly Invoice[] };
