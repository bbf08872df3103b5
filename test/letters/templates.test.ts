import { describe, expect, it } from 'vitest';
import { shippedLetters } from '../../shared/letters/letter';
import { lacking, mandatoryFor, mandatoryItems } from '../../shared/letters/mandatory';
import { letterTypes, type LetterTemplate } from '../../shared/letters/template';

const languages = ['en', 'es'] as const;

describe('the templates', () => {
  it('are there for every kind of letter in both languages, the Spanish ones waiting for a person', () => {
    for (const language of languages) {
      expect(shippedLetters.filter((t) => t.language === language).map((t) => t.type)).toEqual([...letterTypes]);
    }
    expect(new Set(shippedLetters.filter((t) => t.language === 'es').map((t) => t.review))).toEqual(
      new Set(['needs-review']),
    );
  });

  it.each(shippedLetters.map((t) => [`${t.type} in ${t.language}`, t] as const))(
    'say everything they must: %s',
    (_, template) => {
      expect(lacking(template)).toEqual([]);
    },
  );

  it('are found out when they leave something out', () => {
    const [partial] = shippedLetters.filter((t) => t.type === 'partial' && t.language === 'en');
    const without = (field: string): LetterTemplate => ({
      ...(partial as LetterTemplate),
      pieces: (partial as LetterTemplate).pieces
        .map((piece) =>
          piece.replaceAll(
            new RegExp(`\\{[{%][^{}]*\\b${field.replace('.', '\\.')}\\b[^{}]*[%}]\\}`, 'g'),
            '{% if true %}',
          ),
        )
        .map(balanced),
    });
    expect(lacking(without('course.title'))).toEqual(['course number, title, dates and meetings']);
    expect(lacking(without('why.clause'))).toEqual(['reason naming the policy clause']);
    expect(lacking(without('payment.to'))).toEqual(['to whom, how and when it is paid']);
    expect(lacking(without('office.hours'))).toEqual(['contact']);
    expect(lacking(without('signatory.name'))).toEqual(['signature block']);
    expect(lacking(without('money.refund'))).toEqual(['decision in the first line with the amount']);
    const swapped: LetterTemplate = {
      ...(partial as LetterTemplate),
      pieces: [
        ...(partial as LetterTemplate).pieces.slice(0, 4),
        '<p>Good news.</p>',
        ...(partial as LetterTemplate).pieces.slice(4),
      ],
    };
    expect(lacking(swapped)).toEqual(['decision in the first line with the amount']);
  });

  it('between them prove every item that a letter can owe', () => {
    expect(new Set(letterTypes.flatMap((type) => mandatoryFor(type)))).toEqual(new Set(mandatoryItems));
  });
});

/** Closes the conditions that a replacement opened, so that the template can still be read. */
function balanced(piece: string): string {
  const opened = (piece.match(/\{% if\b/g) ?? []).length;
  const closed = (piece.match(/\{% endif\b/g) ?? []).length;
  return opened > closed ? piece + '{% endif %}'.repeat(opened - closed) : piece;
}
