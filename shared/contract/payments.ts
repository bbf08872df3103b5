import { z } from 'zod';
import { centsField, dayField, idField, line, noteField, requiredLine } from '../register/fields';
import { unpaidWhys } from '../register/transmittal';
import { nothing, requestId } from './register';
import { refundRowSchema, transmittalViewSchema } from './transmittals';

const count = z.number().int().min(0);

const backSchema = z.strictObject({ case: line(60), on: line(60), reference: line(60), amount: line(60) });

/** Calls about what the Business Office paid: a list that comes back, payments that are typed, those that fail. */
export const paymentCalls = {
  /** Asks for the Business Office's file (CSV or xlsx) and reads it; nothing is entered yet. */
  'payment.read': {
    input: nothing,
    output: z.strictObject({
      token: z.string(),
      fileName: z.string(),
      headings: z.array(z.string()),
      sample: z.array(z.array(z.string())),
      rows: count,
      /** The headings as they were chosen last, or as they look. */
      back: backSchema.nullable(),
    }),
  },
  'payment.preview': {
    input: z.strictObject({ token: z.string().max(100), transmittalId: idField, back: backSchema }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          line: z.number().int(),
          /** What stands in place of the case number, whatever it is. */
          key: z.string(),
          caseId: idField.nullable(),
          studentName: z.string(),
          cents: z.number().int().nullable(),
          on: dayField.nullable(),
          reference: z.string(),
          /** What stands in the way of taking this row; null where it is good. */
          problem: z.string().nullable(),
          /** Whether it was entered before, just so. */
          known: z.boolean(),
        }),
      ),
      good: count,
      goodCents: z.number().int(),
      known: count,
      /** Rows with a problem: read = good + known + left. */
      left: count,
    }),
  },
  /** Enters the good rows and keeps the whole list; every row read was entered, known before, or left with its problem. */
  'payment.import': {
    input: z.strictObject({ requestId, token: z.string().max(100), transmittalId: idField, back: backSchema }),
    output: z.strictObject({
      view: transmittalViewSchema,
      read: count,
      entered: count,
      known: count,
      left: count,
    }),
  },
  'payment.enter': {
    input: z.strictObject({
      requestId,
      transmittalId: idField,
      payments: z
        .array(
          z.strictObject({
            caseId: idField,
            on: dayField,
            reference: requiredLine('The check or transaction number', 60),
            cents: centsField,
          }),
        )
        .min(1, 'Type at least one payment.')
        .max(500),
    }),
    output: transmittalViewSchema,
  },
  /** A payment came to nothing: a check never cashed, come back, stopped; or it was entered wrongly. */
  'payment.fail': {
    input: z.strictObject({
      requestId,
      caseId: idField,
      reference: line(60),
      on: dayField,
      why: z.enum(unpaidWhys),
      note: noteField,
    }),
    output: refundRowSchema,
  },
};
