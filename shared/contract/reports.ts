import { z } from 'zod';
import { dayField, idField, line } from '../register/fields';

/** What can be asked of the register as a whole. */
export const reportKinds = [
  'terms',
  'outcomes',
  'bands',
  'courses',
  'reasons',
  'clerks',
  'turnaround',
  'retained',
  'petitions',
  'postmark',
  'ageing',
  'entries',
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Which cases a report counts; days are of the receipt, both ends inside. */
export const reportAskedSchema = z.strictObject({
  kind: z.enum(reportKinds),
  from: dayField.nullable(),
  to: dayField.nullable(),
  termId: idField.nullable(),
  policy: line(60).nullable(),
});
export type ReportAsked = z.infer<typeof reportAskedSchema>;

const cellSchema = z.union([z.string(), z.number(), z.null()]);

/** A report: a table of what was counted, what it says in one sentence, and the figures of its picture. Money in cents. */
export const reportSchema = z.strictObject({
  asked: reportAskedSchema,
  title: z.string(),
  /** What the reader should know first, in one or two sentences; the picture’s text twin. */
  sentence: z.string(),
  notes: z.array(z.string()),
  columns: z.array(
    z.strictObject({ heading: z.string(), kind: z.enum(['text', 'count', 'cents', 'percent', 'days', 'day']) }),
  ),
  rows: z.array(z.array(cellSchema)),
  /** The last line; null where sums mean nothing. */
  totals: z.array(cellSchema).nullable(),
  picture: z
    .discriminatedUnion('kind', [
      /** Bars side by side, or stacked where the series are parts of one sum: one group a row. */
      z.strictObject({
        kind: z.literal('bars'),
        unit: z.enum(['count', 'cents']),
        stacked: z.boolean(),
        series: z.array(z.string()),
        groups: z.array(z.strictObject({ label: z.string(), values: z.array(z.number()) })),
      }),
      /** Days in bins of `width`, the first at `from`; `band` is what the policy promises. */
      z.strictObject({
        kind: z.literal('histogram'),
        from: z.number().int(),
        width: z.number().int().min(1),
        counts: z.array(z.number().int()),
        over: z.number().int(),
        band: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
      }),
      z.strictObject({
        kind: z.literal('timeline'),
        unit: z.enum(['count', 'cents']),
        series: z.array(z.string()),
        points: z.array(z.strictObject({ on: dayField, values: z.array(z.number()) })),
      }),
    ])
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/** Calls about reports. */
export const reportCalls = {
  'report.run': { input: reportAskedSchema, output: reportSchema },
  'report.save': {
    input: z.strictObject({ asked: reportAskedSchema, as: z.enum(['csv', 'xlsx']) }),
    output: z.strictObject({ path: z.string() }),
  },
};
