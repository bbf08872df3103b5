import type { Language } from '../day';
import type { Problem } from '../errors';
import { shippedTemplate } from './letter';
import { fill, fillPlain } from './liquid';
import { lacking, provedBy, type MandatoryItem, wronglyNamed } from './mandatory';
import { inScope, isOfPetitions, ownCondition, under, type OwnCondition } from './own-conditions';
import { fieldText, ownField, ownFieldWords } from './own-fields';
import { partsProving, standardParts, standardTitle } from './own-standard';
import type { OwnWords, SavedTemplate, TemplatePart, TemplateRun } from './own-template';
import type { LetterFields } from './fields';
import { heightOf, firstRoom } from './paginate';
import type { LetterTemplate, LetterType } from './template';

/** Own versions are counted from here on, so that no standard version of the app ever bears the number of one of them. */
export const firstOwnVersion = 101;

/** Characters that own words hold at most, and a title. */
export const ownLimits = { words: 20_000, title: 200 } as const;

/** Own words as the Liquid text that letters are made from. Nothing typed can become markup or Liquid: only fields and conditions of the lists do. */
export type Compiled = { readonly titleText: string; readonly pieces: readonly string[] };

/** Compiles own words; words that name what there is not come to nothing, and `ownProblems` says so. */
export function compileOwn({ type, language, title, parts }: OwnWords): Compiled {
  const standard = new Map(standardParts(type, language).map(({ name, piece }) => [name, piece]));
  return {
    titleText: title
      .map((run) => titleRun(run, type, language))
      .join('')
      .trim(),
    pieces: parts
      .map((part) =>
        under(part.when === null ? null : ownCondition(part.when), partText(part, standard, type, language)),
      )
      .filter((piece) => piece !== ''),
  };
}

function partText(
  part: TemplatePart,
  standard: ReadonlyMap<string, string>,
  type: LetterType,
  language: Language,
): string {
  const said = (runs: readonly TemplateRun[]): string =>
    runs
      .map((run) => runText(run, type, language))
      .join('')
      .trim();
  switch (part.kind) {
    case 'standard':
      return standard.get(part.name) ?? '';
    case 'paragraph': {
      const text = said(part.runs);
      return text === '' ? '' : part.heading ? `<h2>${text}</h2>` : `<p>${text}</p>`;
    }
    case 'list': {
      const items = part.items.map(said).filter((text) => text !== '');
      return items.length === 0 ? '' : `<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul>`;
    }
  }
}

function runText(run: TemplateRun, type: LetterType, language: Language): string {
  const text = run.kind === 'words' ? escaped(run.text) : fieldHtml(run.field, type, language);
  return run.strong && text.trim() !== '' ? `<strong>${text}</strong>` : text;
}

function fieldHtml(name: string, type: LetterType, language: Language): string {
  const known = ownField(name, type);
  if (known === null) return '';
  return known.typed ? `<bdi>${fieldText(known, language)}</bdi>` : fieldText(known, language);
}

function titleRun(run: TemplateRun, type: LetterType, language: Language): string {
  // A title is escaped where it is printed; only Liquid's own sign has to be taken out of what was typed.
  if (run.kind === 'words') return run.text.replaceAll('\n', ' ').replaceAll('{', '{{ "{" }}');
  if (run.field === standardTitle) return shippedTemplate(type, language).title;
  const known = ownField(run.field, type);
  return known === null ? '' : fieldText(known, language);
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '\n': '<br>',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'{}\n]/g, (sign) => signs[sign] ?? '');
}

/** Own words as a template. */
export function ownTemplate(saved: SavedTemplate): LetterTemplate {
  const { type, language, version, reviewed, titleText, pieces } = saved;
  return { type, language, version, review: reviewed ? 'reviewed' : 'needs-review', title: titleText, pieces };
}

/** Own words that nobody saved, as a template to look at. */
export function draftTemplate(words: OwnWords, version: number): LetterTemplate {
  const { type, language } = words;
  const { titleText, pieces } = compileOwn(words);
  return { type, language, version, review: 'reviewed', title: titleText, pieces };
}

/** What of own words cannot be used: fields, conditions and paragraphs that there are not, what is empty or too long. By field, in sentences. */
export function ownProblems(words: OwnWords): readonly Problem[] {
  const { type, language, title, parts } = words;
  const problems: Problem[] = [];
  const say = (field: string, message: string): void => void problems.push({ field, message });
  const known = new Set(standardParts(type, language).map(({ name }) => name));
  const fieldsIn = (runs: readonly TemplateRun[], at: string, titled: boolean): void => {
    for (const run of runs) {
      if (run.kind !== 'field' || (titled && run.field === standardTitle)) continue;
      const found = ownField(run.field, type);
      if (found === null)
        say(at, `There is no field “${ownFieldWords(run.field)}” in this letter. Take it out, or choose another.`);
      else if (titled && found.name.startsWith('say.'))
        say(at, `“${found.words}” is a whole sentence and cannot stand in the title.`);
    }
  };
  fieldsIn(title, 'title', true);
  if (lengthOf(title) === 0) say('title', 'The title is missing. Type it here.');
  if (lengthOf(title) > ownLimits.title)
    say('title', `The title is too long: at most ${ownLimits.title} characters fit.`);
  const used = new Set<string>();
  let typed = 0;
  for (const [index, part] of parts.entries()) {
    const at = `parts.${index}`;
    const condition = part.when === null ? null : ownCondition(part.when);
    if (part.when !== null && (condition === null || !inScope(condition.scope, type)))
      say(at, `There is no condition “${condition?.words ?? part.when}” for this letter. Choose another.`);
    if (part.kind === 'standard') {
      if (!known.has(part.name)) say(at, `This letter has no standard paragraph “${part.name}”. Take it out.`);
      else if (used.has(part.name)) say(at, 'This standard paragraph stands here twice. Take one of them out.');
      used.add(part.name);
      continue;
    }
    const runs = part.kind === 'paragraph' ? [part.runs] : part.items;
    for (const own of runs) {
      fieldsIn(own, at, false);
      typed += lengthOf(own);
    }
    if (heightOf(partText(part, new Map(), type, language).replace(/\{%.*?%\}|\|[^}]*(?=\}\})/gs, '')) > firstRoom)
      say(at, 'This part is too long to stand on one page. Part it in two.');
  }
  if (!parts.some((part) => part.kind === 'standard' && part.name === 'heading' && part.when === null))
    say('parts', 'The paragraph “Title of the letter” is missing. Put it back: a letter needs its heading.');
  if (typed > ownLimits.words)
    say('parts', `The words are too long: at most ${ownLimits.words.toLocaleString('en-US')} characters fit.`);
  return problems;
}

function lengthOf(runs: readonly TemplateRun[]): number {
  return runs.reduce((n, run) => n + (run.kind === 'words' ? run.text.trim().length : 1), 0);
}

/** The mandatory items that own words lack. */
export function ownLacking(words: OwnWords): readonly MandatoryItem[] {
  return lacking(draftTemplate(words, firstOwnVersion));
}

/** The same as problems, each with what says it. */
export function lackingProblems(words: OwnWords): readonly Problem[] {
  return [
    ...ownLacking(words).map((item) => ({
      field: 'parts',
      message: `Missing: ${item}. ${remedyWords(item, words.type, words.language)}`,
    })),
    ...wronglyNamed(draftTemplate(words, firstOwnVersion)).map((name) => ({
      field: 'parts',
      message: `This letter tells of nothing that is decided, so it cannot name “${ownFieldWords(name)}”. Take it out.`,
    })),
  ];
}

/** What to do about a mandatory item that is missing. */
export function remedyWords(item: MandatoryItem, type: LetterType, language: Language): string {
  if (item === 'decision in the first line with the amount')
    return 'The first sentence after the greeting must give the field “refund amount”, under no condition.';
  if (item === 'what is not decided yet, in the first line' || item === 'how things stand, in the first line')
    return 'The first sentence after the greeting must say it in bold, under no condition.';
  const parts = partsProving(item, type, language).map(({ words }) => `“${words}”`);
  const fields = provedBy(item).flatMap((name) => (ownField(name, type) === null ? [] : [`“${ownFieldWords(name)}”`]));
  const paragraph = `Put back the standard paragraph ${parts.join(' or ')}`;
  return fields.length === provedBy(item).length
    ? `${paragraph}, or insert ${fields.length === 1 ? 'the field' : 'the fields'} ${fields.join(', ')}.`
    : `${paragraph}.`;
}

/** What own words cannot print of a letter with these fields, each by its name; empty where the letter can be made. */
export function unfilled(template: LetterTemplate, fields: LetterFields): readonly string[] {
  const blank = new Set<string>();
  const attempt = (text: string, how: typeof fill): void => {
    try {
      how(text, fields);
    } catch (error) {
      const said = /needed: ([\w.]+)|undefined variable: ([\w.]+)/.exec(error instanceof Error ? error.message : '');
      if (said === null) throw error;
      blank.add(said[1] ?? said[2] ?? '');
    }
  };
  attempt(template.title, fillPlain);
  for (const piece of template.pieces) attempt(piece, fill);
  return [...blank];
}

/** Fields that have nothing to print in some cases and stand under no condition for it, in sentences. */
export function ownCautions({ type, title, parts }: OwnWords): readonly string[] {
  const said = (runs: readonly TemplateRun[], when: string | null): readonly string[] =>
    runs.flatMap((run) => {
      const known = run.kind === 'field' ? ownField(run.field, type) : null;
      const given = known?.given == null ? null : ownCondition(known.given);
      const scoped = given?.name === 'petition' && isOfPetitions(type);
      if (known === null || given === null || scoped || covers(when, given)) return [];
      return [
        `“${known.words}” has nothing to print in some cases; those letters cannot be made. Show its part “only when ${given.words}”.`,
      ];
    });
  const found = [
    ...said(title, null),
    ...parts.flatMap((part) =>
      part.kind === 'standard'
        ? []
        : (part.kind === 'paragraph' ? [part.runs] : part.items).flatMap((r) => said(r, part.when)),
    ),
  ];
  return [...new Set(found)];
}

/** Whether all that a condition tests is tested by the other one. */
function covers(when: string | null, given: OwnCondition): boolean {
  const tests = when === null ? [] : (ownCondition(when)?.tests ?? []);
  return given.tests.every((test) => tests.some((t) => t === test || t.startsWith(`${test} `)));
}
