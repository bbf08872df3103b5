import { expect, test } from 'vitest';
import { explain } from '../../shared/policy/explain';
import { shippedPacks } from '../../shared/policy/packs/index';
import { determined } from './decide';
import { workedCases } from './worked-cases';

// Worksheets of section W as they read: two documents, a postmark that cannot be used, a named day, a row to ask about, a course nobody covers.

const policy = 'wou-extended-programs';

function worksheet(id: string, language: 'en' | 'es' = 'en'): readonly string[] {
  const pack = shippedPacks.find((p) => p.id === policy)?.pack;
  const own = workedCases(policy).find((c) => c.id === id);
  if (pack === undefined || own === undefined) throw new Error(`there is no case ${id}`);
  return explain(determined(own.facts), pack, language).map((s) => `${s.clause} ${s.text} | ${s.value}`);
}

test('two documents, the second too late for a named day (W5, W9)', () => {
  expect(worksheet('receipt-second-late')).toEqual([
    'W8 Is the class cancelled? No. | ',
    'W5 Official drop? Yes: an Add-Drop form in writing and the fee bill receipt. | ',
    'W5 Effective date: received Thu, Jun 25, 2026. | Thu, Jun 25, 2026',
    'W9 The course begins: Mon, Jun 22, 2026, 9:00 a.m. Before it? No. | Mon, Jun 22, 2026, 9:00 a.m.',
    'W9 Which rule? The one for courses of 4 weeks: it lasts 4 weeks. | ',
    'W9 3rd day of class: through Wed, Jun 24, 2026. In time? No. | ',
    'W9 Fees collected $450.00 × 0% | $0.00',
  ]);
});

test('a postmark that cannot be used is said, in both languages (W7)', () => {
  expect(worksheet('postmark-impossible')).toContain(
    'W7 The postmark cannot be used: it is missing, illegible or later than the receipt. The date received counts: Thu, Jun 25, 2026, 3:00 p.m. | Thu, Jun 25, 2026, 3:00 p.m.',
  );
  expect(worksheet('postmark-missing', 'es')[2]).toMatch(/^W7 El matasellos no puede usarse: falta, es ilegible o/);
});

test('days counted from the day classes begin (W1), and what is still due (W3)', () => {
  expect(worksheet('partly-paid').slice(4)).toEqual([
    'W1 Which rule? The one for courses of the regular academic term (Regular academic term). | ',
    'W1 Before the close of the 5th calendar day after classes begin: through Fri, Oct 2, 2026. In time? No. | ',
    'W1 Before the close of the 12th calendar day after classes begin: through Fri, Oct 9, 2026. In time? Yes. | 75%',
    'W1 Fees collected $300.00 × 75% | $225.00',
    'W3 Fees still due $150.00 × 75%, cancelled | $112.50',
    'W3 Of the refund, $37.50 is set off against what is still due; $0.00 remains due. Paid out: | $187.50',
  ]);
});

test('class weeks (W9), meetings (W10), and what no rule covers (W11)', () => {
  expect(worksheet('12-weeks-2026-07-07-1000', 'es')).toContain(
    'W9 2.ª y 3.ª semana de clase: hasta el lun, 13 jul 2026. ¿A tiempo? Sí. | 90 %',
  );
  expect(worksheet('meets-3-times-day-after')).toContain(
    'W10 1st class meeting: through Sat, Jul 11, 2026. In time? No. | ',
  );
  expect(worksheet('fitness').at(-1)).toBe(
    'W11 Fitness: this policy computes nothing for such a course. The office decides. | ',
  );
});
