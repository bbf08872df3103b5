import { z } from 'zod';
import { noticeKinds } from '../register/case';
import { cautions } from './determination';
import { expressionSchema } from './expression';
import { featuresSchema } from './features';
import { clause, words } from './words';

/** The schema of a policy pack: one institution's policy as data, with a citation on every value. No code, no formula strings. */

const percent = z.number().min(0).max(100);
const cents = z.number().int().min(0).max(100_000_000);
const dayCount = z.number().int().min(0).max(1000);
/** A name that places are told by: no dots, no spaces. */
const id = z.string().regex(/^[\w-]{1,60}$/);
/** A list as long as any policy could want; no more, so that looking one over always ends soon. */
const listOf = <T extends z.ZodType>(item: T, most = 60): z.ZodArray<T> => z.array(item).max(most);

const plainConditionSchema = z.strictObject({
  categories: listOf(z.string()).optional(),
  arranged: z.boolean().optional(),
  meetings: z
    .strictObject({
      min: z.number().int().optional(),
      max: z.number().int().optional(),
      orNone: z.boolean().optional(),
    })
    .optional(),
  weeks: z.strictObject({ min: z.number().int().optional(), max: z.number().int().optional() }).optional(),
  federalAid: z.boolean().optional(),
  track: z.enum(['audit', 'verified']).optional(),
  /** Everybody but those known to be on this track; a track that nobody knows is not it. */
  exceptTrack: z.enum(['audit', 'verified']).optional(),
});

/**
 * Which courses a schedule, a deadline or a rule is for; every part given must hold, and of `anyOf` at least one. Lengths in weeks, 0 for
 * fewer than five days.
 */
const conditionSchema = plainConditionSchema.extend({ anyOf: listOf(plainConditionSchema).min(1).optional() });

const citationSchema = z.strictObject({ quote: z.string(), says: words });

const readingSchema = z.strictObject({
  name: id,
  clause,
  label: words,
  /** Null means: as the course's data serve best, or (for a window) not set. */
  default: z.union([z.string(), z.boolean(), z.null()]),
  values: listOf(z.strictObject({ value: z.union([z.string(), z.boolean()]), label: words })),
  /** A reading whose value is a window `{ days, capDaysAfterPayment }` rather than one of the values. */
  window: z.boolean().optional(),
});

/** What is kept: a drop fee in cents, or, by the reading, the course's non-returnable deposit; without a reading always the fee. */
const withholdSchema = z.strictObject({ cents, reading: z.string().optional(), clause });

/** A fee taken before anything else, as a percentage of the fees assessed; the band's percentage is then of the rest. */
const firstFeeSchema = z.strictObject({ percent: z.number().gt(0).lt(100), clause });

/**
 * The course time that has elapsed is charged for, the day of the drop included, and the charge rounded; the band's percentage is then of
 * the rest. `basis` is the reading by which the time is counted.
 */
const proRataSchema = z.strictObject({ basis: z.string(), clause });

/** A petition that a late drop needs: who must approve, and the notation its grant leaves. */
const bandPetitionSchema = z.strictObject({
  decision: z.string(),
  needs: listOf(z.enum(['reason', 'instructor', 'chair'])),
  notation: z.enum(['none', 'W']),
});

const bandSchema = z.strictObject({
  id,
  label: words,
  /** Its end; the last band has none. Only ends are written, so no gap can be. */
  until: expressionSchema.optional(),
  /** Of the fees; where a fee is taken first or elapsed time is charged for, of the rest. */
  percent,
  clause,
  firstFee: firstFeeSchema.optional(),
  proRata: proRataSchema.optional(),
  /** The clause its end stands on, where that is not the one that gives the percentage. */
  untilClause: clause.optional(),
  withhold: withholdSchema.optional(),
  /** Fees still due are cancelled by the same percentage as the reading has it, or (before the course begins) always. */
  due: z.enum(['follows', 'always']),
  notation: z.enum(['none', 'W']).optional(),
  petition: bandPetitionSchema.optional(),
  /** No petition or appeal changes this band: a drop in it that comes with one is refused. */
  final: z.boolean().optional(),
  caution: z.enum(cautions).optional(),
  /** What the step that chose this band says: a general phrase by name. */
  rule: z.string(),
});

const deadlineSchema = z.strictObject({ id: z.string(), label: words, through: expressionSchema, clause });

const scheduleSchema = z.strictObject({
  id,
  label: words,
  when: conditionSchema,
  clause,
  rule: z.string(),
  bands: listOf(bandSchema, 20).min(1),
  /** Limits beside its refunds that only the courses of this schedule have; one whose day a course does not have is left out. */
  deadlines: listOf(deadlineSchema).optional(),
});

/** A table as the policy prints it: which schedules are its rows, and what each row and column is called there. */
const tableSchema = z.strictObject({
  id,
  title: words,
  clause,
  /** Whether its rows name the end of each stretch, the last one’s beginning too, or where each but the first begins. */
  limits: z.enum(['ends', 'ends-and-after', 'starts']),
  /** What stands over each column; a column that is not named is not printed. */
  columns: z.strictObject({
    length: words,
    begins: words.optional(),
    register: words.optional(),
    refund: words,
    percent: words,
    gradeFree: words.optional(),
  }),
  rows: listOf(z.strictObject({ schedule: z.string(), label: words, begins: words.optional() })).min(1),
});

const decisionSchema = z.strictObject({
  kind: z.enum(['late-drop', 'retroactive', 'appeal', 'reinstatement']),
  label: words,
  clause,
  /** A late drop is read by the band that needs it; the others replace the bands. */
  read: z.enum(['by-band', 'instead']),
  needs: listOf(z.enum(['reason', 'instructor', 'chair', 'percent', 'authority'])),
  /** A later one is recorded and refused for lateness. */
  receivedBy: expressionSchema.optional(),
  gives: z.enum(['percent', 'nothing']),
});

const noticeSchema = z.strictObject({
  /** Kinds that are recorded and change nothing. */
  ineffective: listOf(z.enum(noticeKinds)),
  ineffectiveClause: clause,
  /** Kinds and channels that are spoken, where the policy asks for writing. */
  spoken: listOf(z.enum(noticeKinds)),
  spokenChannels: listOf(z.string()),
  spokenClause: clause,
  /** Documents that every notice, or those of some courses, must bring; the kind of the notice itself counts as one. */
  documents: listOf(z.strictObject({ kind: z.string(), clause, when: conditionSchema.optional() })),
  /** What the effective date is, by condition; the first that holds. */
  effective: listOf(
    z.strictObject({ uses: z.enum(['received', 'postmarked']), clause, when: conditionSchema.optional() }),
  ),
  /** Whether a notice outside office hours counts from the next opening. */
  officeHours: z.strictObject({ clause, reading: z.string() }).nullable(),
  noNoticeClause: clause,
  /** Whether the request must say who asks and for what (full name, e-mail, title and start of the course). */
  identity: z.strictObject({ clause, when: conditionSchema.optional() }).optional(),
  /** Whether the student’s track must be known before anything can be said. */
  track: z.strictObject({ clause }).optional(),
});

const formFieldSchema = z.strictObject({
  id,
  label: words,
  kind: z.enum(['text', 'date', 'signature', 'check', 'lines']),
  from: z.string().optional(),
});
const formSchema = z.strictObject({
  id,
  title: words,
  clause,
  /** The notice kind or document that the form counts as when it comes back. */
  document: z.string(),
  intro: words,
  fields: listOf(formFieldSchema),
});

/** One policy as data. `version` and `effectiveFrom` say which courses it decides: those that begin on or after that day. */
export const packSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.string(),
  effectiveFrom: z.iso.date(),
  name: words,
  institution: z.string(),
  sources: listOf(z.strictObject({ title: z.string(), url: z.string().optional() })),
  categories: listOf(
    z.strictObject({
      id,
      label: words,
      begins: z.enum(['term', 'first-meeting']),
      failing: z.boolean(),
      clause,
      /** The clause by which courses of this category begin, where it is not the pack's. */
      beginsClause: clause.optional(),
    }),
  ),
  beginsClause: clause,
  clauses: z.record(z.string(), citationSchema),
  readings: listOf(readingSchema),
  notice: noticeSchema,
  refer: listOf(z.strictObject({ when: conditionSchema, clause })),
  cancelled: z.strictObject({ clause, label: words }).nullable(),
  /** The clause that a cancelled course is referred by, where the policy does not cover one. */
  cancelledUncoveredClause: clause.optional(),
  referLabel: words,
  outcomeLabels: z.record(z.string(), words),
  dueReading: z.strictObject({ name: z.string(), clause }).nullable(),
  failingClause: clause.nullable(),
  schedules: listOf(scheduleSchema, 40),
  federal: z.strictObject({ when: conditionSchema, clause }).nullable(),
  decisions: listOf(decisionSchema),
  unknownDecisionClause: clause,
  deadlines: listOf(deadlineSchema.extend({ when: conditionSchema.optional() })),
  /** The tables that the policy publishes, to be printed as they stand there. */
  tables: listOf(tableSchema).optional(),
  /** Days after the effective day between which a refund is promised. */
  promise: z.strictObject({ fromDays: dayCount, toDays: dayCount, clause }).nullable(),
  forms: listOf(formSchema),
  /** What the policy asks of the screens beside its refunds. */
  features: featuresSchema.optional(),
});

export type Pack = z.infer<typeof packSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type PolicyTable = z.infer<typeof tableSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type DecisionRule = z.infer<typeof decisionSchema>;
export type PackForm = z.infer<typeof formSchema>;
