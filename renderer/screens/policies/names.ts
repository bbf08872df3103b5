import { channels, noticeKinds } from '../../../shared/register/case';
import { choiceWords } from './part-words';
import { branchOf, listOf, textOf, valueAt, type Path } from './tree';

/** One of the names that a field may hold, in words, and the value it stands for where that is not its text. */
export type NameOption = { readonly value: string; readonly words: string; readonly means?: unknown };

const deadlineIds: readonly (readonly [string, string])[] = [
  ['approval-free', 'drop without approval'],
  ['petition', 'petition'],
  ['register', 'registration'],
  ['grade-free', 'drop without a grade'],
  ['enrollment', 'enrollment'],
  ['credentials', 'credentials'],
  ['accommodation', 'accommodation'],
  ['support', 'support'],
  ['materials', 'materials'],
  ['invoice', 'invoice'],
];

/** The names of the draft that a field may hold: its clauses, categories, readings and the like; null where it holds free text. */
export function optionsFor(tree: unknown, path: Path): readonly NameOption[] | null {
  const key = textOf(path.at(-1));
  const list = textOf(path.slice(0, -1).findLast((k) => typeof k === 'string'));
  if (key === 'clause' || key.endsWith('Clause')) return clauses(tree);
  switch (key) {
    case 'categories':
      return list === 'pack' ? null : labelled(tree, 'categories', 'id');
    case 'category':
      return labelled(tree, 'categories', 'id');
    case 'reading':
    case 'basis':
    case 'boundary':
      return labelled(tree, 'readings', 'name');
    case 'name':
      return list === 'dueReading' ? labelled(tree, 'readings', 'name') : null;
    case 'decision':
      return list === 'petition' ? labelled(tree, 'decisions', 'kind') : null;
    case 'schedule':
      return labelled(tree, 'schedules', 'id');
    case 'spokenChannels':
      return channels.map((value) => ({ value, words: choiceWords('channel', value) }));
    case 'document':
      return noticeKinds.map((value) => ({ value, words: choiceWords('kind', value) }));
    case 'id':
      return list === 'deadlines' ? deadlineIds.map(([value, words]) => ({ value, words })) : null;
    case 'default':
      return readingValues(tree, path);
    default:
      return null;
  }
}

function clauses(tree: unknown): readonly NameOption[] {
  return Object.entries(branchOf(valueAt(tree, ['pack', 'clauses']))).map(([value, own]) => {
    const quote = textOf(branchOf(own)['quote']);
    return { value, words: quote === '' ? value : `${value}  ${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}` };
  });
}

function labelled(tree: unknown, list: string, name: string): readonly NameOption[] {
  return listOf(valueAt(tree, ['pack', list])).map((own) => {
    const value = textOf(branchOf(own)[name]);
    const words = textOf(branchOf(branchOf(own)['label'])['en']);
    return { value, words: words === '' ? value : words };
  });
}

function readingValues(tree: unknown, path: Path): readonly NameOption[] | null {
  const reading = branchOf(valueAt(tree, path.slice(0, -1)));
  const values = listOf(reading['values']).map(branchOf);
  if (values.length === 0) return null;
  return values.map((own) => ({
    value: textOf(own['value']),
    words: textOf(branchOf(own['label'])['en']),
    means: own['value'],
  }));
}
