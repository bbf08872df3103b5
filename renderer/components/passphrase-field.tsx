import { useState, type KeyboardEvent, type Ref } from 'react';
import { Field, type FieldFrame } from './field';

type PassphraseFieldProps = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave?: () => void;
  /** Whether it is one that is there already or one being made: password managers ask. */
  readonly kind: 'present' | 'new';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
};

/** A passphrase, hidden until its typist asks to see it. It takes what is pasted, and says when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { text, onText, onLeave, kind, inputRef, autoFocus = false, warning, ...frame } = props;
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const hearCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field {...frame} warning={capsLock ? 'Caps Lock is on.' : warning}>
      {(control) => (
        <>
          <input
            {...control}
            ref={inputRef}
            type={shown ? 'text' : 'password'}
            className="input passphrase"
            value={text}
            onChange={(e) => onText(e.target.value)}
            onKeyDown={hearCapsLock}
            onKeyUp={hearCapsLock}
            onBlur={() => {
              setCapsLock(false);
              onLeave?.();
            }}
            autoComplete={kind === 'present' ? 'current-password' : 'new-password'}
            autoCapitalize="off"
            spellCheck={false}
            autoFocus={autoFocus}
          />
          <button
            type="button"
            className="show-passphrase"
            aria-pressed={shown}
            aria-label={`Show what is typed: ${frame.label.replace('&', '')}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </>
      )}
    </Field>
  );
}
