import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterTypeOf } from '../../shared/letters/choose';
import { makeLetter, shippedLetters, shippedTemplate } from '../../shared/letters/letter';
import type { LetterFields } from '../../shared/letters/fields';
import { fieldsOf, fill } from '../../shared/letters/liquid';
import { mergeFields } from '../../shared/letters/merge';
import { inScope, ownConditions, under } from '../../shared/letters/own-conditions';
import { fieldText, ownFields, ownSentences } from '../../shared/letters/own-fields';
import { itemsToWrite, ownOf, partsProving, standardParts, standardWords } from '../../shared/letters/own-standard';
import { ownWordsSchema, type OwnWords, type TemplatePart, type TemplateRun } from '../../shared/letters/own-template';
import { compileOwn, draftTemplate, ownLacking, ownProblems, unfilled } from '../../shared/letters/own-words';
import { letterTypes } from '../../shared/letters/template';
import { petitionSamples } from './petition-samples';
import { aSource, samples, wordsOf } from './samples';

const words = (text: string, strong = false): TemplateRun => ({ kind: 'words', text, strong });
const field = (name: string, strong = false): TemplateRun => ({ kind: 'field', field: name, strong });
const paragraph = (...runs: TemplateRun[]): TemplatePart => ({ kind: 'paragraph', heading: false, runs, when: null });
const sources = Object.values({ ...samples, ...petitionSamples }).map((sample) => sample.source);

/** The standard letter of the usual case (65 %) with its parts changed. */
function partial(change: (parts: readonly TemplatePart[]) => readonly TemplatePart[]): OwnWords {
  const standard = standardWords('partial', 'en');
  return { ...standard, parts: [...change(standard.parts)] };
}

const without = (name: string): OwnWords =>
  partial((parts) => parts.filter((part) => part.kind !== 'standard' || part.name !== name));

describe('the standard letter as the editor opens it', () => {
  it.each(shippedLetters.map((t) => [`${t.type} in ${t.language}`, t] as const))(
    'is the same letter: %s',
    (_, template) => {
      const opened = standardWords(template.type, template.language);
      expect(ownWordsSchema.parse(opened)).toEqual(opened);
      expect(ownProblems(opened)).toEqual([]);
      expect(ownLacking(opened)).toEqual([]);
      expect(compileOwn(opened).pieces).toEqual(template.pieces);
      for (const source of sources) {
        if (letterTypeOf(source) !== template.type || source.language !== template.language) continue;
        const made = makeLetter(source, draftTemplate(opened, template.version));
        expect(wordsOf(made.html)).toBe(wordsOf(makeLetter(source, template).html));
        expect(unfilled(draftTemplate(opened, 1), made.fields)).toEqual([]);
      }
    },
  );

  it('has its paragraphs under the same names in both languages', () => {
    for (const type of letterTypes) {
      const names = (language: 'en' | 'es') => standardParts(type, language).map((part) => part.name);
      expect(names('es')).toEqual(names('en'));
      expect(new Set(names('en')).size).toBe(names('en').length);
    }
    expect(standardParts('partial', 'en').map((part) => part.name)).toEqual([
      'heading',
      'course',
      'greeting',
      'replaces',
      'first',
      'table',
      'reason',
      'payment',
      'choice',
      'record',
      'disagree',
      'questions',
      'signature',
    ]);
  });

  it('can be turned into own words where it is plain, and says the same', () => {
    const [first] = ownOf('first', 'full', 'en') ?? [];
    expect(first).toEqual(
      paragraph(
        words('Your refund is '),
        field('money.refund', true),
        words(', all the fees paid. '),
        field('say.received'),
      ),
    );
    expect(ownOf('disagree', 'full', 'en')).toBeNull();
    let turned = 0;
    for (const source of sources) {
      const type = letterTypeOf(source);
      const standard = standardWords(type, source.language);
      const own = standard.parts.flatMap((part) =>
        part.kind === 'standard' ? (ownOf(part.name, type, source.language) ?? [part]) : [part],
      );
      turned += own.filter((part) => part.kind !== 'standard').length;
      const made = makeLetter(source, draftTemplate({ ...standard, parts: own }, 101));
      const usual = makeLetter(source, { ...shippedTemplate(type, source.language), version: 101 });
      expect(wordsOf(made.html)).toBe(wordsOf(usual.html));
      expect(ownLacking({ ...standard, parts: own })).toEqual([]);
    }
    expect(turned).toBeGreaterThan(20);
  });
});

describe('own words', () => {
  it('are refused where they name what there is not', () => {
    const bad = partial((parts) => [
      ...parts,
      paragraph(field('student.passphrase')),
      paragraph(field('petition.what')),
      { kind: 'standard', name: 'first', when: null },
      { kind: 'standard', name: 'nowhere', when: null },
      { ...paragraph(words('x')), when: 'x | system' },
      { ...paragraph(words('x')), when: 'swapped' },
    ]);
    const at = bad.parts.length - 6;
    expect(ownProblems(bad)).toEqual([
      {
        field: `parts.${at}`,
        message: 'There is no field “student.passphrase” in this letter. Take it out, or choose another.',
      },
      {
        field: `parts.${at + 1}`,
        message: 'There is no field “what kind of petition” in this letter. Take it out, or choose another.',
      },
      { field: `parts.${at + 2}`, message: 'This standard paragraph stands here twice. Take one of them out.' },
      { field: `parts.${at + 3}`, message: 'This letter has no standard paragraph “nowhere”. Take it out.' },
      { field: `parts.${at + 4}`, message: 'There is no condition “x | system” for this letter. Choose another.' },
      {
        field: `parts.${at + 5}`,
        message: 'There is no condition “the student changed to another section” for this letter. Choose another.',
      },
    ]);
    expect(compileOwn(bad).pieces.join('')).not.toContain('passphrase');
  });

  it('are refused without a title, without their heading, and where they are too long', () => {
    const said = (own: OwnWords) => ownProblems(own).map((problem) => problem.message);
    const standard = standardWords('partial', 'en');
    expect(said({ ...standard, title: [words('  ')] })).toEqual(['The title is missing. Type it here.']);
    expect(said({ ...standard, title: [words('x'.repeat(200))] })).toEqual([]);
    expect(said({ ...standard, title: [words('x'.repeat(201))] })).toEqual([
      'The title is too long: at most 200 characters fit.',
    ]);
    expect(said({ ...standard, title: [field('say.received')] })).toEqual([
      '“when the form came and which date counts” is a whole sentence and cannot stand in the title.',
    ]);
    expect(said(without('heading'))).toEqual([
      'The paragraph “Title of the letter” is missing. Put it back: a letter needs its heading.',
    ]);
    const long = (characters: number) =>
      partial((parts) => [...parts, paragraph(words('word '.repeat(characters / 5)))]);
    expect(said(long(2500))).toEqual([]);
    expect(said(long(4000))).toEqual(['This part is too long to stand on one page. Part it in two.']);
    const many = (count: number) =>
      partial((parts) => [...parts, ...Array.from({ length: count }, () => paragraph(words('x'.repeat(1000))))]);
    expect(said(many(20))).toEqual([]);
    expect(said(many(21))).toEqual(['The words are too long: at most 20,000 characters fit.']);
  });

  it('name what they lack, and which paragraph or field says it', () => {
    expect(ownLacking(without('reason'))).toEqual(['reason naming the policy clause']);
    expect(ownLacking(without('payment'))).toEqual(['to whom, how and when it is paid']);
    expect(ownLacking(without('signature'))).toEqual(['signature block']);
    const late = partial((parts) =>
      parts.flatMap((part) =>
        part.kind === 'standard' && part.name === 'first' ? [paragraph(words('Good news.')), part] : [part],
      ),
    );
    expect(ownLacking(late)).toEqual(['decision in the first line with the amount']);
    for (const { type, language } of shippedLetters) {
      for (const item of itemsToWrite(type, language)) expect(partsProving(item, type, language), item).not.toEqual([]);
    }
    expect(partsProving('reason naming the policy clause', 'partial', 'en').map((p) => p.words)).toContain('Why');
    // A decision that stands under a condition is missing from the letters where it does not hold.
    const perhaps = partial((parts) =>
      parts.map((part) => (part.kind === 'standard' && part.name === 'first' ? { ...part, when: 'refunded' } : part)),
    );
    expect(ownLacking(perhaps)).toContain('decision in the first line with the amount');
  });

  it('stop a letter that would have an empty place', () => {
    const owed = partial((parts) => [...parts, paragraph(words('You owe '), field('money.stillDue'), words('.'))]);
    const nothing = mergeFields(aSource());
    const something = mergeFields(aSource({ fees: { assessed: 60000, collected: 20000, deposit: 0 } }));
    expect(nothing.money.stillDue).toBeNull();
    expect(unfilled(draftTemplate(owed, 101), nothing)).toEqual(['money.stillDue']);
    expect(unfilled(draftTemplate(owed, 101), something)).toEqual([]);
    const asked = partial((parts) => [...parts, { ...paragraph(field('money.stillDue')), when: 'still-due' }]);
    expect(unfilled(draftTemplate(asked, 101), nothing)).toEqual([]);
  });
});

describe('every field and condition', () => {
  it('names what letters have, and prints under its own condition in every sample', () => {
    const named = new Set(ownFields.map((f) => f.name));
    expect(named.size).toBe(ownFields.length);
    for (const source of sources) {
      const type = letterTypeOf(source);
      const fields = { ...mergeFields(source) };
      for (const known of ownFields.filter((f) => inScope(f.scope, type) && !f.name.startsWith('letter.'))) {
        const when = ownConditions.find((c) => c.name === known.given) ?? null;
        expect(known.given === null || when !== null, known.name).toBe(true);
        // A clause that a policy leaves without words has nothing to say of itself.
        if (known.name === 'why.words' && fields.why.words === '') continue;
        expect(() => fill(under(when, fieldText(known, source.language)), fields), known.name).not.toThrow();
      }
      for (const condition of ownConditions.filter((c) => inScope(c.scope, type)))
        expect(['', 'yes'], condition.name).toContain(fill(under(condition, 'yes'), fields));
    }
  });

  it('holds for some letters and fails for others', () => {
    const seen = new Map<string, Set<string>>();
    const usual = mergeFields(aSource());
    const told = sources.map(mergeFields).find((f) => f.petition?.against != null);
    if (usual.notice === null || told?.petition == null || told.petition.against === null)
      throw new Error('no such sample');
    const { notice } = usual;
    const { petition } = told;
    const { against } = petition;
    if (against === null) throw new Error('no such sample');
    const none = {
      against: null,
      asked: null,
      authority: null,
      limit: null,
      due: null,
      decided: null,
      declined: null,
      returned: null,
    };
    const others: readonly LetterFields[] = [
      ...(['received', 'postmarked'] as const).map((counts) => ({
        ...usual,
        notice: { ...notice, counts, unusable: true },
      })),
      ...(['open', 'closed', 'appeal', 'final'] as const).map((state) => ({
        ...usual,
        disagree: { ...usual.disagree, state },
      })),
      ...(['form', 'writing', 'request'] as const).map((asks) => ({ ...usual, asks })),
      ...(['stay', 'unenroll'] as const).map((made) => ({ ...usual, choice: { ...usual.choice, made } })),
      {
        ...usual,
        dropForm: 'Drop Form',
        course: { ...usual.course, term: 'Fall', days: 'September' },
        office: { ...usual.office, website: 'x' },
      },
      {
        ...usual,
        dropForm: null,
        course: { ...usual.course, term: null, days: null },
        office: { ...usual.office, website: null },
      },
      ...['Registrar', null].map((title) => ({ ...usual, signatory: { name: 'J.', title } })),
      { ...told, petition: { ...petition, ...none, missing: [], reason: [], answered: null, rule: null } },
      {
        ...told,
        petition: {
          ...petition,
          answered: 'today',
          rule: { text: 'x', clause: '1' },
          against: { ...against, more: null, less: '$1.00' },
        },
      },
    ];
    for (const fields of [...sources.map(mergeFields), ...others]) {
      for (const condition of ownConditions)
        seen.set(condition.name, (seen.get(condition.name) ?? new Set()).add(fill(under(condition, 'yes'), fields)));
    }
    expect([...seen].filter(([, found]) => found.size < 2).map(([name]) => name)).toEqual([]);
  });

  it('are words about a letter, never code', () => {
    for (const condition of ownConditions) {
      for (const test of condition.tests) expect(test).toMatch(/^[a-zA-Z.]+( (==|>) ('[\w-]+'|\d+|false))?$/);
    }
    for (const known of ownFields) {
      if (known.name in ownSentences('en')) continue;
      expect(fieldText(known, 'en')).toMatch(/^\{\{ [\w.]+( \| join: '[; ]+')? \| needed: '[\w.]+' \}\}$/);
      expect(fieldsOf(fieldText(known, 'en'))).toEqual(new Set([known.name]));
    }
  });
});

describe('hostile own words', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '{{ office.email }}',
      "{{ 'x' | raw }}",
      '{% include "x" %}',
      '{% if true %}',
      '{{',
      '}}',
      '{%',
      '%}',
      '{{- "x" -}}',
      '{% raw %}',
      '{% endraw %}',
      '{# x #}',
      '{% liquid echo "x" %}',
      '</p><h1>',
      '</style><style>*{background:url(http://x)}',
      '&lt;b&gt;',
      '<!-- ',
      ']]>',
      '\u202e\u2066x',
      '\\{\\{',
      '$&$1',
      '${7*7}',
    ),
  );

  it('are printed as they were typed: no tag, no request, no script, no field but those of the list', () => {
    const source = aSource();
    const plain = makeLetter(source, draftTemplate(standardWords('partial', 'en'), 101)).html;
    const tags = (html: string): string[] => (html.replace(/<style>.*?<\/style>/s, '').match(/<[^>]*>/g) ?? []).sort();
    fc.assert(
      fc.property(nasty, nasty, nasty, fc.boolean(), (title, one, two, strong) => {
        const own: OwnWords = {
          ...partial((parts) => [
            ...parts.slice(0, -2),
            paragraph(words(`a${one}z`, strong)),
            { kind: 'list', items: [[words(`a${two}z`)]], when: 'refunded' },
            ...parts.slice(-2),
          ]),
          title: [words(`a${title}z`)],
        };
        if (!ownWordsSchema.safeParse(own).success || ownProblems(own).length > 0) return;
        const { html, title: made } = makeLetter(source, draftTemplate(own, 101));
        expect(made).toBe(`a${title}z`.replaceAll('\n', ' '));
        const added = [...(strong ? ['<strong>', '</strong>'] : []), '<p>', '</p>', '<ul>', '<li>', '</li>', '</ul>'];
        const breaks = Array.from({ length: (one + two).split('\n').length - 1 }, () => '<br>');
        expect(tags(html)).toEqual([...tags(plain), ...added, ...breaks].sort());
        for (const text of [one, two]) expect(html).toContain(`a${asText(text)}z`);
        expect(/<style>.*?<\/style>/s.exec(html)?.[0]).toBe(/<style>.*?<\/style>/s.exec(plain)?.[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('that hold what cannot be printed are refused before that', () => {
    const own = (text: string): OwnWords => partial((parts) => [...parts, paragraph(words(text))]);
    for (const text of ['\u0000', '\u001b[0m', '\ud800', 'a\rb', '\u0085'])
      expect(ownWordsSchema.safeParse(own(text)).success, JSON.stringify(text)).toBe(false);
    expect(ownWordsSchema.safeParse(own('two\nlines')).success).toBe(true);
  });
});

/** A typed text as HTML must hold it. */
function asText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll('\n', '<br>');
}
