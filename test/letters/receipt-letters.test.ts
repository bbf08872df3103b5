import { describe, expect, it } from 'vitest';
import { makeLetter, shippedLetters, shippedTemplate } from '../../shared/letters/letter';
import { mustNotName, wronglyNamed } from '../../shared/letters/mandatory';
import { standardWords } from '../../shared/letters/own-standard';
import type { TemplatePart } from '../../shared/letters/own-template';
import { lackingProblems } from '../../shared/letters/own-words';
import { letterTypes } from '../../shared/letters/template';
import { sayDate, sayDay } from '../../shared/letters/words';
import { shippedPacks } from '../../shared/policy/packs/index';
import { workedCases } from '../policy/worked-cases';
import { readFacts } from '../../shared/policy/facts';
import { office, receiptSamples, wordsOf } from './samples';
import { sourceUnder } from './source-under';

const languages = ['en', 'es'] as const;

/** A space before a stop, brackets with nothing in them, a stop too many: what an empty field leaves. */
const gap = / [.,;:](?= )|\(\s*\)|null|undefined|\{\{|\.\.(?!\.)/;

describe.each(languages)('in %s', (language) => {
  it.each(Object.entries(receiptSamples))(
    '%s: what came, and what it changes',
    (_, { source: given, type, amount }) => {
      const source = { ...given, language };
      const { html, type: made, pages, title } = makeLetter(source);
      const words = wordsOf(html);
      expect(made).toBe(type);
      expect(title).not.toMatch(/[{<&]/);
      expect(pages).toBe(1);
      expect(gap.exec(words)?.[0], words).toBeUndefined();
      for (const said of [
        'RD-2027-0417',
        'EXT 204-02 Project Management',
        sayDay(source.facts.notice?.received.slice(0, 10) ?? '', language),
        sayDay(source.facts.notice?.postmarked ?? '', language),
        office.phone,
        'J. Rivera, Registration Services',
      ])
        expect(words).toContain(said);
      expect(words).not.toContain(language === 'en' ? 'Determination' : 'Determinación');
      if (amount !== null) {
        const { earlier } = source;
        for (const said of [earlier?.caseNumber ?? '', sayDate(earlier?.on ?? '', language), amount])
          expect(words).toContain(said);
        const first = words.slice(words.indexOf('Maria Garcia-Lopez'));
        expect(first.indexOf(amount)).toBeLessThan(200);
        // What is disagreed with is the case that decided.
        expect(words).toMatch(/(?:Write case|el caso) RD-2027-0398/);
        const { paidOn, letter } = earlier ?? {};
        if (letter != null) expect(words).toContain(letter);
        if (paidOn != null) expect(words).toContain(sayDate(paidOn, language));
      } else {
        expect(words).not.toContain('$');
        expect(words).not.toContain(language === 'en' ? 'If you disagree' : 'Si no está de acuerdo.');
      }
    },
  );
});

describe('under every policy', () => {
  it.each(shippedPacks.map((p) => [p.id, p] as const))('%s: a receipt tells no amount and no rule', (_, compiled) => {
    let told = 0;
    for (const [index, { id, facts }] of workedCases(compiled.id).entries()) {
      const language = languages[index % 2] ?? 'en';
      const read = readFacts(facts);
      if (!('facts' in read) || read.facts.notice == null || compiled.problems(read.facts).length > 0) continue;
      const bare = compiled.evaluate({ ...read.facts, notice: null, decision: null });
      const source = sourceUnder(compiled, read.facts, { language, hash: '', receipt: true, determination: bare });
      const words = wordsOf(makeLetter(source).html);
      expect(words, id).not.toContain('$');
      expect(gap.exec(words)?.[0], `${id}: ${words}`).toBeUndefined();
      expect(words, id).toContain(sayDay(read.facts.notice.received.slice(0, 10), language));
      told += 1;
      const settled = compiled.evaluate(read.facts);
      if (settled.outcome !== 'refund' && settled.outcome !== 'none') continue;
      const earlier = { caseNumber: 'RD-2027-0398', on: '2026-09-15', letter: null, paidOn: null };
      const second = wordsOf(makeLetter(sourceUnder(compiled, read.facts, { language, hash: '', earlier })).html);
      expect(gap.exec(second)?.[0], `${id}: ${second}`).toBeUndefined();
      expect(second, id).toContain(compiled.pack.clauses[settled.clause]?.says[language]);
    }
    expect(told).toBeGreaterThan(20);
  });
});

describe('what a letter must not name', () => {
  it('is named by none that the app ships', () => {
    for (const template of shippedLetters) expect(wronglyNamed(template), template.type).toEqual([]);
    expect(letterTypes.filter((type) => mustNotName(type).length > 0)).toContain('received');
  });

  it('is found in the office’s own words, in the title too', () => {
    const received = shippedTemplate('received', 'en');
    const pieces = [...received.pieces, '<p>{% if payment %}{{ money.refund }}{% endif %}</p>'];
    expect(wronglyNamed({ ...received, pieces })).toEqual(['payment', 'money.refund']);
    expect(wronglyNamed({ ...received, title: 'About {{ money.collected }}' })).toEqual(['money.collected']);
    const full = shippedTemplate('full', 'en');
    expect(wronglyNamed({ ...full, pieces })).toEqual([]);
  });

  it('is refused when the office saves it', () => {
    const own = standardWords('received', 'en');
    expect(lackingProblems(own)).toEqual([]);
    const amount = { kind: 'field', field: 'money.refund', strong: false } as const;
    const told: TemplatePart = { kind: 'paragraph', heading: false, runs: [amount], when: null };
    expect(lackingProblems({ ...own, parts: [...own.parts, told] })).toEqual([
      {
        field: 'parts',
        message: 'This letter tells of nothing that is decided, so it cannot name “refund amount”. Take it out.',
      },
    ]);
  });

  it('is refused where words were written for another letter', () => {
    const { source } = receiptSamples['receipt of a form'] ?? {};
    if (source === undefined) throw new Error('no receipt');
    expect(() => makeLetter(source, shippedTemplate('full', 'en'))).toThrow('A template for full in en was given');
    const own = { ...shippedTemplate('received', 'en'), version: 7, title: 'It came' };
    expect(makeLetter(source, own)).toMatchObject({ title: 'It came', template: { version: 7 } });
  });
});
