import { z } from 'zod';
import { exchangeSchema } from '../register/exchange';
import { centsField, dayField, idField, line, noteField, requiredLine } from '../register/fields';
import { unpaidWhys } from '../register/transmittal';
import { nothing, requestId } from './register';

const count = z.number().int().min(0);

/** Where a refund stands on its way to the student. */
export const refundStates = ['to-hand-over', 'handed-over', 'paid', 'overdue', 'overpaid'] as const;
export type RefundState = (typeof refundStates)[number];

/** A refund on its way, in cents: what the case pays out, what went to the Business Office, what was paid, what has still to go. */
export const refundRowSchema = z.strictObject({
  caseId: idField,
  number: z.string(),
  studentId: idField.nullable(),
  studentName: z.string(),
  courseCode: z.string(),
  fund: z.string(),
  determinationSeq: z.number().int(),
  payable: count,
  handed: count,
  paid: count,
  /** Below 0 where more went out than the case gives now. */
  outstanding: z.number().int(),
  transmittalId: idField.nullable(),
  transmittal: z.string().nullable(),
  handedOn: dayField.nullable(),
  paidOn: dayField.nullable(),
  reference: z.string(),
  /** Between which days it is promised, and how many days have gone by since the day it is counted from. */
  promisedFrom: dayField.nullable(),
  promisedTo: dayField.nullable(),
  age: z.number().int().nullable(),
  state: z.enum(refundStates),
  hidden: z.boolean().optional(),
});
export type RefundRow = z.infer<typeof refundRowSchema>;

/** A batch for the Business Office as a list shows it. */
export const transmittalRowSchema = z.strictObject({
  id: idField,
  number: z.string(),
  state: z.enum(['closed', 'reopened']),
  revision: z.number().int(),
  closedOn: dayField,
  person: z.string(),
  cases: count,
  cents: count,
  paidCases: count,
  paidCents: count,
  reconciledOn: dayField.nullable(),
});
export type TransmittalRow = z.infer<typeof transmittalRowSchema>;

const totalSchema = z.strictObject({ key: z.string(), cases: count, cents: count });

/** A batch whole: its lines beside what the cases give now and what the Business Office's list says, and every difference by name. */
export const transmittalViewSchema = transmittalRowSchema.extend({
  note: z.string(),
  mark: z.string(),
  lines: z.array(
    z.strictObject({
      caseId: idField,
      number: z.string(),
      studentName: z.string(),
      courseCode: z.string(),
      fund: z.string(),
      cents: count,
      /** What the case pays out now. */
      now: count,
      paidOn: dayField.nullable(),
      reference: z.string(),
      paidCents: count,
      listedCents: z.number().int().nullable(),
      hidden: z.boolean().optional(),
    }),
  ),
  byFund: z.array(totalSchema),
  byCourse: z.array(totalSchema),
  reopenings: z.array(z.strictObject({ at: z.string(), person: z.string(), why: z.string() })),
  sums: z.strictObject({ batch: count, cases: count, listed: z.number().int().nullable(), paid: count }),
  differences: z.array(
    z.strictObject({
      kind: z.enum(['changed', 'not-listed', 'not-in-batch', 'amount', 'listed-twice', 'unreadable']),
      caseId: idField.nullable(),
      what: z.string(),
      /** The Business Office's amount less ours, in cents. */
      cents: z.number().int().nullable(),
    }),
  ),
  listedFrom: z.string().nullable(),
});
export type TransmittalView = z.infer<typeof transmittalViewSchema>;

const backSchema = z.strictObject({ case: line(60), on: line(60), reference: line(60), amount: line(60) });

/** Calls about batches for the Business Office and what comes back from it. */
export const transmittalCalls = {
  'refund.list': {
    input: z.strictObject({
      state: z.enum(refundStates).nullable(),
      text: line(120),
      sort: z.enum(['promised', 'number', 'student', 'amount']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(refundRowSchema),
      total: count,
      cents: z.number().int(),
      counts: z.record(z.enum(refundStates), z.strictObject({ cases: count, cents: z.number().int() })),
    }),
  },
  'transmittal.list': {
    input: z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    output: z.strictObject({ rows: z.array(transmittalRowSchema), total: count }),
  },
  'transmittal.get': { input: z.strictObject({ id: idField }), output: transmittalViewSchema },
  /** Closes a batch of what was looked at: each case with the determination and the amount that stood on the screen. */
  'transmittal.close': {
    input: z.strictObject({
      requestId,
      /** A reopened batch that is closed again; null for a new one. */
      id: idField.nullable(),
      cases: z
        .array(z.strictObject({ caseId: idField, determinationSeq: z.number().int(), cents: centsField }))
        .min(1, 'Tick at least one refund.')
        .max(2000),
      note: noteField,
    }),
    output: transmittalViewSchema,
  },
  'transmittal.reopen': {
    input: z.strictObject({ requestId, id: idField, why: requiredLine('The reason', 400) }),
    output: transmittalViewSchema,
  },
  'transmittal.saveCsv': { input: z.strictObject({ id: idField }), output: z.strictObject({ path: z.string() }) },
  'transmittal.reconcile': {
    input: z.strictObject({ requestId, id: idField, note: noteField }),
    output: transmittalViewSchema,
  },
  'exchange.get': { input: nothing, output: exchangeSchema },
  'exchange.save': { input: z.strictObject({ requestId, exchange: exchangeSchema }), output: exchangeSchema },
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
    }),
  },
  'payment.import': {
    input: z.strictObject({ requestId, token: z.string().max(100), transmittalId: idField, back: backSchema }),
    output: transmittalViewSchema,
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
        .min(1)
        .max(2000),
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
