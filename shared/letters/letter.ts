import type { Language } from '../day';
import { fullName } from '../register/student';
import { addressBlock, addressBox } from './address';
import { letterTypeOf } from './choose';
import { enclosedSheets } from './enclosure';
import type { LetterFields } from './fields';
import { formStyle } from './form-page';
import { frame } from './frame';
import { writeLetterCode } from './letter-code';
import { fill, fillAll, fillPlain } from './liquid';
import { mergeFields } from './merge';
import { missingWords } from './missing';
import { paginate } from './paginate';
import { qrPath } from './qr';
import type { LetterSource } from './source';
import { faces, style } from './style';
import type { LetterTemplate, LetterType } from './template';
import { englishLetters } from './templates/english-letters';
import { spanishLetters } from './templates/spanish-letters';

/** A letter ready for paper: whole HTML, its title, the template and the fields it was made from, and what a clerk should read before printing. */
export type MadeLetter = {
  readonly type: LetterType;
  readonly language: Language;
  readonly title: string;
  readonly html: string;
  readonly pages: number;
  readonly template: { readonly type: LetterType; readonly language: Language; readonly version: number };
  readonly fields: LetterFields;
  readonly problems: readonly string[];
};

/** All templates that the app ships. */
export const shippedLetters: readonly LetterTemplate[] = [...englishLetters, ...spanishLetters];

/** The template that the app ships for a type of letter in a language. */
export function shippedTemplate(type: LetterType, language: Language): LetterTemplate {
  const template = shippedLetters.find((t) => t.type === type && t.language === language);
  if (template === undefined) throw new Error(`No template for ${type} in ${language}.`);
  return template;
}

/**
 * The letter of a case, in the words of the template given for its type and language (the office's own), else in the app's. Throws when a
 * template names what is not there; every shipped one is tested for that.
 */
export function makeLetter(source: LetterSource, own?: LetterTemplate): MadeLetter {
  const type = letterTypeOf(source);
  const template = own ?? shippedTemplate(type, source.language);
  if (template.type !== type || template.language !== source.language)
    throw new Error(`A template for ${template.type} in ${template.language} was given to ${type}.`);
  const merged = mergeFields(source);
  const title = fillPlain(template.title, merged);
  const fields: LetterFields = {
    ...merged,
    letter: {
      ...merged.letter,
      title: source.corrects !== null && !source.withdrawn ? correctionOf(title, source.language) : title,
    },
  };
  const pieces = fillAll(template.pieces, fields)
    .flatMap(separate)
    .filter((piece) => piece !== '');
  const { sheets, setting } = paginate(pieces);
  const enclosures = enclosedSheets(source);
  const box = addressBox(source.office.printing);
  const block = addressBlock(fullName(source.student), source.student.address, box);
  const html = fill(frame, {
    ...fields,
    box: { ...box, ...block },
    page: {
      title: `${fields.letter.title} (${source.caseNumber})`,
      language: source.language,
      style: `${faces}\n${style}${enclosures.length > 0 ? formStyle : ''}`,
      enclosures,
      sheets: sheets.map((own) => ({ pieces: own })),
      setting,
      preprinted: source.office.printing.preprintedLetterhead,
      folds: source.office.printing.envelope !== 'none',
      word: source.language === 'en' ? 'page' : 'página',
      of: source.language === 'en' ? 'of' : 'de',
      footer: footerOf(source, template),
      code: codeOf(source),
    },
  });
  return {
    type,
    language: source.language,
    title: fields.letter.title,
    html,
    pages: sheets.length + enclosures.length,
    template: { type, language: template.language, version: template.version },
    fields,
    problems: [
      ...(block.readable
        ? []
        : [
            'The address is too long for the envelope’s window at a size that the post office can read. Shorten it on the student.',
          ]),
      ...cautionWords(source),
      ...typedWords(source),
      ...(template.review === 'needs-review'
        ? ['The words of this letter have not been reviewed by a person yet. Read it before it goes out.']
        : []),
    ],
  };
}

/** A piece of several paragraphs as a piece each, so that a long text can go on over the page; what was typed cannot hold such an end. */
function separate(piece: string): readonly string[] {
  return piece.split(/(?<=<\/p>)\n(?=<p>)/);
}

/** What a clerk should look at before a decision with a caution goes out. */
function cautionWords(source: LetterSource): readonly string[] {
  const { determination: d, withdrawn, petition, instead, receipt, earlier } = source;
  if (withdrawn || receipt || earlier !== null) return [];
  if (instead !== null || (petition !== null && petition.step !== 'decided')) return [];
  return [
    ...(d.cautions.includes('check-with-office')
      ? [
          'The policy’s table for a course of this length is to be checked with the office. Have it checked before this letter goes out.',
        ]
      : []),
    ...(d.cautions.includes('closures-missing-for-year')
      ? ['No closures are entered for a year that this was counted in. Enter them and decide the case again.']
      : []),
  ];
}

/** What a clerk should look at where the office's own words stand in a letter of another language than the office's. */
function typedWords({ petition, language }: LetterSource): readonly string[] {
  const typed = petition?.decision?.reason ?? petition?.returned?.why ?? '';
  return language === 'es' && typed !== ''
    ? ['The office’s own words stand in this letter as they were typed. See that they are in Spanish.']
    : [];
}

/** What the office has still to enter itself (in the contract's names) before a letter can ask the student for anything; empty where a letter can be made. */
export function officeStillOwes({
  determination,
  pack,
}: Pick<LetterSource, 'determination' | 'pack'>): readonly string[] {
  if (determination.outcome !== 'incomplete') return [];
  const missing = missingWords(determination.missing, pack, 'en');
  return missing.student.length === 0 ? missing.office : [];
}

function correctionOf(title: string, language: Language): string {
  return language === 'en' ? `Correction: ${title}` : `Corrección: ${title}`;
}

/** What the code is for: by a letter that tells of a determination its amount is worked out again, by any other its case is found. */
const codeWords = {
  en: {
    label: 'QR code with the case and the decision of this letter',
    amount: 'With this code our office works the amount out again.',
    found: 'With this code our office finds your case.',
  },
  es: {
    label: 'Código QR con el caso y la decisión de esta carta',
    amount: 'Con este código la oficina vuelve a calcular el monto.',
    found: 'Con este código la oficina encuentra su caso.',
  },
} as const satisfies Record<Language, Readonly<Record<'label' | 'amount' | 'found', string>>>;

/** The letter's code as the page draws it: the case, the determination and where the register stood. */
function codeOf({ caseNumber, hash, head, language }: LetterSource) {
  const text = writeLetterCode({ caseNumber, determination: hash === '' ? null : hash, head });
  const { label, amount, found } = codeWords[language];
  return { ...qrPath(text), label, words: hash === '' ? found : amount };
}

function footerOf(source: LetterSource, template: LetterTemplate): string {
  const { language, pack } = source;
  const [letter, words, determination, byHand] =
    language === 'en'
      ? ['Letter', 'Template', 'Determination', 'edited by hand']
      : ['Carta', 'Plantilla', 'Determinación', 'modificada a mano'];
  return [
    source.caseNumber,
    `${letter} ${source.number}`,
    `${words} ${template.type}/${template.language} v${template.version}${template.edited === undefined ? '' : `, ${byHand}`}`,
    `${pack.name[language]} v${pack.version}`,
    ...(source.hash === '' ? [] : [`${determination} ${source.hash.slice(0, 12)}`]),
  ].join(' · ');
}
