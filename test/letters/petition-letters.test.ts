import { describe, expect, it } from 'vitest';
import { makeLetter } from '../../shared/letters/letter';
import { parts } from '../../shared/letters/measure';
import { sayDate, sayDay } from '../../shared/letters/words';
import { formatCents } from '../../shared/money';
import { shippedPacks } from '../../shared/policy/packs/index';
import { petitionSamples, told, toldDecided, withTyped } from './petition-samples';
import { aSource, office, samples, wordsOf } from './samples';
import { sourceUnder } from './source-under';

const languages = ['en', 'es'] as const;

describe.each(languages)('letters about petitions in %s', (language) => {
  it.each(Object.entries(petitionSamples))(
    '%s: the right letter, with its days and amounts',
    (_, { source: given, type, amount }) => {
      const source = { ...given, language };
      const letter = makeLetter(source);
      const words = wordsOf(letter.html);
      expect(letter.type).toBe(type);
      expect(letter.title).not.toMatch(/[{<&]/);
      expect(/ [.,;:](?= )|\(\s*\)|null|undefined|\{\{|\.\.(?!\.)/.exec(words)?.[0], words).toBeUndefined();
      const { petition, instead } = source;
      for (const said of [
        sayDate(source.madeOn, language),
        'MARIA GARCIA-LOPEZ',
        'EXT 204-02 Project Management',
        office.phone,
        office.email,
        'J. Rivera, Registration Services',
        `${type}/${language} v4`,
        ...(source.hash === '' ? [] : [source.hash.slice(0, 12)]),
        ...(petition === null ? [] : [sayDay(petition.receivedOn, language)]),
        ...[petition?.dueOn, petition?.returned?.on, petition?.returned?.answerBy, petition?.decision?.on, instead?.on]
          .flatMap((day) => day ?? [])
          .filter(() => type !== 'refused')
          .map((day) => sayDay(day, language)),
        ...(petition?.awaited ?? []),
        ...(petition?.returned == null ? [] : [petition.returned.why]),
      ])
        expect(words).toContain(said);
      if (amount === null) return;
      const first = words.slice(words.indexOf('Maria Garcia-Lopez'));
      expect(first.indexOf(amount)).toBeGreaterThan(0);
      expect(first.indexOf(amount)).toBeLessThan(200);
    },
  );

  it('cite the earlier decision with its day and amount, and say what becomes of it', () => {
    for (const name of ['petition granted in part, by an amount', 'petition denied, the refund stays']) {
      const source = { ...(petitionSamples[name]?.source ?? aSource()), language };
      const words = wordsOf(makeLetter(source).html);
      const against = source.petition?.against;
      expect(words).toContain(sayDate(against?.on ?? '', language));
      expect(words).toContain(formatCents(against?.refund ?? -1));
      expect(words).toContain('L-000901');
      // It stands beside the earlier decision; it corrects nothing.
      expect(words).not.toContain(language === 'en' ? 'This letter replaces' : 'Esta carta reemplaza');
    }
  });
});

const english = (name: string): string =>
  wordsOf(makeLetter(petitionSamples[name]?.source ?? samples['a part']?.source ?? aSource()).html);

describe('what a letter about a petition says', () => {
  it('gives an amount that was granted as an amount, and what it changes', () => {
    const words = english('petition granted in part, by an amount');
    expect(words).toContain('Your petition for a retroactive refund is granted in part: your refund is $325.00.');
    expect(words).toContain('You asked for $400.00. It was decided on Wednesday, January 20, 2027 by the Dean');
    expect(words).toContain(
      'On October 13, 2026 we decided on a refund of $0.00 (our letter L-000901). The new decision takes its place and gives $325.00 more',
    );
    expect(words).not.toContain('81.25');
    expect(words).toContain('The reason. You were in the hospital from September 14 to October 9.');
    expect(words).toContain('clause H16.');
  });

  it('names what is still missing and by when it is decided', () => {
    const words = english('petition received');
    expect(words).toContain('your reasons, in writing Discharge papers of the hospital');
    expect(words).toContain('We will decide by Tuesday, February 2, 2027 and write to you.');
    const both = english('late drop received, both approvals missing');
    expect(both).toContain('the approval of the instructor, signed the approval of the department chair, signed');
    expect(both).toContain('you will receive a failing grade');
  });

  it('says that the clock stands while it waits for the student', () => {
    const words = english('petition returned for information');
    expect(words).toContain('What we need. Which weeks were you in the hospital?');
    expect(words).toContain('We must have your answer by Sunday, February 14, 2027');
    expect(words).toContain('has stood still since Thursday, January 14, 2027');
  });

  it('says whose approval a late drop was refused for, and warns of the grade', () => {
    const words = english('late drop refused by the chair');
    expect(words).toContain('you are still enrolled');
    expect(words).toContain('It was refused by the department chair.');
    expect(words).toContain('the approval of the instructor, signed');
    expect(words).toContain('you will receive a failing grade');
    expect(words).not.toContain('“W”');
    expect(english('late drop granted on a petition')).toContain('A grade of “W” (withdrawal) will be recorded');
  });

  it('names the last day of what came too late, and the amount that stays', () => {
    const words = english('petition too late, the refund stays');
    expect(words).toContain('cannot be considered, and your refund stays $260.00.');
    expect(words).toContain('We received it on Wednesday, June 2, 2027. The last day was Sunday, May 16, 2027.');
    expect(words).toContain('Nobody may extend that day.');
    expect(words).toContain('clause H16.');
  });

  it('says how and by when to drop after all', () => {
    const withdrawn = english('drop withdrawn');
    expect(withdrawn).toContain('You are still enrolled: you withdrew your drop on Wednesday, September 23, 2026');
    expect(withdrawn).toContain('send us the form “Drop form”, completed and signed');
    expect(withdrawn).toContain('before 7:25 p.m. on Monday, September 28, 2026');
    const changed = english('section changed');
    expect(changed).toContain('You are enrolled in EXT 204-03, Project Management, in place of EXT 204-02.');
    expect(changed).toContain('What you paid, $400.00, has moved to the new section. Nothing is refunded');
  });

  it('warns the clerk of words that stand as they were typed in a Spanish letter', () => {
    const { source = aSource() } = petitionSamples['petition granted'] ?? {};
    const warning = 'The office’s own words stand in this letter as they were typed. See that they are in Spanish.';
    expect(makeLetter({ ...source, language: 'es' }).problems).toContain(warning);
    expect(makeLetter(source).problems).not.toContain(warning);
    expect(makeLetter({ ...aSource(), language: 'es' }).problems).not.toContain(warning);
  });

  it('leaves out the determination from the footer where none was made', () => {
    expect(english('drop withdrawn')).not.toContain('Determination');
    expect(english('petition granted in part, by an amount')).toContain('Determination ab12cd34ef56');
  });
});

const packOf = (id: string) => {
  const found = shippedPacks.find((p) => p.id === id);
  if (found === undefined) throw new Error(`${id} is not shipped`);
  return found;
};

describe('under the other policies', () => {
  const notice = { kind: 'email', channel: 'email', received: '2026-10-20T10:00' } as const;
  const xpro = {
    policy: 'mit-xpro',
    course: { category: 'xpro', starts: '2026-10-05', ends: '2026-11-13' },
    fees: { assessed: 200000, collected: 200000, deposit: 0 },
    notice,
    office: { timeZone: office.timeZone, hours: office.hours, closures: [] },
  };
  const category = packOf('mit-xpro').pack.categories[0]?.id ?? '';

  it.each(languages)('X1: no appeal extends the last day, in %s', (language) => {
    const facts = { ...xpro, course: { ...xpro.course, category } };
    const appeal = toldDecided(
      { verdict: 'denied', authority: '' },
      { kind: 'appeal', receivedOn: '2026-10-22', against: { on: '2026-10-21', refund: 0, letter: null } },
    );
    const letter = makeLetter(sourceUnder(packOf('mit-xpro'), facts, { language, petition: appeal }));
    expect(letter.type).toBe('refused');
    const words = wordsOf(letter.html);
    expect(words).toContain(
      language === 'en'
        ? 'No petition and no appeal can extend that day.'
        : 'Ninguna petición ni apelación puede extender ese plazo.',
    );
    expect(words).toContain(sayDay('2026-10-14', language));
    expect(words).toContain('X1');
  });

  it('nothing is called final that the policy does not call so', () => {
    for (const { source } of Object.values(petitionSamples)) {
      const words = wordsOf(makeLetter(source).html);
      expect(words).not.toContain('No petition and no appeal');
      expect(words).not.toMatch(/is final|decisión es definitiva/);
    }
  });
});

describe('what was typed', () => {
  const texts: Readonly<Record<string, string>> = {
    'four thousand characters without a space': 'W'.repeat(4000),
    'four thousand characters of words': 'hospital papers were enclosed and read by us; '.repeat(90).slice(0, 4000),
    'a line for every word': 'one\n'.repeat(1000),
    Arabic: 'كنت في المستشفى لمدة أسبوعين. '.repeat(130).slice(0, 4000),
    'combining marks': 'a\u0301\u0327\u0300'.repeat(1000),
    'marks of direction': '\u202e\u2066evil\u2069 '.repeat(400),
    markup: '</p>\n<p><script>alert(1)</script>{{ office.email }}'.repeat(50),
  };

  it.each(Object.entries(texts))('stands whole on its sheets: %s', (_, text) => {
    for (const { source } of Object.values(petitionSamples)) {
      const { html, pages } = makeLetter(withTyped(source, text));
      expect(html).not.toContain('<script');
      expect(pages).toBeLessThan(12);
      if (source.petition?.decision == null || source.petition.decision.verdict === 'late') continue;
      const squeezed = (words: string): string => words.replace(/\s+/gu, '');
      const shown = squeezed(parts(text).join(''));
      expect(shown).toBe(squeezed(text));
    }
  });

  it('is cut into parts of a few lines, never between a letter and its marks', () => {
    expect(parts('One line.')).toEqual(['One line.']);
    expect(parts('One.\n\nTwo.\r\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
    expect(parts(' \n ')).toEqual([]);
    for (const part of parts('e\u0301'.repeat(4000))) expect(part).toMatch(/^(e\u0301)+$/);
  });

  it('goes on to further sheets, each with its name and number', () => {
    const source = petitionSamples['petition granted in part, by an amount']?.source ?? aSource();
    const { html, pages } = makeLetter(withTyped(source, texts['four thousand characters of words'] ?? ''));
    expect(pages).toBeGreaterThan(1);
    expect(wordsOf(html)).toContain(`page ${pages} of ${pages}`);
    expect(wordsOf(html)).toContain('J. Rivera, Registration Services');
  });

  it('a petition that only came is told without a decision', () => {
    expect(makeLetter(aSource({}, { petition: told() })).type).toBe('petition-received');
  });
});
