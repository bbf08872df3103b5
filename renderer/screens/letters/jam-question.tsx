import { useEffect, useRef, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/rows';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { count } from '../wording';
import { jammedAt } from './jammed-at';

type JamQuestionProps = {
  readonly letters: readonly LetterRow[];
  readonly onAnswer: (printed: readonly string[], jammed: boolean) => void;
  readonly onLeave: () => void;
};

/** Asks at which letter the paper jammed: those before it came out and are marked, it and those after it wait to be printed on. */
export function JamQuestion({ letters, onAnswer, onLeave }: JamQuestionProps) {
  const [text, setText] = useState('1');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const read = jammedAt(text, letters);
  const at = read.kind === 'at' ? read.index : null;
  const first = at === null ? undefined : letters[at];
  const step = (by: 1 | -1) =>
    setText(String(Math.min(letters.length, Math.max(1, (at ?? (by === 1 ? -1 : letters.length)) + 1 + by))));
  const mark = () => {
    if (at === null) return setTried(true);
    onAnswer(
      letters.slice(0, at).map((l) => l.id),
      true,
    );
  };
  return (
    <div
      className="said-box"
      role="group"
      aria-label="Where the paper jammed"
      onKeyDown={(e) => {
        const typing = e.target instanceof HTMLInputElement;
        if (e.key === 'Enter' && typing) mark();
        else if (e.key === 'Escape') onLeave();
        else if (e.key === 'ArrowDown' && typing) step(1);
        else if (e.key === 'ArrowUp' && typing) step(-1);
        else return;
        e.preventDefault();
        e.stopPropagation();
      }}
    >
      <div className="form jam-line">
        <TextField
          label="The first letter that did not come out"
          name="jammed"
          text={text}
          onText={setText}
          inputRef={input}
          autoFocus
          hint={`Its place in the pile, 1 to ${letters.length}, or its number. ↑ and ↓ go to the one beside it.`}
          problem={tried && read.kind === 'wrong' ? read.message : undefined}
        />
      </div>
      <p aria-live="polite">
        {first === undefined || at === null ? (
          'Nothing is marked yet.'
        ) : (
          <>
            <strong>
              Place {at + 1}: {first.number} {first.studentName}.
            </strong>{' '}
            {at === 0 ? 'None is' : at === 1 ? 'The one before it is' : `The ${at} before it are`} marked printed;{' '}
            {count(letters.length - at, 'letter')} {letters.length - at === 1 ? 'stays' : 'stay'} ready.
          </>
        )}
      </p>
      <div className="row-of">
        <Button tone="primary" onPress={mark}>
          {at === null || at === 0 ? 'Mark none, print these next' : `Mark ${count(at, 'letter')} printed`}
        </Button>
        <Button tone="quiet" onPress={onLeave}>
          Back (Esc)
        </Button>
      </div>
    </div>
  );
}
