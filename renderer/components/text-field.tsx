import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldFrame } from './field';

type TextFieldProps = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave?: () => void;
  readonly lines?: number;
  readonly placeholder?: string;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly right?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** What a password manager may fill in here; nothing where it is not said. */
  readonly autoComplete?: 'username';
};

/** A field of text; with `lines` over 1 a text area, in which Enter begins a new line. */
export function TextField({
  text,
  onText,
  onLeave,
  lines = 1,
  placeholder,
  inputMode,
  inputRef,
  right = false,
  autoFocus = false,
  maxLength,
  autoComplete,
  ...frame
}: TextFieldProps) {
  return (
    <Field {...frame}>
      {(control) =>
        lines > 1 ? (
          <textarea
            {...control}
            className="input"
            rows={lines}
            value={text}
            onChange={(e) => onText(e.target.value)}
            onBlur={onLeave}
            maxLength={maxLength}
            spellCheck
          />
        ) : (
          <input
            {...control}
            ref={inputRef}
            type="text"
            className={right ? 'input number' : 'input'}
            value={text}
            onChange={(e) => onText(e.target.value)}
            onBlur={onLeave}
            placeholder={placeholder}
            inputMode={inputMode}
            maxLength={maxLength}
            autoComplete={autoComplete ?? 'off'}
            spellCheck={false}
            autoFocus={autoFocus}
          />
        )
      }
    </Field>
  );
}
