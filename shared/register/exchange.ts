import { z } from 'zod';
import { line, requiredLine } from './fields';

/** What a column of the file for the Business Office can hold. */
export const exchangeFields = [
  'transmittal',
  'case',
  'amount',
  'fund',
  'course',
  'term',
  'student-number',
  'student-name',
  'payee',
  'payment-method',
  'address-line1',
  'address-line2',
  'city',
  'state',
  'postal',
  'country',
  'closed-on',
  'clause',
  'determination',
  'constant',
] as const;
export type ExchangeField = (typeof exchangeFields)[number];

/**
 * How the office and the Business Office exchange files, set up once: the columns of what goes out, in their order, and the headings under
 * which payments come back.
 */
export const exchangeSchema = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        heading: requiredLine('The heading', 60),
        field: z.enum(exchangeFields),
        /** What stands in every row of a `constant` column. */
        text: line(60),
      }),
    )
    .min(1, 'The file needs at least one column.')
    .max(40),
  headings: z.boolean(),
  delimiter: z.enum([',', ';', '\t']),
  dates: z.enum(['iso', 'us']),
  amounts: z.enum(['dollars', 'cents']),
  /** The headings of the file that comes back; null until one was read. */
  back: z.strictObject({ case: line(60), on: line(60), reference: line(60), amount: line(60) }).nullable(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** A day as a US spreadsheet has it: `9/28/2026`. */
export function usDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** What goes out until the office has said otherwise. */
export const standardExchange: Exchange = {
  columns: [
    { heading: 'Batch', field: 'transmittal', text: '' },
    { heading: 'Case', field: 'case', text: '' },
    { heading: 'Student number', field: 'student-number', text: '' },
    { heading: 'Payee', field: 'payee', text: '' },
    { heading: 'Amount', field: 'amount', text: '' },
    { heading: 'Fund', field: 'fund', text: '' },
    { heading: 'Course', field: 'course', text: '' },
    { heading: 'Address 1', field: 'address-line1', text: '' },
    { heading: 'Address 2', field: 'address-line2', text: '' },
    { heading: 'City', field: 'city', text: '' },
    { heading: 'State', field: 'state', text: '' },
    { heading: 'ZIP', field: 'postal', text: '' },
  ],
  headings: true,
  delimiter: ',',
  dates: 'iso',
  amounts: 'dollars',
  back: null,
};
