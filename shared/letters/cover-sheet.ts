import type { LetterRow } from '../contract/rows';
import { formatMoment } from '../day';
import { sayMark, type ChainMark } from '../register/chain-mark';
import type { Office } from '../register/office';
import { recordPage, type Section } from '../sheets/record-page';
import { sayType } from './type-words';

/** What a cover sheet tells: the letters in the order of the sheets, who printed them and when by the office's clock, and where the register stood. */
export type CoverSource = {
  readonly office: Pick<Office, 'institution' | 'name' | 'phone' | 'email'>;
  readonly letters: readonly LetterRow[];
  /** Those of them that are printed once more and say that they are copies, by id. */
  readonly copies: ReadonlySet<string>;
  readonly by: string;
  readonly at: string;
  readonly mark: ChainMark | null;
};

/** The sheet that goes before letters printed as one job and stays in the office: how many of which kind, and each with its place in the pile. */
export function coverSheet({ office, letters, copies, by, at, mark }: CoverSource): {
  readonly html: string;
  readonly title: string;
  readonly pages: number;
} {
  const sheets = letters.reduce((sum, { pages }) => sum + pages, 0);
  return recordPage([kindsOf(letters, sheets), listOf(letters, copies)], {
    office,
    title: 'Cover sheet of letters',
    about: `${said(letters.length, 'letter')}, ${said(sheets, 'sheet')}`,
    made: `Printed by ${by}, ${formatMoment(at, 'en')}. This sheet stays in the office.`,
    mark: sayMark(mark),
  });
}

function kindsOf(letters: readonly LetterRow[], sheets: number): Section {
  const kinds = new Map<string, { words: readonly string[]; letters: number; sheets: number }>();
  for (const { type, language, pages } of letters) {
    const words = [sayType(type), languageWords[language]];
    const kind = kinds.get(words.join()) ?? { words, letters: 0, sheets: 0 };
    kinds.set(words.join(), { words, letters: kind.letters + 1, sheets: kind.sheets + pages });
  }
  return {
    name: 'How many of which kind',
    columns: [
      { head: 'Letter', part: 4 },
      { head: 'Language', part: 2 },
      { head: 'Letters', part: 1 },
      { head: 'Sheets', part: 1 },
    ],
    rows: [
      ...[...kinds.values()]
        .sort((a, b) => b.letters - a.letters || a.words.join().localeCompare(b.words.join(), 'en'))
        .map((kind) => [...kind.words, figure(kind.letters), figure(kind.sheets)]),
      ['All', '', figure(letters.length), figure(sheets)],
    ],
  };
}

function listOf(letters: readonly LetterRow[], copies: ReadonlySet<string>): Section {
  return {
    name: 'In the order of the sheets',
    columns: [
      { head: 'No.', part: 0.6 },
      { head: 'Letter', part: 1.2 },
      { head: 'Case', part: 1.6 },
      { head: 'Name', part: 3 },
      { head: 'Kind', part: 3 },
      { head: 'Sheets', part: 0.8 },
    ],
    rows: letters.map((row, index) => [
      figure(index + 1),
      row.number,
      row.caseNumber,
      row.studentName,
      `${sayType(row.type)}${row.language === 'es' ? ', Spanish' : ''}${copies.has(row.id) ? ', copy' : ''}`,
      figure(row.pages),
    ]),
  };
}

const languageWords = { en: 'English', es: 'Spanish' } as const;

const figure = (n: number): string => n.toLocaleString('en-US');
const said = (n: number, one: string): string => `${figure(n)} ${one}${n === 1 ? '' : 's'}`;
