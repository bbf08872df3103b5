import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayAnswer } from '../../shared/letters/spoken';
import { evaluate } from '../../shared/policy/evaluate';
import type { Facts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { closestAnswers } from '../../shared/policy/timeline-of';
import { courseOnlyFacts } from '../../shared/register/facts';
import { aCourse, anOffice } from '../db/records';
import { caseFacts } from '../policy/case-generator';
import { factsFrom } from '../policy/decide';

/** What is read out for some facts, in both languages. */
function said(facts: Facts, counts: 'received' | 'postmarked' = 'received') {
  const decided = evaluate(facts, shippedPacks);
  if ('problems' in decided) throw new Error(JSON.stringify(decided.problems));
  const { determination, pack } = decided;
  const source = {
    determination,
    pack: pack.pack,
    closest: closestAnswers(pack, facts, determination),
    course: 'EXT 204-02',
    on: facts.notice?.received ?? '',
    counts,
  };
  return { en: sayAnswer(source, 'en'), es: sayAnswer(source, 'es') };
}

const asked = (received: string, more: Partial<Facts> = {}): Facts => ({
  ...courseOnlyFacts(aCourse(), null, anOffice()),
  notice: { kind: 'drop-form', channel: 'counter', received },
  ...more,
});

describe('an answer to read out', () => {
  test('before the first meeting: all but the fee, and until when', () => {
    expect(said(asked('2026-09-10'))).toEqual({
      en: 'EXT 204-02: if your request reaches us on Thursday, September 10, 2026, you get $390.00 back, 100% of the fees you paid less $10.00 (H7). From Tuesday, September 15, 2026 on it would be $260.00. What counts is the written decision, once we have your request.',
      es: 'EXT 204-02: si su solicitud nos llega el jueves 10 de septiembre de 2026, se le devuelven $390.00, el 100 % de las cuotas que pagó menos $10.00 (H7). A partir del martes 15 de septiembre de 2026 serían $260.00. Lo que cuenta es la decisión por escrito, cuando tengamos su solicitud.',
    });
  });

  test('too late: nothing, and until when there would have been something', () => {
    const { en, es } = said(asked('2026-10-15T10:20'));
    expect(en).toContain(
      'at 10:20 a.m. on Thursday, October 15, 2026, nothing is refunded (H14). By Monday, September 28',
    );
    expect(es).toContain('a las 10:20 a.m. del jueves 15 de octubre de 2026, no hay reembolso (H14).');
  });

  test('of what nobody can say: what is still needed, or that it must be asked', () => {
    expect(said(asked('2026-09-10', { course: { category: 'olli' } })).en).toMatch(/the answer is: .* \(H\d+\)\./);
    const phone = said(asked('2026-09-10', { notice: { kind: 'phone', channel: 'phone', received: '2026-09-10' } }));
    expect(phone.en).toMatch(/the answer is: /);
  });

  test('with fees still due says what is cancelled of them', () => {
    const { en, es } = said(
      asked('2026-09-10', { fees: { assessed: 40_000, collected: 10_000, deposit: 0, paidOn: null } }),
    );
    expect(en).toContain('Of what you still owe, $300.00 is cancelled.');
    expect(es).toContain('se le cancelan $300.00.');
  });

  test('for any case is whole sentences in both languages, with the amount of the determination', () => {
    fc.assert(
      fc.property(
        caseFacts(() => []),
        (input) => {
          const facts = factsFrom(input);
          if (facts.notice == null) return;
          const decided = evaluate(facts, shippedPacks);
          if ('problems' in decided) return;
          const { outcome, refund } = decided.determination;
          for (const text of Object.values(said(facts))) {
            expect(text).not.toMatch(/undefined|null|NaN|\.\.|  |: [,.]|\( *\)/);
            expect(text).toMatch(/[.]$/);
            if (outcome === 'refund') expect(text).toContain(`$${Math.floor(refund / 100).toLocaleString('en-US')}.`);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
