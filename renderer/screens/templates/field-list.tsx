import { useEffect, useId, useRef, useState } from 'react';
import { ownFieldsOf } from '../../../shared/letters/own-fields';
import type { LetterType } from '../../../shared/letters/template';

type FieldListProps = {
  readonly type: LetterType;
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly left: number; readonly top: number };
  readonly onChoose: (name: string) => void;
  readonly onClose: () => void;
};

/** The fields of a letter by their words: typing narrows them, ↑ and ↓ go through them, Enter puts one in, Esc leaves. */
export function FieldList({ type, at, onChoose, onClose }: FieldListProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const typed = text.toLowerCase().split(/\s+/);
  const found = ownFieldsOf(type).filter(({ words, name }) =>
    typed.every((part) => words.toLowerCase().includes(part) || name.toLowerCase().startsWith(part)),
  );
  const current = Math.min(chosen, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, text]);
  const choose = (index: number) => {
    const field = found[index];
    if (field !== undefined) onChoose(field.name);
  };
  return (
    <div
      className="field-list"
      style={{ left: at.left, top: at.top }}
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget)) onClose();
      }}
    >
      <input
        className="input"
        type="text"
        role="combobox"
        aria-label="Field to insert"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${current}`}
        aria-autocomplete="list"
        autoFocus
        placeholder="Type what it is: refund, date…"
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setChosen(0);
        }}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown') setChosen(Math.min(current + 1, found.length - 1));
          else if (e.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
          else if (e.key === 'Enter' || e.key === 'Tab') choose(current);
          else if (e.key === 'Escape') onClose();
          else return;
          e.preventDefault();
          e.stopPropagation();
        }}
      />
      <ul id={id} role="listbox" aria-label="Fields" ref={list}>
        {found.map(({ name, words }, index) => (
          <li
            key={name}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseDown={(e) => {
              e.preventDefault();
              choose(index);
            }}
          >
            {words}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">No field is called that.</p>}
    </div>
  );
}
