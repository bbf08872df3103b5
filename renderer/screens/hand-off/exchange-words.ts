import type { Exchange, ExchangeField } from '../../../shared/register/exchange';
import type { ExchangeRow } from '../../../shared/register/exchange-lines';

/** What a column of the file can hold, in words. */
export const exchangeFieldWords: Record<ExchangeField, string> = {
  transmittal: 'Batch number',
  case: 'Case number',
  amount: 'Amount',
  fund: 'Fund',
  course: 'Course',
  term: 'Term',
  'student-number': 'Student number',
  'student-name': 'Student’s name',
  payee: 'Payee',
  'payment-method': 'How it was paid',
  'address-line1': 'Street',
  'address-line2': 'Second line of the address',
  city: 'City',
  state: 'State',
  postal: 'ZIP',
  country: 'Country',
  'closed-on': 'Day the batch was closed',
  clause: 'Clause of the policy',
  determination: 'Determination (SHA-256)',
  constant: 'Always the same text',
};

export const delimiterChoices: readonly { readonly value: Exchange['delimiter']; readonly words: string }[] = [
  { value: ',', words: 'Comma' },
  { value: ';', words: 'Semicolon' },
  { value: '\t', words: 'Tab' },
];

export const dateChoices: readonly { readonly value: Exchange['dates']; readonly words: string }[] = [
  { value: 'iso', words: '2026-09-28' },
  { value: 'us', words: '9/28/2026' },
];

export const amountChoices: readonly { readonly value: Exchange['amounts']; readonly words: string }[] = [
  { value: 'dollars', words: '260.00 (dollars)' },
  { value: 'cents', words: '26000 (cents)' },
];

const street = { line1: '1450 Alder Street', line2: '', city: 'Arcata', state: 'CA', postal: '95521', country: '' };

/** Three refunds that nobody asked for, to show what the file looks like: a plain one, one paid by somebody else, one with a comma. */
export const sampleRefunds: readonly ExchangeRow[] = [
  {
    transmittal: 'BO-2026-0001',
    case: 'RD-2026-0417',
    cents: 26_000,
    fund: '4810-EXT',
    course: 'EXT 204-02',
    term: 'Fall 2026',
    studentNumber: '0071234',
    studentName: 'Garcia, Maria',
    payee: 'Maria Garcia',
    paymentMethod: 'check',
    address: street,
    closedOn: '2026-09-28',
    clause: '3.2',
    determination: '5b1f…',
  },
  {
    transmittal: 'BO-2026-0001',
    case: 'RD-2026-0421',
    cents: 39_050,
    fund: '4810-EXT',
    course: 'EXT 110-01',
    term: 'Fall 2026',
    studentNumber: '0071302',
    studentName: 'Okafor, Ada',
    payee: 'Redwood Timber, Inc.',
    paymentMethod: 'card',
    address: { ...street, line1: 'P.O. Box 88', line2: 'Accounts', city: 'Eureka', postal: '95501' },
    closedOn: '2026-09-28',
    clause: '3.1',
    determination: 'c07e…',
  },
  {
    transmittal: 'BO-2026-0001',
    case: 'RD-2026-0430',
    cents: 900,
    fund: '',
    course: 'EXT 330-01',
    term: 'Fall 2026',
    studentNumber: '0069988',
    studentName: 'Nguyen, Thi Lan',
    payee: 'Thi Lan Nguyen',
    paymentMethod: 'cash',
    address: { ...street, line1: '22 Bay Road', line2: 'Apt 4' },
    closedOn: '2026-09-28',
    clause: '4',
    determination: '91aa…',
  },
];
