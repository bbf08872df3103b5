import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLetter } from '../../shared/letters/letter';
import { petitionSamples, withTyped } from './petition-samples';
import { office, receiptSamples, samples, student, term, wordsOf } from './samples';

const languages = ['en', 'es'] as const;

const marks = new Set(
  'html head meta title style body div header p address span main h1 br strong table thead caption tbody tr th td ul li footer bdi section h2 dl dt dd ol svg rect path figure figcaption'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset class style dir scope role aria-label viewBox xmlns fill width height d'.split(' '),
);

/** Every element and attribute of a page is one of those that our own templates use. */
function expectOnlyOurMarks(html: string): void {
  for (const [tag, name = '', rest = ''] of html
    .replace(/<style>.*?<\/style>/gs, '')
    .matchAll(/<\/?([a-zA-Z0-9!]+)([^>]*)>/g)) {
    if (tag === '<!doctype html>') continue;
    expect(marks, tag).toContain(name);
    for (const [, attribute = ''] of rest.matchAll(/([^\s=]+)="[^"]*"/g)) expect(attributes, tag).toContain(attribute);
    expect(
      rest
        .replace(/\s+[^\s=]+="[^"]*"/g, '')
        .replace(/\/$/, '')
        .trim(),
      tag,
    ).toBe('');
  }
}

describe('hostile names and notes', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '{{ office.email }}',
      '{% include "x" %}',
      "'; DROP TABLE student; --",
      '</style><b>',
      '&lt;b&gt;',
      '\u202e\u2066x',
      '${7*7}',
      '<!-- ',
      ']]>',
      '%}{{',
      'a\u0301'.repeat(40),
    ),
  );

  it('come out as text, in every letter', () => {
    const sources = Object.values({ ...samples, ...receiptSamples, ...petitionSamples }).map((s) => s.source);
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.constantFrom(...languages),
        fc.array(nasty, { minLength: 12, maxLength: 12 }),
        (source, language, values) => {
          const [
            name = '',
            first = '',
            line1 = '',
            city = '',
            title = '',
            code = '',
            authority = '',
            payer = '',
            method = '',
            signatory = '',
            termName = '',
            line = '',
          ] = values;
          const enrolment = source.enrolment && {
            ...source.enrolment,
            payments: source.enrolment.payments.map((p) => ({
              ...p,
              method,
              payer: { kind: 'other' as const, name: payer, address: student.address },
            })),
          };
          const { html, title: heading } = makeLetter({
            ...withTyped(source, `${authority}\n${payer}`),
            language,
            student: { ...student, lastName: name, firstName: first, address: { ...student.address, line1, city } },
            course: { ...source.course, title, code },
            term: { ...term, name: termName },
            enrolment,
            facts: { ...source.facts, decision: source.facts.decision && { ...source.facts.decision, authority } },
            office: {
              ...office,
              signatory: { name: signatory, title: line },
              languageLine: line,
              letterhead: { ...office.letterhead, headline: name, line: first },
            },
          });
          expectOnlyOurMarks(html);
          expect(heading).not.toContain('{{');
          // What cannot be told from a space is not looked for.
          for (const value of [code, signatory])
            if (/^[\x21-\x7e]+$/.test(value)) expect(wordsOf(html)).toContain(value);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});
