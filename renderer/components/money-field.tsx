import { useState } from 'react';
import { readMoney, showMoney } from '../../shared/typed/money';
import type { FieldFrame } from './field';
import { TextField } from './text-field';

type MoneyFieldProps = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** An amount as typed, put in order when the field is left; `=180+220` is worked out. What cannot be read is kept and said. */
export function MoneyField({ text, onText, problem, hint, ...frame }: MoneyFieldProps) {
  const [left, setLeft] = useState(false);
  const read = readMoney(text);
  const sum = text.trim().startsWith('=') && read.kind === 'cents' ? `= ${showMoney(read.cents)}` : undefined;
  return (
    <TextField
      {...frame}
      text={text}
      onText={(typed) => {
        setLeft(false);
        onText(typed);
      }}
      onLeave={() => {
        setLeft(true);
        if (read.kind === 'cents') onText(showMoney(read.cents));
      }}
      problem={left && read.kind === 'wrong' ? read.message : problem}
      hint={sum ?? hint}
      inputMode="decimal"
      right
    />
  );
}
