import { useState } from 'react';
import { readMark } from '../../../shared/register/chain-mark';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { call } from '../../wire';
import { FailureBox } from '../saying';

/** Asks whether the register still holds the entry that a paper names, as it stands at the paper's foot: `Register entry 10,417 · 3f9a0b12c3d4e5f6`. */
export function ProofOfPaper() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<Output<'history.proof'> | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);

  async function compare(): Promise<void> {
    const mark = readMark(text);
    setFound(null);
    setTrouble(null);
    if (mark === null)
      return setProblem(
        'Type the entry’s number and its 16 digits, as at the foot of the paper: 10,417 · 3f9a0b12c3d4e5f6.',
      );
    setProblem(null);
    const result = await call('history.proof', mark);
    if (result.ok) setFound(result.value);
    else setTrouble(result.failure);
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <TextField
        label="Entry it names"
        name="mark"
        hint="At the foot of every form, sheet and export: Register entry, its number, 16 digits."
        text={text}
        onText={(typed) => {
          setText(typed);
          setProblem(null);
        }}
        problem={problem ?? undefined}
      />
      <div className="row-of">
        <Button onPress={() => void compare()}>Compare with the register</Button>
      </div>
      {trouble !== null && <FailureBox failure={trouble} />}
      {found !== null && <Notice tone={found.holds ? 'note' : 'problem'}>{found.said}</Notice>}
    </form>
  );
}
