import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { OwnWords } from '../../../shared/letters/own-template';
import { Panel } from '../../components/panel';
import { createCards } from '../templates/cards';
import { Checklist } from '../templates/checklist';
import { WordsEditor } from '../templates/words-editor';
import '../style/templates.css';

type EditOneProps = {
  /** The words that this letter would have. */
  readonly opened: OwnWords;
  readonly words: OwnWords;
  readonly onWords: (words: OwnWords) => void;
};

/** The words of one letter to change before it is made; nobody else's letter says them. */
export function EditOne({ opened, words, onWords }: EditOneProps) {
  const [{ cards }] = useState(() => createCards(opened.type, opened.language));
  const [editor, setEditor] = useState<Editor | null>(null);
  return (
    <div className="words-columns">
      <Panel title="The words of this letter alone">
        <WordsEditor
          opened={opened}
          cards={cards}
          editable
          onWords={onWords}
          onFocus={() => undefined}
          onReady={setEditor}
        />
      </Panel>
      <Panel title="Must be in it">
        <Checklist words={words} standing={{}} editor={editor} />
      </Panel>
    </div>
  );
}
