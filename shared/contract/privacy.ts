import { z } from 'zod';
import { disclosureMadeSchema, disclosureSchema } from '../register/disclosure';
import { dayField, idField, requiredLine } from '../register/fields';
import { nothing, requestId } from './register';

const count = z.number().int();

/** One record that retention would take away. */
const outlivedSchema = z.strictObject({
  caseId: idField,
  number: z.string(),
  label: z.string(),
  lastAt: z.string(),
  entries: count,
  documents: count,
});
export type OutlivedRow = z.infer<typeof outlivedSchema>;

/** A removal that was made: the numbers of what it took are all that is left of it. */
const removalSchema = z.strictObject({
  seq: count,
  at: z.string(),
  person: z.string(),
  before: dayField,
  why: z.string(),
  cases: z.array(z.string()),
  entries: count,
  documents: count,
});
export type Removal = z.infer<typeof removalSchema>;

/** The ways in which a student's whole file is given out. */
export const fileWays = ['print', 'pdf', 'data'] as const;

/** Calls about what a student may ask of the office: who saw their data, who may see it, all of it, and its end. */
export const privacyCalls = {
  /** A student's disclosure log, the newest first. */
  'disclosure.list': { input: z.strictObject({ studentId: idField }), output: z.array(disclosureMadeSchema) },
  'disclosure.record': {
    input: z.strictObject({ requestId, studentId: idField, disclosure: disclosureSchema }),
    output: disclosureMadeSchema,
  },
  /** Hides a student's data from all but the roles that the office named, or shows it again. */
  'privacy.flag': {
    input: z.strictObject({
      requestId,
      studentId: idField,
      confidential: z.boolean(),
      why: requiredLine('The reason', 400),
    }),
    output: nothing,
  },
  /** A student's whole file: printed, as a PDF, or as data. It is entered in the disclosure log. */
  'privacy.file': {
    input: z.strictObject({
      requestId,
      studentId: idField,
      how: z.enum(fileWays),
      to: requiredLine('To whom', 120),
      purpose: requiredLine('For what', 200),
    }),
    output: z.strictObject({ path: z.string().nullable(), handedOver: z.boolean() }),
  },
  /** What would be removed: cases whose last entry is older than the office keeps them. Nothing is changed. */
  'retention.preview': {
    input: nothing,
    output: z.strictObject({
      /** The office's years, and the day before which a case's last entry must lie; null where nothing is ever removed. */
      keepYears: count.nullable(),
      before: dayField.nullable(),
      rows: z.array(outlivedSchema),
      entries: count,
      documents: count,
      /** Names this very list; removing asks for it. */
      hash: z.string(),
    }),
  },
  'retention.remove': {
    input: z.strictObject({
      requestId,
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      why: requiredLine('The reason', 400),
    }),
    output: removalSchema,
  },
  /** The removals made so far, the newest first. */
  'retention.past': { input: nothing, output: z.array(removalSchema) },
  /** Prints the list of what one of them took. */
  'retention.print': {
    input: z.strictObject({ seq: z.number().int().min(1) }),
    output: z.strictObject({ handedOver: z.boolean() }),
  },
};
