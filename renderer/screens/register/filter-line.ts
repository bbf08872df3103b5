import type { CaseFilter } from '../../../shared/contract/cases';
import { noFilter } from '../../../shared/contract/no-filter';
import { approvalStates, caseStates, type CaseState } from '../../../shared/register/case';
import type { Term } from '../../../shared/register/office';

/** What a filter line asks for: the filter, the words that should name one course, and what was not understood. */
export type FilterReading = {
  readonly filter: CaseFilter;
  /** What stands after `course:`; a lookup decides which course that is. */
  readonly courseText: string | null;
  readonly problems: readonly string[];
};

/** What a filter line is read against: the office's terms, the outcomes that exist, and today. */
export type FilterContext = {
  readonly terms: readonly Term[];
  readonly outcomes: readonly string[];
  readonly today: string;
  /** Reads a typed day, or null. */
  readonly readDay: (text: string) => string | null;
};

/** The words before the colon, for the hint under the filter bar. */
export const filterWords = ['term:', 'status:', 'course:', 'outcome:', 'received:', 'late:yes', 'approval:'] as const;

/** Reads a filter line such as `term:F26 status:held course:204 garcia`: what stands after a colon narrows, plain words find names and numbers. */
export function readFilterLine(text: string, context: FilterContext): FilterReading {
  const words: string[] = [];
  const problems: string[] = [];
  let filter: CaseFilter = noFilter;
  let courseText: string | null = null;
  for (const word of text.match(/(?:[a-z]+:)?"[^"]*"?|\S+/gi) ?? []) {
    const found = /^([a-z]+):"?([^"]*)"?$/i.exec(word);
    if (found === null) {
      words.push(word.replaceAll('"', ''));
      continue;
    }
    const [key, value] = [(found[1] ?? '').toLowerCase(), found[2] ?? ''];
    // While the value is still being typed the word narrows nothing.
    if (value === '') continue;
    switch (key) {
      case 'term': {
        const term = termNamed(value, context.terms);
        if (term === null) problems.push(`No term is called “${value}”. ${namesOf(context.terms)}`);
        else filter = { ...filter, termId: term.id };
        break;
      }
      case 'status':
      case 'state':
      case 'is': {
        // A case that awaits its federal figure is decided so far, and waits all the same.
        if (value.toLowerCase() === 'federal') {
          filter = { ...filter, outcome: 'federal' };
          break;
        }
        const state = stateNamed(value);
        if (state === null)
          problems.push(
            `No form has the status “${value}”. Type status:held, status:federal, status:decided or status:undone.`,
          );
        else filter = { ...filter, state };
        break;
      }
      case 'course':
      case 'sec':
      case 'section':
        courseText = value;
        break;
      case 'outcome': {
        const outcome = context.outcomes.find((o) => o.startsWith(value.toLowerCase()));
        if (outcome === undefined)
          problems.push(`There is no outcome “${value}”. Type one of ${context.outcomes.join(', ')}.`);
        else filter = { ...filter, outcome };
        break;
      }
      case 'approval': {
        const approval = approvalStates.find((state) => state.startsWith(value.toLowerCase()));
        if (approval === undefined)
          problems.push(
            `No form stands so with the second person: “${value}”. Type approval:waiting, approval:returned or approval:approved.`,
          );
        else filter = { ...filter, approval };
        break;
      }
      case 'received':
      case 'from':
      case 'to': {
        const range = daysBetween(key, value, context);
        if (range === null) problems.push(`“${value}” is not a day. Type it like received:9/22 or received:9/1-9/30.`);
        else filter = { ...filter, ...range };
        break;
      }
      case 'late':
      case 'overdue':
        if (value.toLowerCase() !== 'no') filter = { ...filter, overdueOn: context.today };
        break;
      default:
        problems.push(`“${key}:” is not a word the filter knows. It knows ${filterWords.join(' ')}`);
    }
  }
  return { filter: { ...filter, text: words.join(' ') }, courseText, problems };
}

function namesOf(terms: readonly Term[]): string {
  return terms.length === 0 ? 'No terms are entered yet.' : `Type one of ${terms.map((t) => t.name).join(', ')}.`;
}

/** A term by its name, or by its initials and year as offices write them: `F26`, `fall26`, `Fall`. The latest where several fit. */
export function termNamed(text: string, terms: readonly Term[]): Term | null {
  const typed = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (typed === '') return null;
  const latestFirst = [...terms].sort((a, b) => (a.begins < b.begins ? 1 : -1));
  return (
    latestFirst.find((term) => namesFor(term).includes(typed)) ??
    latestFirst.find((term) => namesFor(term).some((name) => name.startsWith(typed))) ??
    null
  );
}

function namesFor(term: Term): readonly string[] {
  const plain = term.name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = term.name
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .split(/\s+/)
    .filter((w) => w !== '');
  const initials = words.map((w) => w[0] ?? '').join('');
  const prefix = (words[0] ?? '').slice(0, 2);
  const year = /20\d\d/.exec(term.name)?.[0] ?? term.begins.slice(0, 4);
  const short = year.slice(2);
  return [
    plain,
    ...[initials, prefix, words.join('')].flatMap((name) => [`${name}${short}`, `${name}${year}`]),
    ...words,
  ];
}

function stateNamed(text: string): CaseState | null {
  const typed = text.toLowerCase();
  return caseStates.find((state) => state.startsWith(typed)) ?? null;
}

function daysBetween(
  key: string,
  value: string,
  context: FilterContext,
): Pick<CaseFilter, 'receivedFrom' | 'receivedTo'> | Partial<CaseFilter> | null {
  const parts = /^(.+?)(?:\.\.|-)(.+)$/.exec(value);
  const whole = context.readDay(value);
  if (key === 'received' && whole === null && parts !== null) {
    const [from, to] = [context.readDay(parts[1] ?? ''), context.readDay(parts[2] ?? '')];
    return from === null || to === null ? null : { receivedFrom: from, receivedTo: to };
  }
  if (whole === null) return null;
  if (key === 'from') return { receivedFrom: whole };
  if (key === 'to') return { receivedTo: whole };
  return { receivedFrom: whole, receivedTo: whole };
}

/** The line with a word added, or taken out where it already stands there. */
export function withWord(text: string, word: string): string {
  const words = text.split(/\s+/).filter((w) => w !== '');
  return (words.includes(word) ? words.filter((w) => w !== word) : [...words, word]).join(' ');
}
