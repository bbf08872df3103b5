import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import type { OwnWords } from '../../../shared/letters/own-template';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { call } from '../../wire';
import { FailureBox } from '../saying';
import type { createCards } from './cards';
import { WordsEditor } from './words-editor';

type LanguageWordsProps = {
  readonly kept: Output<'template.get'>;
  readonly opened: OwnWords;
  readonly cards: ReturnType<typeof createCards>['cards'];
  readonly editable: boolean;
  readonly changed: boolean;
  readonly read: boolean;
  readonly failure: Failure | null;
  readonly hidden: boolean;
  readonly onWords: (words: OwnWords) => void;
  readonly onRead: (is: boolean) => void;
  readonly onFocus: () => void;
  readonly onReady: (editor: Editor) => void;
  /** Opens other words in the editor: an older version. */
  readonly onOpen: (words: OwnWords) => void;
  readonly onDrop: () => void;
};

const names = { en: 'English', es: 'Spanish' } as const;

/** A letter's words in one language: the editor, its versions, and whether somebody who may sign has read it. */
export function LanguageWords(props: LanguageWordsProps) {
  const { kept, opened, cards, editable, changed, read, failure, hidden } = props;
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const { type, language, version, own, behind } = kept;
  async function look(number: number): Promise<void> {
    const older = await call('template.get', { type, language, version: number });
    if (older.ok) props.onOpen(older.value.words);
    else setTrouble(older.failure);
  }
  return (
    <Panel
      title={names[language]}
      className={hidden ? 'language-words hidden' : 'language-words'}
      aside={
        <span className="quiet">
          {own ? `Own words, version ${version}` : `Standard words, version ${version}`}
          {changed ? ' · changed' : ''}
        </span>
      }
    >
      {behind && (
        <Notice tone="warning">
          {names[language === 'en' ? 'es' : 'en']} was changed later. See whether {names[language]} still says the same.
        </Notice>
      )}
      {(failure ?? trouble) !== null && <FailureBox failure={failure ?? trouble ?? { kind: 'cancelled' }} />}
      <WordsEditor
        opened={opened}
        cards={cards}
        editable={editable}
        onWords={props.onWords}
        onFocus={props.onFocus}
        onReady={props.onReady}
      />
      {editable && (
        <div className="words-foot">
          <label className="tick">
            <input type="checkbox" checked={read} onChange={(e) => props.onRead(e.target.checked)} />
            Read by a person who may sign letters in {names[language]}
          </label>
          <label className="tool-choice">
            <span>Versions</span>
            <select className="input choice" value="" onChange={(e) => void look(Number(e.target.value))}>
              <option value="">look at one…</option>
              {kept.versions.toReversed().map((v) => (
                <option key={v.version} value={v.version}>
                  {v.at === null
                    ? `${v.version}: the standard words`
                    : `${v.version}: ${v.at.slice(0, 10)}, ${v.person}, ${v.why}`}
                </option>
              ))}
            </select>
          </label>
          {own && !changed && (
            <Button asks="template.drop" onPress={props.onDrop}>
              Use the standard words again
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}
