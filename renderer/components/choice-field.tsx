import { useRef, type KeyboardEvent } from 'react';
import { Field, type FieldFrame } from './field';
import { choiceByLetters, type Typed } from './choice-letters';

/** One thing to choose: its value and its words. */
export type Choice<V extends string> = { readonly value: V; readonly words: string };

type ChoiceFieldProps<V extends string> = FieldFrame & {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChoose: (value: V | null) => void;
  /** Whether nothing may be chosen (again). */
  readonly optional?: boolean;
  /** Whether the choices carry the digits 1 to 9. */
  readonly digits?: boolean;
  readonly autoFocus?: boolean;
};

/** A choice by its digit (1 to 9) or first letters, with the words shown; F9, F4 or Alt+↓ opens the list, Delete empties it. */
export function ChoiceField<V extends string>({
  choices,
  value,
  onChoose,
  optional = true,
  digits = true,
  autoFocus = false,
  ...frame
}: ChoiceFieldProps<V>) {
  const typed = useRef<Typed>({ letters: '', at: 0 });
  return (
    <Field {...frame}>
      {(control) => (
        <select
          {...control}
          className="input choice"
          autoFocus={autoFocus}
          value={value ?? ''}
          onChange={(e) => onChoose(choices.find((c) => c.value === e.target.value)?.value ?? null)}
          onKeyDown={(e) => {
            if (e.key === 'F9') {
              e.preventDefault();
              e.currentTarget.showPicker();
            }
            if (isLetter(e)) {
              // The list's own search would go by the digit before the words.
              e.preventDefault();
              const found = choiceByLetters(choices, value, typed.current, e.key, e.timeStamp);
              typed.current = found.typed;
              if (found.choice !== null) onChoose(found.choice);
            }
            if (optional && (e.key === 'Delete' || e.key === 'Backspace')) onChoose(null);
          }}
        >
          {(optional || value === null) && <option value="" />}
          {choices.map((choice, index) => (
            <option key={choice.value} value={choice.value}>
              {digits && index < 9 ? `${index + 1}  ${choice.words}` : choice.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A letter alone; with Ctrl or Alt it is somebody else's. */
function isLetter(event: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
}
