import { z } from 'zod';
import { clause, words } from './words';

// What a policy asks of the screens beside its refunds. A screen shows what the pack of the course declares here and knows no institution.

const consequence = z.strictObject({ says: words, clause });

/** What a student hears before they are unenrolled, and the choice they have. */
const unenrollmentSchema = z.strictObject({
  clause,
  /**
   * The sentences of the confirmation, each where its track (any where left out) and the enrolment deadline's side fit; `{enrollmentDeadline}`
   * stands for the date.
   */
  confirmation: z.array(
    z.strictObject({
      track: z.enum(['audit', 'verified']).optional(),
      deadline: z.enum(['ahead', 'past']).optional(),
      says: words,
      clause,
    }),
  ),
  /** What unenrolling costs, shown before it is recorded and in its letter. */
  consequences: z.array(consequence).min(1),
  /** Whether a student who is refunded may stay on the free track instead of leaving. */
  mayStayOnAudit: z.strictObject({ clause, says: words }).optional(),
  /** What a learner on the free track is told who only wants to stop. */
  auditOnly: consequence.optional(),
  /** Whom somebody may turn to who was unenrolled in error. */
  reinstatement: consequence.optional(),
});

/** What a student who is refused a refund can still do; the letter states it. */
const optionsSchema = z.array(consequence).min(1);

/** Sessions of one title that must be told apart by their dates before one of them is chosen, and what a session is called by the day. */
const sessionsSchema = z.strictObject({
  clause,
  says: words,
  statuses: z.strictObject({ starts: words, active: words, ended: words }),
});

/** What a registration is checked for. */
const registrationSchema = z.strictObject({
  /** From how many participants a group may ask for a discount. */
  groups: z.strictObject({ discountFrom: z.number().int().min(2), clause, says: words }).optional(),
  /** Invoices are due on the day of issue and before the course starts; one that is not paid is liable to the sanction. */
  invoices: z.strictObject({ clause, says: words, sanction: words }).optional(),
  /** Where a participant must not reside: ISO 3166-1 alpha-2 codes, or a region of one as ISO 3166-2, with the name as the source has it. */
  residence: z
    .strictObject({ clause, says: words, barred: z.array(z.strictObject({ code: z.string(), name: words })).min(1) })
    .optional(),
  /** Nobody can attend in another's place. */
  noSubstitution: consequence.optional(),
  /** A payment cannot be moved to another course. */
  noTransfer: consequence.optional(),
  /** What the letter of admission and the deadline sheet say; where a deadline is named, beside its date. */
  admission: z.array(consequence.extend({ deadline: z.string().optional() })).optional(),
});

/** The features of a policy; what is left out is not asked for. */
export const featuresSchema = z.strictObject({
  unenrollment: unenrollmentSchema.optional(),
  afterRefusal: optionsSchema.optional(),
  sessions: sessionsSchema.optional(),
  registration: registrationSchema.optional(),
});
export type Features = z.infer<typeof featuresSchema>;
export type Unenrollment = NonNullable<Features['unenrollment']>;
