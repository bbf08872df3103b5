import type { Language } from '../day';
import { shippedTemplate } from './letter';
import { ownFieldWords } from './own-fields';
import { mandatoryFor, provedBy, type MandatoryItem } from './mandatory';
import type { OwnWords, TemplatePart } from './own-template';
import { readPlain, readTitle } from './own-reading';
import type { LetterType } from './template';

/** A paragraph of the app's standard letter, by a name that stays the same in both languages: its words for the list, and its text. */
export type StandardPart = { readonly name: string; readonly words: string; readonly piece: string };

// What each piece is told by; the first that fits counts.
const marks: readonly (readonly [name: string, words: string, mark: RegExp])[] = [
  ['heading', 'Title of the letter', /^<h1>/],
  ['course', 'Case and course', /class="case"/],
  ['greeting', 'Greeting', /^<p>[^<]*<bdi>\{\{ student\.name/],
  ['replaces', 'Which letter it replaces', /^\{% if letter\.corrects %\}/],
  ['table', 'Table of the amounts', /class="sum"/],
  ['reason', 'Why', /why\.facts/],
  ['payment', 'How it is paid', /^\{% if payment %\}/],
  ['choice', 'The student’s choice', /^\{% if choice\./],
  ['record', 'The student’s record', /^\{% if record ==/],
  ['disagree', 'If the student disagrees', /^\{% if disagree\./],
  ['earlier', 'The earlier decision', /^\{% if petition\.against %\}/],
  ['given-reason', 'The reason the office gave', /^\{% for part in petition\.reason/],
  ['asked-for', 'What the student was asked for', /^\{% for part in petition\.returned/],
  ['still-missing', 'What is missing of the petition', /^\{% if petition\.missing/],
  ['rule', 'What the policy says of the petition', /petition\.rule\.text/],
  ['missing', 'What is missing', /^<ul>\{% for item in missing/],
  ['by-when', 'By when', /next\.state == 'keeps'/],
  ['questions', 'Questions', /^<p><strong>[^<]*<\/strong> \{\{ office\.phone \}\} ·/],
  ['signature', 'Signature', /class="sign"/],
];

/** Whether a piece prints a field or asks about it. Read by eye, since parsing every piece takes long. */
function names(piece: string, field: string): boolean {
  const tags = piece.match(/\{[{%].*?[%}]\}/gs)?.join(' ') ?? '';
  return new RegExp(`(?<![\\w.])${field.replaceAll('.', '\\.')}(?!\\w)`).test(tags);
}

/** The paragraphs of the app's standard letter in order. */
export function standardParts(type: LetterType, language: Language): readonly StandardPart[] {
  const taken = new Set<string>();
  const { pieces } = shippedTemplate(type, language);
  const greeting = pieces.findIndex((piece) => piece.includes('student.name'));
  const first = pieces.findIndex((piece, index) => index > greeting && !names(piece, 'letter.corrects'));
  return pieces.map((piece, index) => {
    const mark = index === first ? undefined : marks.find(([name, , how]) => !taken.has(name) && how.test(piece));
    const label = /<strong>([^<{]*?)[.:]?<\/strong>/.exec(piece)?.[1];
    const [name, words] =
      index === first ? ['first', 'First paragraph'] : (mark ?? [`paragraph-${index}`, label ?? 'Paragraph']);
    taken.add(name);
    return { name, words, piece };
  });
}

/** The standard letter as the editor holds it: its title in words and fields where it is plain enough, and its paragraphs. */
export function standardWords(type: LetterType, language: Language): OwnWords {
  return {
    type,
    language,
    title: readTitle(shippedTemplate(type, language).title, type) ?? [
      { kind: 'field', field: standardTitle, strong: false },
    ],
    parts: standardParts(type, language).map(({ name }) => ({ kind: 'standard', name, when: null })),
  };
}

/** The field that stands for the standard letter's title where that chooses among wordings itself. */
export const standardTitle = 'say.title';

/** A standard paragraph as own words; null where it chooses among wordings, so that words and fields alone cannot say it. */
export function ownOf(name: string, type: LetterType, language: Language): readonly TemplatePart[] | null {
  const standard = standardParts(type, language).find((part) => part.name === name);
  return standard === undefined || name === 'heading' || name === 'signature'
    ? null
    : readPlain(standard.piece, type, language);
}

/** The standard paragraphs of this type that say something of a mandatory item. */
export function partsProving(item: MandatoryItem, type: LetterType, language: Language): readonly StandardPart[] {
  if (/first line$/.test(item) || item === 'decision in the first line with the amount')
    return standardParts(type, language).filter((part) => part.name === 'first');
  const proofs = provedBy(item);
  const saying = (how: 'every' | 'some') =>
    standardParts(type, language).filter(({ piece }) => proofs[how]((field) => names(piece, field)));
  const whole = saying('every');
  return whole.length > 0 ? whole : saying('some');
}

/** The mandatory items that the letter's own text has to prove, leaving out what the paper around it always holds. */
export function itemsToWrite(type: LetterType, language: Language): readonly MandatoryItem[] {
  return mandatoryFor(type).filter((item) => partsProving(item, type, language).length > 0);
}

/** The standard letter's title to be read in a list, its fields in words: `Refund decision: [refund amount]`. */
export function standardTitleWords(type: LetterType, language: Language): string {
  const { title } = standardWords(type, language);
  const chosen = title.some((run) => run.kind === 'field' && run.field === standardTitle);
  return chosen ? lastWording(shippedTemplate(type, language).title) : titleWords(title);
}

/** A title to be read in a list, its fields in words. */
export function titleWords(title: OwnWords['title']): string {
  return title.map((run) => (run.kind === 'words' ? run.text : `[${ownFieldWords(run.field)}]`)).join('');
}

/** Of a title that chooses among wordings, the last one. */
function lastWording(title: string): string {
  return title
    .replace(/\{% if .*?\{% else %\}(.*?)\{% endif %\}/g, '$1')
    .replace(/\{\{ ([\w.]+) \}\}/g, (_, name: string) => `[${ownFieldWords(name)}]`);
}
