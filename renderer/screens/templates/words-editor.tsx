import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { ownConditions, inScope } from '../../../shared/letters/own-conditions';
import { ownOf, standardParts } from '../../../shared/letters/own-standard';
import type { OwnWords } from '../../../shared/letters/own-template';
import { Button } from '../../components/button';
import type { createCards } from './cards';
import {
  insertPart,
  movePart,
  partHere,
  removePart,
  replacePart,
  setWhen,
  toggleHeading,
  toggleList,
} from './editor-parts';
import { editorParts } from './editor-schema';
import { docOf, wordsIn } from './editor-words';
import { FieldList } from './field-list';

type WordsEditorProps = {
  /** The words with which it opens; a new `key` opens it with others. */
  readonly opened: OwnWords;
  readonly cards: ReturnType<typeof createCards>['cards'];
  readonly editable: boolean;
  readonly onWords: (words: OwnWords) => void;
  readonly onFocus: () => void;
  /** Hands the editor over, for what stands beside it. */
  readonly onReady: (editor: Editor) => void;
};

const languageWords = { en: 'English', es: 'Spanish' } as const;

/** A letter's words to write: its title, standard paragraphs as cards, and own words with fields, all in one place to type. */
export function WordsEditor({ opened, cards, editable, onWords, onFocus, onReady }: WordsEditorProps) {
  const { type, language } = opened;
  const [fields, setFields] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const editor = useEditor({
    extensions: editorParts(cards, () => openFields()),
    content: docOf(opened),
    editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Words of the letter in ${languageWords[language]}`,
        lang: language,
        class: 'own-words',
        spellcheck: 'true',
        'data-field': `words-${language}`,
      },
    },
    onUpdate: ({ editor: now }) => onWords({ type, language, ...wordsIn(now.getJSON()) }),
    onFocus,
    onCreate: ({ editor: now }) => onReady(now),
  });
  function openFields(): void {
    const place = editor.view.coordsAtPos(editor.state.selection.from);
    const width = 20 * 16;
    const height = 17 * 16;
    setFields({
      left: Math.max(8, Math.min(place.left, window.innerWidth - width - 8)),
      top: place.bottom + height > window.innerHeight ? Math.max(8, place.top - height) : place.bottom + 4,
    });
  }
  useEffect(() => {
    editor.setEditable(editable);
  }, [editor, editable]);
  return (
    <div className="words-editor">
      {editable && <PartTools editor={editor} words={opened} onFields={openFields} />}
      <EditorContent editor={editor} />
      {fields !== null && (
        <FieldList
          type={type}
          at={fields}
          onChoose={(name) => {
            setFields(null);
            // At once: the editor's own command waits for the next frame, and a key typed meanwhile would be lost.
            editor.view.focus();
            editor.commands.insertContent({ type: 'field', attrs: { name } });
          }}
          onClose={() => {
            setFields(null);
            editor.view.focus();
          }}
        />
      )}
    </div>
  );
}

type PartToolsProps = { readonly editor: Editor; readonly words: OwnWords; readonly onFields: () => void };

/** What can be done with the part at the cursor. */
function PartTools({ editor, words: { type, language }, onFields }: PartToolsProps) {
  const here = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const part = partHere(now);
      const placed = new Set<string>();
      now.state.doc.forEach((node) => placed.add(String(node.attrs['name'] ?? '')));
      return {
        kind: part?.node.type.name ?? 'title',
        name: typeof part?.node.attrs['name'] === 'string' ? part.node.attrs['name'] : '',
        when: typeof part?.node.attrs['when'] === 'string' ? part.node.attrs['when'] : '',
        heading: part?.node.attrs['heading'] === true,
        index: part?.index ?? 0,
        last: now.state.doc.childCount - 1,
        strong: now.isActive('strong'),
        placed: [...placed].join(' '),
      };
    },
  });
  const placed = here.placed.split(' ');
  const absent = standardParts(type, language).filter(({ name }) => !placed.includes(name));
  const own = here.kind === 'standard' ? ownOf(here.name, type, language) : null;
  const inTitle = here.kind === 'title';
  const back = (act: () => void) => () => {
    act();
    editor.view.focus();
  };
  return (
    <div className="words-tools" role="toolbar" aria-label="The part at the cursor">
      <Button onPress={onFields} disabled={here.kind === 'standard'} title="Or type {{ in the words">
        Insert a field
      </Button>
      <Button
        onPress={back(() => editor.commands.toggleMark('strong'))}
        pressed={here.strong}
        disabled={inTitle || here.kind === 'standard'}
        title="Ctrl+B"
      >
        Bold
      </Button>
      <Button
        onPress={back(() => toggleHeading(editor))}
        pressed={here.heading}
        disabled={here.kind !== 'paragraph'}
        title="Ctrl+Alt+1"
      >
        Heading
      </Button>
      <Button
        onPress={back(() => toggleList(editor))}
        pressed={here.kind === 'list'}
        disabled={inTitle || here.kind === 'standard'}
        title="Ctrl+Alt+2"
      >
        List
      </Button>
      <Button
        onPress={back(() => movePart(editor, -1))}
        disabled={here.index < 2}
        title="Alt+↑"
        label="Move this part up"
      >
        ↑
      </Button>
      <Button
        onPress={back(() => movePart(editor, 1))}
        disabled={inTitle || here.index === here.last}
        title="Alt+↓"
        label="Move this part down"
      >
        ↓
      </Button>
      <Button onPress={back(() => removePart(editor))} disabled={inTitle}>
        Take out
      </Button>
      {here.kind === 'standard' && (
        <Button
          onPress={back(() => own !== null && replacePart(editor, own))}
          disabled={own === null}
          title={
            own === null
              ? 'This paragraph chooses among wordings by itself: keep it, or write your own beside it.'
              : undefined
          }
        >
          Turn into own words
        </Button>
      )}
      <label className="tool-choice">
        <span>Shown</span>
        <select
          className="input choice"
          value={here.when}
          disabled={inTitle}
          onChange={(e) => setWhen(editor, e.target.value === '' ? null : e.target.value)}
        >
          <option value="">always</option>
          {ownConditions
            .filter(({ scope }) => inScope(scope, type))
            .map(({ name, words }) => (
              <option key={name} value={name}>
                only when {words}
              </option>
            ))}
        </select>
      </label>
      {absent.length > 0 && (
        <label className="tool-choice">
          <span>Put back</span>
          <select
            className="input choice"
            value=""
            onChange={(e) => putBack(editor, e.target.value, { type, language })}
          >
            <option value="">a standard paragraph…</option>
            {absent.map(({ name, words }) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Puts a standard paragraph back where the standard letter has it: behind the one before it that is still there. */
export function putBack(editor: Editor, name: string, { type, language }: Pick<OwnWords, 'type' | 'language'>): void {
  const order = standardParts(type, language).map((part) => part.name);
  const before = order.slice(0, order.indexOf(name));
  let behind = 0;
  editor.state.doc.forEach((node, _offset, index) => {
    if (node.type.name === 'standard' && before.includes(String(node.attrs['name']))) behind = index;
  });
  insertPart(editor, { kind: 'standard', name, when: null }, behind);
  editor.view.focus();
}
