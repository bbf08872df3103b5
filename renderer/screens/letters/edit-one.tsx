import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
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
  /** What each standard part says in this letter, as far as it is known yet. */
  readonly standing: Readonly<Record<string, string>>;
  readonly onWords: (words: OwnWords) => void;
};

/** The words of one letter to change before it is made; nobody else's letter says them. */
export function EditOne({ opened, words, standing, onWords }: EditOneProps) {
  const [{ cards, show }] = useState(() => createCards(opened.type, opened.language));
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => show(standing), [show, standing]);
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
        <Checklist words={words} standing={standing} editor={editor} />
      </Panel>
    </div>
  );
}
