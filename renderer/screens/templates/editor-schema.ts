import { Extension, Mark, Node, type AnyExtension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { toggleMark } from '@tiptap/pm/commands';
import { ownCondition } from '../../../shared/letters/own-conditions';
import { ownFieldWords } from '../../../shared/letters/own-fields';
import { standardTitle } from '../../../shared/letters/own-standard';
import { dropField, enter, goTo, movePart, toggleHeading, toggleList } from './editor-parts';

/** What a standard paragraph shows in its card: its name in words and what it says in the case looked at; `changed` hears that this is another. */
export type Cards = {
  readonly words: (name: string) => string;
  readonly says: (name: string) => string | undefined;
  readonly changed: Set<() => void>;
};

const whenAttribute = {
  when: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('data-when'),
    renderHTML: ({ when }: Record<string, unknown>) =>
      typeof when === 'string' ? { 'data-when': when, 'data-says': whenWords(when) } : {},
  },
};

/** A condition as it stands above its part. */
export function whenWords(when: string): string {
  return `Only when ${ownCondition(when)?.words ?? when}`;
}

const fieldWords = (name: string): string =>
  name === standardTitle ? 'title of the standard letter' : ownFieldWords(name);

const Doc = Node.create({ name: 'doc', topNode: true, content: 'title part+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const Title = Node.create({
  name: 'title',
  content: '(text | field)*',
  marks: '',
  isolating: true,
  defining: true,
  renderHTML: () => ['div', { class: 'own-title' }, 0],
});
const Paragraph = Node.create({
  name: 'paragraph',
  group: 'part',
  content: 'inline*',
  addAttributes: () => ({
    ...whenAttribute,
    heading: { default: false, rendered: false, parseHTML: (element: HTMLElement) => /^H\d$/.test(element.tagName) },
  }),
  parseHTML: () => [{ tag: 'p' }, ...[1, 2, 3, 4, 5, 6].map((n) => ({ tag: `h${n}` }))],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs['heading'] === true ? 'h2' : 'p', HTMLAttributes, 0],
});
const List = Node.create({
  name: 'list',
  group: 'part',
  content: 'item+',
  addAttributes: () => whenAttribute,
  parseHTML: () => [{ tag: 'ul' }, { tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});
const Item = Node.create({
  name: 'item',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});
const Break = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});
const Strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
});
const FieldNode = Node.create({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-field'),
      renderHTML: ({ name }: Record<string, unknown>) => ({ 'data-field': name }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, class: 'field-chip' },
    fieldWords(String(node.attrs['name'])),
  ],
  renderText: ({ node }) => fieldWords(String(node.attrs['name'])),
});

function standardNode(cards: Cards) {
  return Node.create({
    name: 'standard',
    group: 'part',
    atom: true,
    draggable: false,
    addAttributes: () => ({
      ...whenAttribute,
      name: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-standard'),
        renderHTML: ({ name }: Record<string, unknown>) => ({ 'data-standard': name }),
      },
    }),
    parseHTML: () => [{ tag: 'div[data-standard]' }],
    renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('div');
        const label = document.createElement('span');
        const text = document.createElement('span');
        label.className = 'standard-name';
        text.className = 'standard-says';
        dom.className = 'standard-part';
        dom.append(label, text);
        let shown = node;
        const draw = (): void => {
          const name = String(shown.attrs['name']);
          const when: unknown = shown.attrs['when'];
          label.textContent = `Standard: ${cards.words(name)}`;
          const says = cards.says(name);
          text.textContent = says === undefined ? '' : says === '' ? 'Says nothing in this case.' : says;
          text.classList.toggle('nothing', says === '');
          if (typeof when === 'string') dom.dataset['says'] = whenWords(when);
          else delete dom.dataset['says'];
        };
        draw();
        cards.changed.add(draw);
        return {
          dom,
          update: (next) => {
            if (next.type !== shown.type) return false;
            shown = next;
            draw();
            return true;
          },
          ignoreMutation: () => true,
          destroy: () => void cards.changed.delete(draw),
        };
      },
  });
}

/** Keys of the editor, taking back what was typed, and the list of fields that opens at the second `{`. */
function keysOf(openFields: () => void) {
  let pointed = -Infinity;
  return Extension.create({
    name: 'keys',
    priority: 1000,
    addKeyboardShortcuts() {
      const { editor } = this;
      const bold = () => toggleMark(editor.schema.marks['strong'] ?? never())(editor.state, editor.view.dispatch);
      return {
        Enter: () => enter(editor),
        Backspace: () => dropField(editor),
        'Shift-Enter': () => editor.commands.insertContent({ type: 'break' }),
        'Mod-b': bold,
        'Mod-Alt-1': () => toggleHeading(editor),
        'Mod-Alt-2': () => toggleList(editor),
        'Mod-z': () => undo(editor.state, editor.view.dispatch),
        'Mod-y': () => redo(editor.state, editor.view.dispatch),
        'Mod-Shift-z': () => redo(editor.state, editor.view.dispatch),
        // The browser finds no place to type behind a card.
        'Mod-Home': () => goTo(editor, 'start'),
        'Mod-End': () => goTo(editor, 'end'),
        // At the first and last place the key is heard all the same, so that it does nothing else.
        'Alt-ArrowUp': () => movePart(editor, -1) || true,
        'Alt-ArrowDown': () => movePart(editor, 1) || true,
      };
    },
    addProseMirrorPlugins: () => [
      history(),
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown: (_view, event) => {
              pointed = event.timeStamp;
              return false;
            },
          },
          // A chosen card has no place to type, so the browser moves the cursor to the title at the next key: it stays chosen.
          createSelectionBetween: ({ state }) =>
            state.selection instanceof NodeSelection && performance.now() - pointed > 500 ? state.selection : null,
          handleTextInput: (view, from, to, text) => {
            if (text !== '{' || view.state.doc.textBetween(Math.max(0, from - 1), from) !== '{') return false;
            view.dispatch(view.state.tr.delete(from - 1, to));
            openFields();
            return true;
          },
        },
      }),
    ],
  });
}

function never(): never {
  throw new Error('the editor has lost its bold');
}

/** What the editor of own words is made of; nothing else can be typed or pasted into it. */
export function editorParts(cards: Cards, openFields: () => void): AnyExtension[] {
  return [Doc, Text, Title, Paragraph, List, Item, Break, Strong, FieldNode, standardNode(cards), keysOf(openFields)];
}
