import { describe, expect, it } from 'vitest';
import type { Language } from '../../shared/day';
import { makeLetter, officeStillOwes } from '../../shared/letters/letter';
import { missingWords } from '../../shared/letters/missing';
import type { LetterType } from '../../shared/letters/template';
import { sayDay, sayWhen } from '../../shared/letters/words';
import { formatCents, formatPercent } from '../../shared/money';
import { readFacts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { workedCases } from '../policy/worked-cases';
import { office, wordsOf } from './samples';
import { sourceUnder } from './source-under';

const languages = ['en', 'es'] as const;

/** The kinds of letter that an outcome can be told by. */
const typesOf: Record<string, readonly LetterType[]> = {
  refund: ['class-cancelled', 'full', 'full-less', 'partial', 'petition-granted'],
  none: [
    'none',
    'late-drop-granted',
    'petition-denied',
    'reinstated',
    'not-reinstated',
    'reinstatement-received',
    'class-cancelled',
  ],
  incomplete: ['incomplete'],
  'not-official': ['not-official'],
  'petition-required': ['petition-required'],
  refer: ['refer'],
  federal: ['federal'],
  refused: ['refused'],
};

const disagreeing: Record<Language, string> = { en: 'If you disagree.', es: 'Si no está de acuerdo.' };

describe.each(shippedPacks.map((p) => [`${p.id} ${p.version}`, p] as const))('letters under %s', (_, compiled) => {
  const { pack } = compiled;
  const cases = workedCases(pack.id).flatMap(({ id, facts }) => {
    const read = readFacts(facts);
    return 'facts' in read && compiled.problems(read.facts).length === 0 ? [{ id, facts: read.facts }] : [];
  });
  const told = cases.filter(({ facts }) => officeStillOwes(sourceUnder(compiled, facts)).length === 0);

  it('can be made of most worked cases; the others wait for the office', () => {
    expect(told.length).toBeGreaterThan(cases.length / 2);
    expect(told.length).toBeGreaterThan(20);
  });

  it.each(languages)('say in %s what every outcome has to say', (language) => {
    for (const { id, facts } of told) {
      const source = sourceUnder(compiled, facts, { language });
      const letter = makeLetter(source);
      const words = wordsOf(letter.html);
      const { determination: d } = source;
      const says = (text: string, what: string): void => expect(words, `${id}: ${what}`).toContain(text);

      expect(typesOf[d.outcome], id).toContain(letter.type);
      expect(letter.title, id).not.toMatch(/[{<&]/);
      // A field that is empty leaves its marks: a space before a stop, brackets with nothing in them, a stop too many.
      expect(/ [.,;:](?= )|\(\s*\)|null|undefined|\{\{|\.\.(?!\.)/.exec(words)?.[0], `${id}: ${words}`).toBeUndefined();
      expect(letter.title.trim(), id).toBe(letter.title);

      says(`${pack.name[language]}, ${language === 'en' ? 'clause' : 'cláusula'} ${d.clause}.`, 'the clause');
      says(pack.clauses[d.clause]?.says[language] ?? '?', 'the clause in words');
      says(disagreeing[language], 'how to disagree');
      for (const said of [office.phone, office.email, 'J. Rivera', 'RD-2027-0417', 'MARIA GARCIA-LOPEZ'])
        says(said, said);
      if (facts.notice != null) {
        says(sayDay(facts.notice.received.slice(0, 10), language), 'the day it came');
        if (facts.notice.postmarked != null) says(sayDay(facts.notice.postmarked, language), 'the postmark');
      }
      for (const missing of missingWords(d.missing, pack, language).student) says(missing, 'what is missing');
      if (letter.type.includes('reinstate')) continue;
      if (d.outcome === 'refund' || d.outcome === 'none') {
        says(formatCents(d.refund), 'the refund');
        says(formatCents(facts.fees.collected), 'what was paid');
        if (d.percent !== null) says(formatPercent(d.percent, language), 'the percentage');
        if (d.effective !== null) says(sayWhen(d.effective, language), 'when it counts');
      }
    }
  });

  it.each(languages)('promise in %s no door that the policy does not have', (language) => {
    const door = pack.decisions.find((rule) => rule.read === 'instead' && rule.gives === 'percent');
    const promised = language === 'en' ? 'with your reasons' : 'con sus razones';
    for (const { id, facts } of told) {
      const words = wordsOf(makeLetter(sourceUnder(compiled, facts, { language })).html);
      if (door === undefined) expect(words.includes(promised), id).toBe(false);
      else if (door.receivedBy === undefined) {
        expect(words.includes(promised), id).toBe(true);
        expect(words, id).toContain(pack.clauses[door.clause]?.says[language]);
      }
    }
  });
});
