import { useState } from 'react';
import { readDay, showDay } from '../../../shared/typed/day';
import { showMoney, readMoney } from '../../../shared/typed/money';
import { CheckGroup } from '../../components/check-group';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import { fieldName, useDrafting } from './drafting';
import { choiceWords } from './part-words';
import { listOf, textOf, type Path } from './tree';

/** What every field of a draft has: its place, what it is called, what may be wrong with it. */
export type LeafProps = {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem: string | undefined;
  readonly warning: string | undefined;
  readonly required: boolean;
  readonly value: unknown;
  /** What stands for nothing here: null where the pack says null, undefined where it leaves the field out, '' where it must be typed. */
  readonly nothing: null | undefined | '';
};

function frameOf({ path, label, hint, problem, warning, required }: LeafProps) {
  return { name: fieldName(path), label, problem, warning, required, hint };
}

/** A line or some lines of text. */
export function TextLeaf({ lines, ...props }: LeafProps & { readonly lines?: number | undefined }) {
  const { put } = useDrafting();
  return (
    <TextField
      {...frameOf(props)}
      lines={lines ?? 1}
      text={textOf(props.value)}
      onText={(text) => put(props.path, text === '' ? props.nothing : text)}
    />
  );
}

/** A number; what is none stays as it was typed, and the check says so. */
export function NumberLeaf(props: LeafProps) {
  const { put } = useDrafting();
  return (
    <TextField
      {...frameOf(props)}
      inputMode="decimal"
      text={textOf(props.value)}
      onText={(text) => {
        const typed = text.trim();
        put(props.path, typed === '' ? props.nothing : /^-?\d+(\.\d*[1-9])?$/.test(typed) ? Number(typed) : text);
      }}
    />
  );
}

/** An amount in cents. */
export function MoneyLeaf(props: LeafProps) {
  const { put } = useDrafting();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = typeof props.value === 'number' ? showMoney(props.value) : textOf(props.value);
  return (
    <div onBlur={() => setTyped(null)}>
      <MoneyField
        {...frameOf(props)}
        text={typed ?? kept}
        onText={(text) => {
          setTyped(text);
          const read = readMoney(text);
          put(props.path, read.kind === 'empty' ? props.nothing : read.kind === 'cents' ? read.cents : text);
        }}
      />
    </div>
  );
}

/** A day. */
export function DayLeaf(props: LeafProps) {
  const { put, days } = useDrafting();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = textOf(props.value);
  return (
    <div onBlur={() => setTyped(null)}>
      <DateEntry
        {...frameOf(props)}
        context={days}
        text={typed ?? (isDay(kept) ? showDay(kept) : kept)}
        onText={(text) => {
          setTyped(text);
          const read = readDay(text, days);
          put(props.path, read.kind === 'empty' ? props.nothing : read.kind === 'day' ? read.day : text);
        }}
      />
    </div>
  );
}

/** A day, with its time where one was noted. */
export function MomentLeaf(props: LeafProps) {
  const { put, days } = useDrafting();
  const [typed, setTyped] = useState<string | null>(null);
  const [day = '', time] = textOf(props.value).split('T');
  const putBoth = (nextDay: string, nextTime: string | undefined) =>
    put(props.path, nextDay === '' ? props.nothing : nextTime ? `${nextDay}T${nextTime}` : nextDay);
  return (
    <>
      <div onBlur={() => setTyped(null)}>
        <DateEntry
          {...frameOf(props)}
          context={days}
          text={typed ?? (isDay(day) ? showDay(day) : day)}
          onText={(text) => {
            setTyped(text);
            const read = readDay(text, days);
            putBoth(read.kind === 'empty' ? '' : read.kind === 'day' ? read.day : text, time);
          }}
        />
      </div>
      {day !== '' && (
        <TextField
          label={`${props.label}, time`}
          name={`${fieldName(props.path)}.time`}
          hint="Like 16:30; empty where none was noted"
          text={time ?? ''}
          onText={(text) => putBoth(day, text === '' ? undefined : text)}
        />
      )}
    </>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

type ChoiceLeafProps = LeafProps & {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** Turns the text of a choice into the value it stands for. */
  readonly read?: (text: string) => unknown;
};

/** One of some choices; a value that is none of them stays and is shown as it is. */
export function ChoiceLeaf({ options, read, ...props }: ChoiceLeafProps) {
  const { put } = useDrafting();
  const own = textOf(props.value);
  const all =
    own === '' || options.some((o) => o.value === own) ? options : [...options, { value: own, words: `“${own}”` }];
  return (
    <ChoiceField
      {...frameOf(props)}
      choices={all}
      digits={false}
      optional={props.nothing !== '' || own === ''}
      value={own === '' ? null : own}
      onChoose={(chosen) =>
        put(props.path, chosen === null ? props.nothing : read === undefined ? chosen : read(chosen))
      }
    />
  );
}

/** Some of several things, each ticked or not. */
export function SeveralLeaf({
  options,
  ...props
}: LeafProps & { readonly options: readonly { readonly value: string; readonly words: string }[] }) {
  const { put } = useDrafting();
  const chosen = listOf(props.value).map(textOf);
  const known = new Set(options.map((o) => o.value));
  const all = [...options, ...chosen.filter((c) => !known.has(c)).map((c) => ({ value: c, words: `“${c}”` }))];
  return (
    <div>
      <CheckGroup
        label={props.label}
        hint={
          props.problem === undefined ? (
            props.hint
          ) : (
            <span className="problem-line" role="alert">
              {props.problem}
            </span>
          )
        }
        checks={all.map((o) => ({
          name: `${fieldName(props.path)}.${o.value}`,
          words: o.words,
          checked: chosen.includes(o.value),
          onCheck: (checked) => {
            const next = all.map((a) => a.value).filter((v) => (v === o.value ? checked : chosen.includes(v)));
            put(props.path, next.length === 0 && props.nothing === undefined ? undefined : next);
          },
        }))}
      />
    </div>
  );
}

/** The choices of an enumeration, in words. */
export function optionsOf(key: string, values: readonly string[]) {
  return values.map((value) => ({ value, words: choiceWords(key, value) }));
}
