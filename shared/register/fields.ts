import { z } from 'zod';

/** The kinds of field that every record shares, with the sentence a clerk reads when one is wrong. */

/** A calendar day of the institution, `YYYY-MM-DD`; impossible days are refused. */
export const dayField = z.iso.date('This is not a day of the calendar. Type it as month/day/year.');

/** A local clock time, `HH:MM`, 24 hours. */
export const timeField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This is not a time. Type it like 2:30p or 14:30.');

/** An amount of money in whole cents, never negative. */
export const centsField = z
  .number('Type an amount, like 400 or 400.50.')
  .int('An amount has at most two decimals.')
  .min(0, 'An amount cannot be negative.')
  .max(99_999_999, 'An amount over $999,999.99 cannot be right. Check the decimals.');

/** A record's identifier (UUIDv7), made by the main process or, for a request, once per form. */
export const idField = z.uuid();

/** One line of text without control characters, at most `max` characters. */
export function line(max = 120) {
  return z
    .string()
    .trim()
    .max(max, `At most ${max} characters fit here.`)
    .refine((text) => !/\p{Cc}/u.test(text), 'This holds a character that cannot be printed. Type it again.');
}

/** One line of text that must not be empty; `what` names it in the message. */
export function requiredLine(what: string, max = 120) {
  return line(max).min(1, `${what} is missing. Type it here.`);
}

/** Free text of several lines. */
export const noteField = z.string().trim().max(4000, 'At most 4,000 characters fit here.');

/** A mailing address as typed, in mixed case; letters print it in capitals without punctuation. */
export const addressSchema = z.strictObject({
  line1: line(60),
  line2: line(60),
  city: line(40),
  state: line(30),
  postal: line(20),
  country: line(40),
});
export type Address = z.infer<typeof addressSchema>;

/** An address with nothing in it yet. */
export const emptyAddress: Address = { line1: '', line2: '', city: '', state: '', postal: '', country: '' };

/** Whether a letter can be mailed there: street, city, state and postal code are known (abroad, street and city are enough). */
export function isMailable(address: Address): boolean {
  if (address.line1 === '' || address.city === '') return false;
  return address.country !== '' || (address.state !== '' && address.postal !== '');
}
