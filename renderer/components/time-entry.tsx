import { useState } from 'react';
import { formatTime } from '../../shared/day';
import { readTime, type Hours } from '../../shared/typed/time';
import type { FieldFrame } from './field';
import { TextField } from './text-field';

type TimeEntryProps = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The office's hours that day: a time without am or pm is sought within them. */
  readonly hours: Hours | null;
};

/** A clock time as typed (`10`, `2:30p`, `1430`), put in order when the field is left. What cannot be read is kept and said. */
export function TimeEntry({ text, onText, hours, problem, hint, ...frame }: TimeEntryProps) {
  const [left, setLeft] = useState(false);
  const read = readTime(text, hours);
  const said = read.kind === 'time' ? formatTime(read.time) : undefined;
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
        if (said !== undefined) onText(said);
      }}
      problem={left && read.kind === 'wrong' ? read.message : problem}
      hint={said !== undefined && said !== text ? `→ ${said}` : hint}
      inputMode="numeric"
    />
  );
}
