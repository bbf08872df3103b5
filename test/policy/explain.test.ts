import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../shared/day';
import { explain, missingWords, outcomeLabel } from '../../shared/policy/explain';
import { outcomes, type Determination } from '../../shared/policy/determination';
import type { Pack } from '../../shared/policy/pack';
import { shippedPacks } from '../../shared/policy/packs/index';
import { english } from '../../shared/policy/phrases-en';
import { spanish } from '../../shared/policy/phrases-es';
import { caseFacts } from './case-generator';
import { determined } from './decide';
import { fixturePolicies } from './fixture-policies';
import { packFiles, workedCases } from './worked-cases';

const languages: readonly Language[] = ['en', 'es'];
const pack = shippedPacks[0]?.pack;
if (pack === undefined) throw new Error('no pack is shipped');
const isMissing = (name: string): boolean => name.startsWith('missing:');

test('both languages have a sentence for the same rules and missing facts', () => {
  expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
});

test('every rule that the engine gives has its sentence, and every sentence a rule that gives it', () => {
  const given = new Set<string>();
  const packs = [...shippedPacks, ...fixturePolicies.map((p) => p.pack)];
  const add = (facts: unknown): void => void determined(facts, packs).steps.forEach((s) => given.add(s.rule));
  for (const policy of packFiles) for (const { facts } of workedCases(policy)) add(facts);
  for (const { cases } of fixturePolicies) for (const { facts } of cases) add(facts);
  fc.assert(
    fc.property(
      caseFacts(() => []),
      add,
    ),
    { numRuns: 2000 },
  );
  const known = Object.keys(english).filter((name) => !isMissing(name));
  expect([...given].sort()).toEqual(known.sort());
});

test('every missing fact of the contract has words in both languages', () => {
  const missing =
    'notice drop-form add-drop-form fee-bill-receipt fullName email courseTitle courseStart track term-begins starts ends meetings meeting-times paid-on refund-window reason instructor chair percent authority federal'.split(
      ' ',
    );
  expect(Object.keys(english).filter(isMissing).sort()).toEqual(missing.map((name) => `missing:${name}`).sort());
  for (const language of languages)
    for (const name of missing) expect(missingWords(name, language)).not.toMatch(/^$|^[a-z]+-/);
  expect(missingWords('a-word-of-tomorrow', 'en')).toBe('a-word-of-tomorrow');
});

/** Every line stands on a clause, with that clause’s words beside it, and nothing that only a programmer would know reaches the paper. */
function readsWell(determination: Determination, of: Pack, language: Language): void {
  const lines = explain(determination, of, language);
  expect(lines.map((l) => l.rule)).toEqual(determination.steps.map((s) => s.rule));
  for (const { clause, text, value, quote } of lines) {
    expect(quote).toBe(of.clauses[clause]?.quote);
    expect(quote).not.toBe('');
    expect(text.trim()).not.toBe('');
    expect(`${text} ${value}`).not.toMatch(/undefined|NaN|Infinity|\[object|null|\$\{|1969|1970/);
    expect(text).not.toMatch(/ {2}|\( ?\)| [.,?]|\.\./);
  }
}

describe.each(shippedPacks.map((p) => p.pack))('$id', (own) => {
  test('every worked case reads well in both languages, and its outcome has a label', () => {
    for (const { facts } of workedCases(own.id))
      for (const language of languages) {
        const determination = determined(facts);
        readsWell(determination, own, language);
        expect(outcomeLabel(determination, own, language)).not.toBe('');
      }
    for (const outcome of outcomes)
      for (const language of languages) expect(own.outcomeLabels[outcome]?.[language]).toBeTruthy();
  });
});

test('each line stands on a clause of the policy, with that clause’s own words beside it', () => {
  fc.assert(
    fc.property(
      caseFacts(() => []),
      fc.constantFrom(...languages),
      (facts, language) => {
        const determination = determined(facts);
        const lines = explain(determination, pack, language);
        readsWell(determination, pack, language);
        expect(explain(JSON.parse(JSON.stringify(determination)) as typeof determination, pack, language)).toEqual(
          lines,
        );
      },
    ),
    { numRuns: 1000 },
  );
});

describe('the worksheet, as it reads', () => {
  const course = {
    category: 'extension',
    meetings: ['08', '15', '22', '29'].map((d) => ({ date: `2026-09-${d}`, from: '18:00', to: '21:00' })),
  };
  const five = { ...course, meetings: [...course.meetings, { date: '2026-10-06', from: '18:00', to: '21:00' }] };
  const facts = {
    policy: pack.id,
    course: five,
    fees: { assessed: 45_000, collected: 15_000 },
    notice: { kind: 'drop-form', channel: 'mail', postmarked: '2026-09-04', received: '2026-09-09T10:20' },
    office: { hours: { wed: ['08:00', '17:00'] }, closures: ['2026-09-07'] },
  };
  const lines = (input: unknown, language: Language): readonly string[] =>
    explain(determined(input), pack, language).map((l) => `${l.clause} ${l.text} | ${l.value}`);

  test('in English', () => {
    expect(lines(facts, 'en')).toMatchInlineSnapshot(`
      [
        "H6 Is the class cancelled? No. | ",
        "H1 Official drop? Yes: a Drop form in writing. | ",
        "H3 Effective date: received Wed, Sep 9, 2026, 10:20 a.m.; the postmark (Fri, Sep 4, 2026) is not used by this policy. | Wed, Sep 9, 2026, 10:20 a.m.",
        "H8 It came during office hours. | ",
        "H13 The course begins: Tue, Sep 8, 2026, 6:00 p.m. Before it? No. | Tue, Sep 8, 2026, 6:00 p.m.",
        "H14 Which rule? The one for courses of five meetings or longer: it has 5 meetings. | ",
        "H7 Dropped before the first session: no. | ",
        "H14 Course time elapsed: 180 of 900 meeting minutes = 20%. Less than 25%? Yes. | 20%",
        "H14 Fees collected $150.00 × 65% | $97.50",
        "H5 Fees still due $300.00 × 65%, cancelled | $195.00",
        "H5 Of the refund, $97.50 is set off against what is still due; $7.50 remains due. Paid out: | $0.00",
        "H2 The refund is expected between Wed, Sep 23, 2026 and Wed, Oct 7, 2026. | Wed, Oct 7, 2026",
      ]
    `);
  });
  test('in Spanish', () => {
    expect(lines(facts, 'es')).toMatchInlineSnapshot(`
      [
        "H6 ¿Está cancelada la clase? No. | ",
        "H1 ¿Baja oficial? Sí: por escrito. | ",
        "H3 Fecha efectiva: recibido el mié, 9 sep 2026, 10:20 a.m.; esta política no usa el matasellos (vie, 4 sep 2026). | mié, 9 sep 2026, 10:20 a.m.",
        "H8 Llegó en horario de oficina. | ",
        "H13 El curso empieza: mar, 8 sep 2026, 6:00 p.m. ¿Antes? No. | mar, 8 sep 2026, 6:00 p.m.",
        "H14 ¿Qué regla? La de cursos de cinco sesiones o más: tiene 5 sesiones. | ",
        "H7 Baja antes de la primera sesión: no. | ",
        "H14 Tiempo del curso transcurrido: 180 de 900 minutos de clase = 20 %. ¿Menos del 25 %? Sí. | 20 %",
        "H14 Cuotas cobradas $150.00 × 65 % | $97.50",
        "H5 Cuotas pendientes $300.00 × 65 %, canceladas | $195.00",
        "H5 Del reembolso, $97.50 se aplica a lo pendiente; quedan por pagar $7.50. Se paga: | $0.00",
        "H2 El reembolso se espera entre el mié, 23 sep 2026 y el mié, 7 oct 2026. | mié, 7 oct 2026",
      ]
    `);
  });
  test('a late drop of a semester course', () => {
    const late = {
      ...facts,
      course: { category: 'open-university', termBegins: '2026-08-24', termEnds: '2026-12-18' },
      notice: { kind: 'drop-form', channel: 'email', received: '2026-09-30T10:00' },
    };
    expect(lines(late, 'en')).toMatchInlineSnapshot(`
      [
        "H6 Is the class cancelled? No. | ",
        "H1 Official drop? Yes: a Drop form in writing. | ",
        "H3 Effective date: received Wed, Sep 30, 2026, 10:00 a.m. | Wed, Sep 30, 2026, 10:00 a.m.",
        "H8 It came during office hours. | ",
        "H13 The course begins with the term: Mon, Aug 24, 2026. Before it? No. | Mon, Aug 24, 2026",
        "H9 Which rule? The one for semester-long courses (Open University). | ",
        "H7 Dropped before the first session: no. | ",
        "H9 By the end of week 4 (through Sun, Sep 20, 2026)? No. | ",
        "H11 A drop this late needs a petition. Still missing: the reason, the instructor’s approval and the chair’s approval. | ",
        "H12 Until it is dropped officially, the course ends in a failing grade. | ",
      ]
    `);
  });
  test('a meeting is held from its start', () => {
    const third = {
      ...facts,
      notice: { kind: 'drop-form', channel: 'email', received: '2026-09-15T18:00' },
      office: null,
      readings: { 'elapsed-basis': 'meetings' },
    };
    expect(lines(third, 'en')).toContain('H14 Course time elapsed: 2 of 5 meetings = 40%. Less than 25%? No. | 40%');
  });
  test('a share just under its limit never reads as the limit', () => {
    // 1,249 of 5,000 minutes is 24.98 %.
    const long = {
      ...facts,
      course: {
        category: 'extension',
        meetings: [1, 2, 3, 4, 5].map((d) => ({ date: `2026-09-0${d}`, from: '06:00', to: '22:40' })),
      },
      notice: { kind: 'drop-form', channel: 'email', received: '2026-09-02T10:09' },
      office: null,
    };
    expect(lines(long, 'en').filter((l) => l.includes('elapsed'))).toMatchInlineSnapshot(`
      [
        "H14 Course time elapsed: 1249 of 5000 meeting minutes = 24.9%. Less than 25%? Yes. | 24.9%",
      ]
    `);
  });
});
