import { useState } from 'react';
import type { Waiting } from '../../../shared/contract/approvals';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { createSitting } from '../../store';

/** What is said of one that waits: that it goes back, or that it stays for now. */
export type Asking = 'return' | 'defer';

/** What was typed and not sent yet, by what it is and whose, so that Esc loses none of it. */
const typed = createSitting<Readonly<Record<string, string>>>({});

type NoteLineProps = {
  readonly asking: Asking;
  readonly waiting: Waiting;
  /** Says it; gives the failure where it was refused. */
  readonly onSay: (why: string) => Promise<Failure | null>;
  readonly onLeave: () => void;
};

/** Why one is returned, or the note with which it is held, in one line: Enter says it, Esc leaves it with what was typed. */
export function NoteLine({ asking, waiting, onSay, onLeave }: NoteLineProps) {
  const key = `${asking} ${waiting.row.id}`;
  const [why, setWhy] = useState(typed.get()[key] ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const put = (text: string) => {
    setWhy(text);
    setProblem(null);
    typed.set({ ...typed.get(), [key]: text });
  };
  const say = async () => {
    if (why.trim() === '')
      return setProblem(asking === 'return' ? 'Say what is to be mended.' : 'Type the note; it stays with the case.');
    const failure = await onSay(why.trim());
    if (failure?.kind === 'invalid') return setProblem(failure.problems[0]?.message ?? null);
    if (failure === null) typed.set({ ...typed.get(), [key]: '' });
  };
  return (
    <div
      className="notice note-line-box"
      role="group"
      aria-label={asking === 'return' ? `Return ${waiting.row.number}` : `Hold ${waiting.row.number}`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void say();
        else if (event.key === 'Escape') onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="form">
        <TextField
          label={asking === 'return' ? 'What is to be mended' : 'Note'}
          name="why"
          text={why}
          onText={put}
          problem={problem}
          hint={
            asking === 'return'
              ? 'Whoever keyed it reads this on the case. Enter returns it, Esc goes back.'
              : 'It stays in the queue with this note. Enter holds it, Esc goes back.'
          }
          autoFocus
          maxLength={400}
        />
      </div>
      <div className="row-of at-end">
        <Button onPress={onLeave}>Go back</Button>
        <Button tone="primary" onPress={() => void say()}>
          {asking === 'return' ? 'Return it' : 'Hold it'}
        </Button>
      </div>
    </div>
  );
}
