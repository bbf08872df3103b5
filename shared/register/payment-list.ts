import { dayNumber, dayText, formatDay } from '../day';
import { formatCents } from '../money';
import { readMoney } from '../typed/money';
import { monthOfWord } from '../typed/day-words';
import type { Exchange } from './exchange';
import type { ListedPayment, RowProblem } from './transmittal';

/** Under which headings the Business Office's list says what; an empty heading was not chosen. */
export type Back = NonNullable<Exchange['back']>;

/** A file as a table: its headings, each once, and its rows as text. `line` is where a row stands in the file. */
export type ListTable = {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** A line of a batch as payments meet it: what lies there unpaid, and what was paid of it. */
export type PayableLine = {
  readonly caseId: string;
  readonly number: string;
  readonly here: number;
  readonly handedOn: string | null;
  readonly payments: readonly { readonly on: string; readonly reference: string; readonly cents: number }[];
};

/** What a row of the list says, and what is to become of it; `cell` is what stands in place of the case number, whatever it is. */
export type ReadRow = ListedPayment & { readonly cell: string; readonly said: string };

type Against = {
  readonly lines: readonly PayableLine[];
  /** The case with a number, where the register has it. */
  readonly caseOf: (number: string) => string | null;
  readonly today: string;
};

/** Reads every row of a list against a batch; each becomes a payment to enter, is known already, or has a problem. */
export function readRows(table: ListTable, back: Back, against: Against): ReadRow[] {
  const at = (heading: string): number => (heading === '' ? -1 : table.headings.indexOf(heading));
  const [ofCase, ofDay, ofReference, ofAmount] = [at(back.case), at(back.on), at(back.reference), at(back.amount)];
  const byNumber = new Map(against.lines.map((line) => [line.number, line]));
  const byOrdinal = new Map<number, PayableLine | null>();
  for (const line of against.lines) {
    const ordinal = Number(line.number.split('-')[2]);
    byOrdinal.set(ordinal, byOrdinal.has(ordinal) ? null : line);
  }
  const taken = new Set<string>();
  return table.rows.map(({ line: place, cells }) => {
    const cell = (column: number): string => (cells[column] ?? '').trim();
    const key = cell(ofCase);
    const named = readCaseNumber(key);
    const line =
      named === null
        ? null
        : ((named.number === null ? byOrdinal.get(named.ordinal) : byNumber.get(named.number)) ?? null);
    const cents = readAmount(cell(ofAmount));
    const on = readListDay(cell(ofDay));
    const reference = cell(ofReference).slice(0, 60);
    const caseId = line?.caseId ?? (named?.number == null ? null : against.caseOf(named.number));
    const row = { line: place, key: named === null ? '' : key.slice(0, 30), caseId, cents, on, reference };
    const became = ((): ListedPayment['became'] => {
      if (named === null) return 'no-case';
      if (line === null) return caseId === null ? 'unknown-case' : 'not-in-batch';
      if (cents === null) return 'no-amount';
      if (on === null) return 'no-date';
      if (taken.has(line.caseId)) return 'twice';
      taken.add(line.caseId);
      if (line.payments.some((p) => p.on === on && p.reference === reference && p.cents === cents)) return 'known';
      if (on > against.today) return 'future';
      if (line.here === 0) return 'taken-back';
      if (line.handedOn !== null && on < line.handedOn) return 'before';
      if (ofReference !== -1 && reference === '') return 'no-reference';
      const left = line.here - line.payments.reduce((sum, p) => sum + p.cents, 0);
      if (left <= 0) return 'paid';
      return cents === left ? 'entered' : 'amount';
    })();
    return {
      ...row,
      became,
      cell: key.slice(0, 60),
      said: sayProblem(became, { key, cents, on, line, cell: { on: cell(ofDay), amount: cell(ofAmount) } }),
    };
  });
}

type Saying = {
  readonly key: string;
  readonly cents: number | null;
  readonly on: string | null;
  readonly line: PayableLine | null;
  readonly cell: { readonly on: string; readonly amount: string };
};

/** What stands in the way of a row, as a sentence; nothing where it is good or known. */
function sayProblem(became: ListedPayment['became'], { key, cents, on, line, cell }: Saying): string {
  const number = line?.number ?? key;
  const first = line?.payments[0];
  const left = (line?.here ?? 0) - (line?.payments ?? []).reduce((sum, p) => sum + p.cents, 0);
  const words: Readonly<Record<RowProblem, string>> = {
    'no-case': key === '' ? 'The case number is missing.' : `“${key.slice(0, 60)}” is not a case number.`,
    'unknown-case': `${key} is not in the register.`,
    'not-in-batch': `${key} is not in this batch.`,
    'taken-back': `${number} lies in this batch no longer: it was taken back, or its payment failed.`,
    'no-amount': cell.amount === '' ? 'The amount is missing.' : `“${cell.amount.slice(0, 60)}” is not an amount.`,
    amount: `${number} has ${formatCents(left)} to be paid; the list says ${formatCents(cents ?? 0)}. Enter it by hand if it was paid so.`,
    'no-date': cell.on === '' ? 'The date is missing.' : `“${cell.on.slice(0, 60)}” is not a date.`,
    future: on === null ? '' : `${formatDay(on, 'en')} is in the future.`,
    before:
      on === null || line?.handedOn == null
        ? ''
        : `${formatDay(on, 'en')} is before it was handed over (${formatDay(line.handedOn, 'en')}).`,
    twice: `${number} stands in this list before.`,
    paid:
      first === undefined
        ? ''
        : `${number} was paid already on ${formatDay(first.on, 'en')}${first.reference === '' ? '' : ` (${first.reference})`}.`,
    'no-reference': 'The check or transaction number is missing.',
  };
  return became === 'entered' || became === 'known' ? '' : words[became];
}

/**
 * A case's number as somebody else may write it: `RD-2026-0417`, `rd 2026 417`, `2026-417`, `RD20260417`, within a text or as its ordinal
 * alone (`number` is null then). Null where it is none.
 */
export function readCaseNumber(text: string): { readonly number: string | null; readonly ordinal: number } | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .trim();
  const found =
    /(?:^|[^\p{L}\p{N}])RD[\s\-_.#/:]*(\d{4})[\s\-_./:]+0*(\d{1,6})(?!\d)/iu.exec(plain) ??
    /^(?:RD)?[\s\-_.#/:]*(\d{4})[\s\-_./:]+0*(\d{1,6})$/iu.exec(plain) ??
    /^(?:RD)?(\d{4})(\d{4,6})$/iu.exec(plain);
  if (found !== null) {
    const ordinal = Number(found[2]);
    return ordinal === 0 ? null : { number: `RD-${found[1] ?? ''}-${String(ordinal).padStart(4, '0')}`, ordinal };
  }
  const alone = /^(?:RD)?[\s\-_.#/:]*0*(\d{1,6})$/iu.exec(plain);
  return alone === null || Number(alone[1]) === 0 ? null : { number: null, ordinal: Number(alone[1]) };
}

/** An amount of a list in cents: `$1,234.50`, `1234.5`, `USD 12`. Null where it is none, or below nothing. */
export function readAmount(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^US\s?(?=\$)|^USD\s*|\s*USD$/i, '');
  if (plain.startsWith('=')) return null;
  const read = readMoney(plain);
  return read.kind === 'cents' ? read.cents : null;
}

/** A day of a list: `2026-09-28` (a time after it is left out), `9/28/2026`, `9/28/26`, `20260928`, `28-Sep-2026`, `Sep 28, 2026`, or a spreadsheet's number for it. Null where it is none. */
export function readListDay(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?Z?$/i, '');
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain);
  if (serial !== null) return dayText(Number(serial[1]) - serialOffset);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(plain);
  if (us !== null) return dayOf(us[3], us[1], us[2]);
  const named = /^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ]+(\d{4}|\d{2})$/i.exec(plain);
  if (named !== null) return dayOf(named[3], monthText(named[2]), named[1]);
  const first = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(plain);
  return first === null ? null : dayOf(first[3], monthText(first[1]), first[2]);
}

/** How many days a spreadsheet's number for a day is ahead of ours: it counts from the last day of 1899, and takes 1900 for a leap year. */
const serialOffset = 25_569;

function monthText(word = ''): string {
  return String(monthOfWord(word.toLowerCase()) ?? 0);
}

/** A day by its parts; null where there is no such day, or it is no day of this office's time. */
function dayOf(year = '', month = '', date = ''): string | null {
  const y = Number(year.length === 2 ? `20${year}` : year);
  if (y < 1990 || y > 2199 || Number(month) < 1 || Number(month) > 12) return null;
  const day = `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return dayText(dayNumber(day)) === day ? day : null;
}

const looks: Readonly<Record<keyof Back, RegExp>> = {
  case: /\b(case|refund|reference|ref|document|doc)\b.*\b(no|num|number|#|id)\b|\bcase\b|\brd\b/i,
  on: /\b(paid|payment|check|cheque|issue|issued|posted)?\b.*\bdate\b|\bpaid on\b|\bdate\b/i,
  reference: /\b(check|cheque|warrant|transaction|trace|ach|eft|voucher)\b/i,
  amount: /\b(amount|amt|paid amount|net|total)\b/i,
};

/** The headings under which the list says what: those chosen last where it has them all, else as they look. */
export function guessBack(headings: readonly string[], last: Back | null): Back {
  if (last !== null && [last.case, last.on, last.amount].every((h) => headings.includes(h))) {
    return headings.includes(last.reference) ? last : { ...last, reference: '' };
  }
  const used = new Set<string>();
  const pick = (look: RegExp): string => {
    const found = headings.find((h) => !used.has(h) && look.test(h)) ?? '';
    used.add(found);
    return found;
  };
  const of = { case: pick(looks.case), on: pick(looks.on) };
  return { ...of, amount: pick(looks.amount), reference: pick(looks.reference) };
}
