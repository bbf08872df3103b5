import { z } from 'zod';
import { disclosureSchema } from '../register/disclosure';
import { dayField, idField, requiredLine } from '../register/fields';
import { nothing, requestId } from './register';

const madeSchema = disclosureSchema.extend({ person: z.string(), at: z.string() });
export type DisclosureMade = z.infer<typeof madeSchema>;

/** One record that retention would take away. */
const outlivedSchema = z.strictObject({
  caseId: idField,
  number: z.string(),
  label: z.string(),
  lastAt: z.string(),
  entries: z.number().int(),
  documents: z.number().int(),
});

/** Calls about what a student may ask of the office: who saw their data, who may see it, all of it, and its end. */
export const privacyCalls = {
  'disclosure.list': { input: z.strictObject({ studentId: idField }), output: z.array(madeSchema) },
  'disclosure.record': {
    input: z.strictObject({ requestId, studentId: idField, disclosure: disclosureSchema }),
    output: madeSchema,
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
      how: z.enum(['print', 'pdf', 'data']),
      to: requiredLine('To whom', 120),
      purpose: requiredLine('For what', 200),
    }),
    output: z.strictObject({ path: z.string().nullable(), handedOver: z.boolean() }),
  },
  /** What would be removed: cases whose last entry is older than the office keeps them. Nothing is changed. */
  'retention.preview': {
    input: nothing,
    output: z.strictObject({
      before: dayField.nullable(),
      rows: z.array(outlivedSchema),
      entries: z.number().int(),
      documents: z.number().int(),
      /** Names this very list; removing asks for it. */
      hash: z.string(),
    }),
  },
  'retention.remove': {
    input: z.strictObject({ requestId, hash: z.string().regex(/^[0-9a-f]{64}$/), why: requiredLine('The reason', 400) }),
    output: z.strictObject({ cases: z.number().int(), entries: z.number().int(), documents: z.number().int() }),
  },
};
