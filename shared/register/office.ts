import { z } from 'zod';
import { addressSchema, dayField, idField, line, noteField, requiredLine, timeField } from './fields';

/** The days of the week as the office's hours name them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const openingSchema = z
  .tuple([timeField, timeField])
  .refine(([from, to]) => from < to, 'The office closes before it opens. Check both times.');

/** A day on which the office is closed, with what it is called. */
export const closureSchema = z.strictObject({ on: dayField, label: line(60) });
export type Closure = z.infer<typeof closureSchema>;

/** The person who works here until people sign in: the operating system's account, with the name that letters carry. */
export const personSchema = z.strictObject({
  account: requiredLine('The account', 80),
  name: requiredLine('Your name', 80),
  title: line(80),
});

/** How letters meet paper and envelopes: window preset, nudge in 1/32 inch, pre-printed letterhead. */
export const printingSchema = z.strictObject({
  envelope: z.enum(['half-inch', 'five-eighths', 'double', 'none']),
  nudgeX: z.number().int().min(-32).max(32),
  nudgeY: z.number().int().min(-32).max(32),
  preprintedLetterhead: z.boolean(),
});

/** A reading as an office chooses it: one of the pack's values, or a refund window in days with its cap after payment. */
const readingField = z.union([
  z.string(),
  z.boolean(),
  z.strictObject({ days: z.number().int().min(0), capDaysAfterPayment: z.number().int().min(0).nullable() }),
]);

/** An office's own choice of readings for one policy, by name. */
export const policyReadingsSchema = z.record(z.string(), readingField);
export type PolicyReadings = z.infer<typeof policyReadingsSchema>;

/** The office: who it is, when it is open, how its letters look, which policy decides. One record a register. */
export const officeSchema = z.strictObject({
  institution: requiredLine('The institution', 80),
  name: requiredLine('The office’s name', 80),
  address: addressSchema,
  phone: requiredLine('The telephone number', 40),
  email: requiredLine('The e-mail address', 80).refine(
    (t) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(t),
    'This is not an e-mail address. Check for the @.',
  ),
  website: line(120),
  timeZone: requiredLine('The time zone', 60),
  /** Opening and closing time of each day the office is open; a day left out is closed. */
  hours: z
    .partialRecord(z.enum(weekdays), openingSchema)
    .refine((h) => Object.keys(h).length > 0, 'The office is never open. Give at least one day its hours.'),
  closures: z.array(closureSchema).max(2000),
  /** The month (1 to 12) on whose first day the fiscal year begins; case numbers count within it and carry the year in which it ends. */
  fiscalYearBegins: z.number().int().min(1).max(12),
  letterhead: z.strictObject({
    headline: line(80),
    line: line(160),
    color: z.string().regex(/^#[0-9a-f]{6}$/i, 'Type a color like #1c5a3c.'),
  }),
  signatory: z.strictObject({ name: requiredLine('The signatory', 80), title: line(80) }),
  languageLine: line(160),
  /** The policy pack that decides this office's courses by default. */
  policy: requiredLine('The policy', 60),
  /** The office's own choice of readings, by policy and name; what is left out is the pack's default. */
  readings: z.record(z.string(), policyReadingsSchema),
  /** Reasons a student may give, in the order of their digit keys 1 to 9. */
  reasons: z.array(requiredLine('The reason', 60)).max(9),
  printing: printingSchema,
  /** Whether Enter moves to the next field (else it saves, as ledger users expect). */
  enterMovesOn: z.boolean(),
  person: personSchema,
  note: noteField,
});
export type Office = z.infer<typeof officeSchema>;

/** A term (semester, quarter, session) with its first and last day of instruction. */
export const termSchema = z
  .strictObject({ id: idField, name: requiredLine('The term’s name', 40), begins: dayField, ends: dayField })
  .refine((t) => t.begins <= t.ends, { path: ['ends'], message: 'The term ends before it begins. Check both days.' });
export type Term = z.infer<typeof termSchema>;

/** An office as its entries hold it: before an office could have several policies, its readings were those of its one policy. */
export type SavedOffice = Omit<Office, 'readings'> & {
  readonly readings: Office['readings'] | Readonly<Record<string, string | boolean>>;
};

/** Each policy's readings in an office's entry; what an older one holds without naming the policy is of the office's own. */
export function readingsIn({ policy, readings }: SavedOffice): Office['readings'] {
  const own = Object.entries(readings);
  if (own.every(([, value]) => typeof value === 'object')) return readings as Office['readings'];
  return { [policy]: Object.fromEntries(own) };
}

/** The readings of one policy put in place of those it had; none at all where all are the pack's own. */
export function withReadings(all: Office['readings'], policy: string, readings: PolicyReadings): Office['readings'] {
  const { [policy]: _, ...others } = all;
  return Object.keys(readings).length === 0 ? others : { ...others, [policy]: readings };
}
