import type { Editor } from '@tiptap/core';
import type { Node as DocNode } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { TemplatePart } from '../../../shared/letters/own-template';
import { nodeOf } from './editor-words';

/** The part of the letter that the cursor stands in, or that is chosen: its node, its place among the parts and where it begins. */
export type PartHere = { readonly node: DocNode; readonly index: number; readonly at: number };

/** The part at the cursor; null in the title. */
export function partHere({ state }: Pick<Editor, 'state'>): PartHere | null {
  const { selection, doc } = state;
  const index = selection.$from.index(0);
  const node = doc.maybeChild(index);
  if (node === null || node.type.name === 'title') return null;
  let at = 0;
  for (let i = 0; i < index; i += 1) at += doc.child(i).nodeSize;
  return { node, index, at };
}

/** Moves the part at the cursor up or down among the parts, never above the title; false where it cannot. */
export function movePart(editor: Editor, by: -1 | 1): boolean {
  const here = partHere(editor);
  if (here === null) return false;
  const { state, view } = editor;
  const to = here.index + by;
  if (to < 1 || to >= state.doc.childCount) return false;
  const neighbour = state.doc.child(to);
  const offset = state.selection.from - here.at;
  const tr = state.tr.delete(here.at, here.at + here.node.nodeSize);
  const start = by === -1 ? here.at - neighbour.nodeSize : here.at + neighbour.nodeSize;
  tr.insert(start, here.node);
  choose(tr, here.node, start, offset);
  view.dispatch(tr.scrollIntoView());
  return true;
}

function choose(tr: Transaction, node: DocNode, start: number, offset: number): void {
  tr.setSelection(
    node.isAtom ? NodeSelection.create(tr.doc, start) : TextSelection.near(tr.doc.resolve(start + Math.max(1, offset))),
  );
}

/** Puts the part at the cursor under a condition, or under none. */
export function setWhen(editor: Editor, when: string | null): void {
  const here = partHere(editor);
  if (here === null) return;
  const chosen = editor.state.selection instanceof NodeSelection;
  const tr = editor.state.tr.setNodeMarkup(here.at, undefined, { ...here.node.attrs, when });
  if (chosen) tr.setSelection(NodeSelection.create(tr.doc, here.at));
  editor.view.dispatch(tr);
}

/** Makes the paragraph at the cursor a heading, or a heading a paragraph. */
export function toggleHeading(editor: Editor): boolean {
  const here = partHere(editor);
  if (here?.node.type.name !== 'paragraph') return false;
  editor.view.dispatch(
    editor.state.tr.setNodeMarkup(here.at, undefined, {
      ...here.node.attrs,
      heading: here.node.attrs['heading'] !== true,
    }),
  );
  return true;
}

/** Makes the paragraph at the cursor a list, or a list paragraphs. */
export function toggleList(editor: Editor): boolean {
  const here = partHere(editor);
  if (here === null || here.node.isAtom) return false;
  const { schema, tr, selection } = editor.state;
  const when: unknown = here.node.attrs['when'];
  const nodes: DocNode[] = [];
  if (here.node.type.name === 'list') {
    here.node.forEach((item) => nodes.push(schema.node('paragraph', { heading: false, when }, item.content)));
  } else {
    nodes.push(schema.node('list', { when }, [schema.node('item', null, here.node.content)]));
  }
  const offset = selection.from + (here.node.type.name === 'list' ? -1 : 1);
  tr.replaceWith(here.at, here.at + here.node.nodeSize, nodes);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(offset, tr.doc.content.size))));
  editor.view.dispatch(tr);
  return true;
}

/** Takes the part at the cursor out; an empty paragraph stays where it was the only one. */
export function removePart(editor: Editor): void {
  const here = partHere(editor);
  if (here === null) return;
  const { tr, schema, doc } = editor.state;
  if (doc.childCount === 2) tr.replaceWith(here.at, here.at + here.node.nodeSize, schema.node('paragraph'));
  else tr.delete(here.at, here.at + here.node.nodeSize);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(here.at, tr.doc.content.size)), 1));
  editor.view.dispatch(tr.scrollIntoView());
}

/** Puts other parts in the place of the one at the cursor, under its condition. */
export function replacePart(editor: Editor, parts: readonly TemplatePart[]): void {
  const here = partHere(editor);
  if (here === null) return;
  const when: unknown = here.node.attrs['when'];
  const { tr, schema } = editor.state;
  const nodes = parts.map((part) => schema.nodeFromJSON({ ...nodeOf(part), attrs: { ...nodeOf(part).attrs, when } }));
  tr.replaceWith(here.at, here.at + here.node.nodeSize, nodes);
  tr.setSelection(TextSelection.near(tr.doc.resolve(here.at + 1)));
  editor.view.dispatch(tr.scrollIntoView());
}

/** Puts a part behind another one by its place (0 is the title), and the cursor into it. */
export function insertPart(editor: Editor, part: TemplatePart, behind: number): void {
  const { tr, schema, doc } = editor.state;
  let at = 0;
  for (let i = 0; i <= Math.min(behind, doc.childCount - 1); i += 1) at += doc.child(i).nodeSize;
  const node = schema.nodeFromJSON(nodeOf(part));
  tr.insert(at, node);
  choose(tr, node, at, 1);
  editor.view.dispatch(tr.scrollIntoView());
}

/** Enter: after a heading comes a paragraph, after a chosen standard paragraph too, and an empty item ends its list. False where Enter does what it always does. */
export function enter(editor: Editor): boolean {
  const { state, view } = editor;
  const { selection, schema } = state;
  const here = partHere(editor);
  if (here === null) {
    // Out of the title into the letter.
    const title = state.doc.child(0);
    view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(title.nodeSize), 1)));
    return true;
  }
  if (selection instanceof NodeSelection) {
    insertPart(editor, { kind: 'paragraph', heading: false, runs: [], when: null }, here.index);
    return true;
  }
  const { $from, empty } = selection;
  const end = here.at + here.node.nodeSize;
  if (here.node.attrs['heading'] === true && empty && $from.parentOffset === $from.parent.content.size) {
    const tr = state.tr.insert(
      end,
      schema.node('paragraph', { heading: false, when: here.node.attrs['when'] as unknown }),
    );
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
    return true;
  }
  if (here.node.type.name === 'list' && empty && $from.parent.content.size === 0 && here.node.childCount > 1) {
    const tr = state.tr.delete($from.before(), $from.after());
    const after = tr.mapping.map(end);
    tr.insert(after, schema.node('paragraph', { heading: false, when: here.node.attrs['when'] as unknown }));
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
    return true;
  }
  return false;
}

/** Backspace right behind a field takes the whole field out. */
export function dropField(editor: Editor): boolean {
  const { selection, tr } = editor.state;
  const before = selection.empty ? selection.$from.nodeBefore : null;
  if (before?.type.name !== 'field') return false;
  editor.view.dispatch(tr.delete(selection.from - before.nodeSize, selection.from).scrollIntoView());
  return true;
}

/** Goes to the title, or to the last part. */
export function goTo({ state, view }: Editor, where: 'start' | 'end'): boolean {
  const { doc, tr } = state;
  view.dispatch(tr.setSelection(where === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)).scrollIntoView());
  return true;
}
