import { z } from 'zod';
import { exchangeSchema } from '../register/exchange';
import { centsField, dayField, idField, line, noteField, requiredLine } from '../register/fields';
import { differenceKinds, unpaidWhys } from '../register/transmittal';
import { nothing, requestId } from './register';

const count = z.number().int().min(0);

/**
 * Where a refund stands on its way to the student, and by what the list is narrowed: waiting to be handed over, not ready for it (a second
 * person or a petition is waited for), lying with the Business Office, paid, paid or handed over beyond what the case gives now. A refund of
 * any of them is overdue where the promise's last day is past and it was not paid in full; no row stands at `overdue` itself.
 */
export const refundStates = ['to-hand-over', 'not-ready', 'handed-over', 'paid', 'overdue', 'overpaid'] as const;
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
  /** Between which days it is promised. */
  promisedFrom: dayField.nullable(),
  promisedTo: dayField.nullable(),
  /** Days from the effective day (a cancelled class: from the cancellation) to today; to the day it was paid where it was. */
  age: z.number().int().nullable(),
  state: z.enum(refundStates),
  overdue: z.boolean(),
  hidden: z.boolean().optional(),
});
export type RefundRow = z.infer<typeof refundRowSchema>;

/** The refund of a case with everything that was handed over and paid of it, also what came to nothing. */
export const refundViewSchema = z.strictObject({
  row: refundRowSchema,
  handed: z.array(z.strictObject({ transmittalId: idField, transmittal: z.string(), on: dayField, cents: count })),
  payments: z.array(
    z.strictObject({
      on: dayField,
      reference: z.string(),
      cents: count,
      /** When and why it came to nothing, with what was noted; null where it stands. */
      failed: z.strictObject({ on: dayField, why: z.enum(unpaidWhys), note: z.string() }).nullable(),
    }),
  ),
});
export type RefundView = z.infer<typeof refundViewSchema>;

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
      /** What the Business Office's lists say of it; null where no list was read or it is in none. */
      listedCents: z.number().int().nullable(),
      /** Whether it still lies in this batch: handed over in it and neither taken back nor come to nothing. */
      lies: z.boolean(),
      /** Why its last payment came to nothing; null where none did, or it was paid since. */
      failed: z.enum(unpaidWhys).nullable(),
      hidden: z.boolean().optional(),
    }),
  ),
  byFund: z.array(totalSchema),
  byCourse: z.array(totalSchema),
  reopenings: z.array(z.strictObject({ at: z.string(), person: z.string(), why: z.string() })),
  /** The batch as it was closed; what of it the cases give now; the Business Office's lists, where one was read; what was paid. */
  sums: z.strictObject({ batch: count, cases: count, listed: z.number().int().nullable(), paid: count }),
  /** Those of `changed` and `failed` add up to cases less batch; those of the lists (`not-listed` to `unreadable`) to lists less batch. */
  differences: z.array(
    z.strictObject({
      kind: z.enum(differenceKinds),
      caseId: idField.nullable(),
      /** The whole sentence. */
      what: z.string(),
      /** The other amount less the batch's, in cents; null where it cannot be read. */
      cents: z.number().int().nullable(),
    }),
  ),
  /** The files that came back since it was last closed, by name; null where none did. */
  listedFrom: z.string().nullable(),
  /** Who looked at the differences last, when, how many there were then. */
  reconciled: z.strictObject({ on: dayField, note: z.string(), differences: count, person: z.string() }).nullable(),
});
export type TransmittalView = z.infer<typeof transmittalViewSchema>;

/** Calls about refunds on their way and the batches in which they go to the Business Office. */
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
  /** The refund of one case; null where nothing is paid out and nothing was. */
  'refund.get': { input: z.strictObject({ caseId: idField }), output: refundViewSchema.nullable() },
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
        .max(500, 'At most 500 refunds fit one batch. Close two.'),
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
};
