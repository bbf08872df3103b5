import { formatDay, formatMoment, formatTime } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import type { Pack } from '../../../shared/policy/pack';
import { documentTitle } from '../../forms/words';
import { fieldName, isMoney, valueName } from './field-words';

/** What contents are said with: the names of records by their identifiers, moments by the office's clock, and the policy for the names of its papers. */
export type Saying = {
  readonly names: Readonly<Record<string, string>>;
  readonly moment: (at: string) => string;
  readonly pack: Pack | null;
};

/** A field of a content in words, by its path. */
type Line = { readonly path: string; readonly field: string; readonly text: string };

/** A field before and after; an empty text is nothing. */
export type Difference = {
  readonly path: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly changed: boolean;
};

/** Two states of a record field by field, none left out that holds something in either. */
export function sidesOf(before: unknown, after: unknown, saying: Saying): readonly Difference[] {
  const was = new Map(linesOf(before, saying).map((line) => [line.path, line]));
  const is = linesOf(after, saying);
  const there = new Set(is.map((line) => line.path));
  const gone = [...was.values()].filter((line) => !there.has(line.path));
  return [
    ...is.map(({ path, field, text }) => ({ path, field, before: was.get(path)?.text ?? '', after: text })),
    ...gone.map(({ path, field, text }) => ({ path, field, before: text, after: '' })),
  ]
    .filter((d) => d.before !== '' || d.after !== '')
    .map((d) => ({ ...d, changed: d.before !== d.after }));
}

/** The fields of a content, each in words. What is no record at all stands there as it is. */
function linesOf(content: unknown, saying: Saying): readonly Line[] {
  if (content === null || content === undefined) return [];
  if (!isRecord(content)) return [{ path: '', field: 'Content', text: sayValue('', content, saying) }];
  return Object.entries(content).flatMap(([name, value]) => fieldLines(name, value, [], saying, 0));
}

function fieldLines(
  name: string,
  value: unknown,
  above: readonly string[],
  saying: Saying,
  depth: number,
): readonly Line[] {
  const path = [...above, name];
  // The form itself is what the entry is about: its fields need no word before them.
  const named = own[path.slice(-2).join('.')];
  const label = named !== undefined ? [named] : path.filter((part) => !whole.has(part)).map(wordOf);
  const line = (text: string, more = ''): Line => ({
    path: path.join('.') + more,
    field: label.join(', ') + more,
    text,
  });
  if (Array.isArray(value) && value.some(isRecord)) {
    return value.map((item, i) => line(sayValue(name, item, saying), ` ${i + 1}`));
  }
  if (isRecord(value) && depth < 2) {
    return Object.entries(value).flatMap(([sub, held]) => fieldLines(sub, held, path, saying, depth + 1));
  }
  return [line(sayValue(name, value, saying))];
}

const whole: ReadonlySet<string> = new Set(['form', 'petition']);
/** Fields that are called otherwise where they stand. */
const own: Readonly<Record<string, string>> = { 'petition.kind': 'Petition', 'petition.received': 'Petition received' };

function wordOf(part: string, index: number): string {
  const word = fieldName(part);
  return index === 0 ? word : `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
}

const day = /^\d{4}-\d\d-\d\d$/;
const localMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const universal = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const time = /^\d\d:\d\d$/;

/** A value in words; JSON alone where there are none. */
function sayValue(name: string, value: unknown, saying: Saying): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (isMoney(name)) return formatCents(value);
    return name === 'percent' ? `${value}%` : value.toLocaleString('en-US', { useGrouping: name !== 'fiscalYear' });
  }
  if (typeof value === 'string') return sayText(name, value, saying);
  if (Array.isArray(value))
    return value.map((item) => sayValue(name, item, saying)).join(value.every(isTime) ? ' to ' : ', ');
  if (isRecord(value))
    return Object.entries(value)
      .map(([sub, held]) => ({
        sub,
        text: sayValue(name === 'documents' && sub === 'kind' ? 'document' : sub, held, saying),
      }))
      .filter(({ text }) => text !== '')
      .map(({ sub, text }) => (sub === 'kind' ? text : `${fieldName(sub).toLowerCase()} ${text}`))
      .join(', ');
  return JSON.stringify(value);
}

function sayText(name: string, text: string, { names, moment, pack }: Saying): string {
  const named = Object.hasOwn(names, text) ? names[text] : undefined;
  if (named !== undefined) return named;
  if (name === 'document') return documentTitle(text, pack);
  if (day.test(text)) return formatDay(text, 'en');
  if (localMoment.test(text)) return formatMoment(text, 'en');
  if (universal.test(text)) return moment(text);
  if (time.test(text)) return formatTime(text);
  return valueName(name, text) ?? text;
}

const isTime = (value: unknown): boolean => typeof value === 'string' && time.test(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
