import type { JSONContent } from '@tiptap/react';
import type { OwnWords, TemplatePart, TemplateRun } from '../../../shared/letters/own-template';

/** Own words as the editor holds them, and back. Nothing but words, bold, fields and parts comes through, whatever was pasted. */

/** The editor's document of own words: the title first, then the parts. */
export function docOf({ title, parts }: Pick<OwnWords, 'title' | 'parts'>): JSONContent {
  return {
    type: 'doc',
    content: [{ type: 'title', content: inlineOf(title) }, ...parts.map(nodeOf)],
  };
}

/** A part as a node of the editor. */
export function nodeOf(part: TemplatePart): JSONContent {
  switch (part.kind) {
    case 'standard':
      return { type: 'standard', attrs: { name: part.name, when: part.when } };
    case 'paragraph':
      return {
        type: 'paragraph',
        attrs: { heading: part.heading, when: part.when },
        content: inlineOf(part.runs),
      };
    case 'list':
      return {
        type: 'list',
        attrs: { when: part.when },
        content: part.items.map((runs) => ({ type: 'item', content: inlineOf(runs) })),
      };
  }
}

function inlineOf(runs: readonly TemplateRun[]): JSONContent[] {
  return runs.flatMap((run) => {
    const marks = run.strong ? [{ type: 'strong' }] : [];
    if (run.kind === 'field') return [{ type: 'field', attrs: { name: run.field }, marks }];
    return run.text
      .split(/(\n)/)
      .filter((text) => text !== '')
      .map((text): JSONContent => (text === '\n' ? { type: 'break', marks } : { type: 'text', text, marks }));
  });
}

/** The own words that the editor's document comes to. */
export function wordsIn(doc: JSONContent): Pick<OwnWords, 'title' | 'parts'> {
  const [title, ...rest] = doc.content ?? [];
  return { title: runsOf(title), parts: rest.flatMap(partOf) };
}

function partOf(node: JSONContent): TemplatePart[] {
  const when = textOr(node.attrs?.['when'], null);
  switch (node.type) {
    case 'standard':
      return [{ kind: 'standard', name: textOr(node.attrs?.['name'], ''), when }];
    case 'paragraph':
      return [{ kind: 'paragraph', heading: node.attrs?.['heading'] === true, runs: runsOf(node), when }];
    case 'list':
      return [{ kind: 'list', items: (node.content ?? []).map(runsOf), when }];
    default:
      return [];
  }
}

function runsOf(node: JSONContent | undefined): TemplateRun[] {
  const runs: TemplateRun[] = [];
  for (const inline of node?.content ?? []) {
    const strong = inline.marks?.some((mark) => mark.type === 'strong') ?? false;
    if (inline.type === 'field') {
      runs.push({ kind: 'field', field: textOr(inline.attrs?.['name'], ''), strong });
      continue;
    }
    // What cannot be printed may come with something pasted.
    const text = inline.type === 'break' ? '\n' : (inline.text ?? '').replace(/\p{Cs}|[^\P{Cc}\n]/gu, '');
    const last = runs.at(-1);
    if (last?.kind === 'words' && last.strong === strong) runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ kind: 'words', text, strong });
  }
  return runs;
}

function textOr<T>(value: unknown, other: T): string | T {
  return typeof value === 'string' ? value : other;
}
