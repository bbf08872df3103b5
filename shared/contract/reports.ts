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

/**
 * Which cases a report counts; days are of the receipt, both ends inside. A case that nothing was received for (its class was cancelled, or it is
 * held before its date was keyed) counts on the day it was entered; a petition on the day of its own receipt. What was undone, and what retention
 * took away, is never counted.
 */
export const reportAskedSchema = z.strictObject({
  kind: z.enum(reportKinds),
  from: dayField.nullable(),
  to: dayField.nullable(),
  termId: idField.nullable(),
  policy: line(60).nullable(),
});
export type ReportAsked = z.infer<typeof reportAskedSchema>;

const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type ReportCell = z.infer<typeof cellSchema>;

/** What a cell holds: text; a number; cents; a percentage with one decimal at most; so many days; a day `YYYY-MM-DD`. Null is an empty cell. */
export const cellKinds = ['text', 'count', 'cents', 'percent', 'days', 'day'] as const;
export type CellKind = (typeof cellKinds)[number];

/** A report: a table of what was counted, what it says in one sentence, and the figures of its picture. Money in cents. */
export const reportSchema = z.strictObject({
  asked: reportAskedSchema,
  title: z.string(),
  /** Which cases it counts, in words: the days, the term, the policy. */
  scope: z.string(),
  /** What the reader should know first, in one or two sentences; the picture’s text twin. */
  sentence: z.string(),
  notes: z.array(z.string()),
  /** Figures that stand for the whole, such as a median; null where there is nothing to take it of. */
  figures: z.array(z.strictObject({ label: z.string(), kind: z.enum(cellKinds), value: z.number().nullable() })),
  columns: z.array(z.strictObject({ heading: z.string(), kind: z.enum(cellKinds) })),
  /** None at all where there are no cases in the period. */
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
      /** Days in bins of `width`, the first at `from`; `over` are those past the last bin; `band` is what the policy promises, both days inside. */
      z.strictObject({
        kind: z.literal('histogram'),
        from: z.number().int(),
        width: z.number().int().min(1),
        counts: z.array(z.number().int()),
        over: z.number().int(),
        band: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
      }),
      /** Sums a week or a month, `on` its first day; none is left out between the first and the last. */
      z.strictObject({
        kind: z.literal('timeline'),
        every: z.enum(['week', 'month']),
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
