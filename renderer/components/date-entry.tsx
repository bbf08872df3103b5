import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { readDay, sayDay, showDay, stepDay, type DayContext, type DayStep } from '../../shared/typed/day';
import { Field, type FieldFrame } from './field';
import { Kbd } from './kbd';

const CalendarPopup = lazy(async () => ({ default: (await import('./calendar-popup')).CalendarPopup }));

type DateEntryProps = FieldFrame & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly context: DayContext;
  /** What a day means here, said after its weekday: `3 days before receipt`. */
  readonly relation?: (day: string) => ReactNode;
  readonly autoFocus?: boolean;
};

const steps: Readonly<Record<string, DayStep>> = {
  '+': 'day-later',
  ArrowUp: 'day-later',
  '-': 'day-earlier',
  ArrowDown: 'day-earlier',
  PageUp: 'month-later',
  ']': 'month-later',
  PageDown: 'month-earlier',
  '[': 'month-earlier',
};

/**
 * A date as typed (`9/22`, `22`, `sep 22`, `t`, `-3b`, `mon`), understood while it is typed and put in order when the field is left.
 * Digits that could be two days wait for a second Enter. What cannot be read is kept and said. `+ - [ ]` step while the field is empty
 * or wholly selected, and a digit after the first sign makes an offset of it (`-3b`); F4, F9 or Alt+↓ opens the calendar.
 */
export function DateEntry({ text, onText, context, relation, problem, hint, autoFocus, ...frame }: DateEntryProps) {
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const [left, setLeft] = useState(false);
  const [asked, setAsked] = useState(false);
  const [calendar, setCalendar] = useState(false);
  // The one sign that was pressed as a step just now: a digit after it makes it an offset, `-3b`.
  const sign = useRef<string | null>(null);
  const selecting = useRef(false);
  useLayoutEffect(() => {
    // A stepped date stays wholly selected, so that the next key steps again and typing replaces it.
    if (selecting.current) input.current?.select();
    selecting.current = false;
  });
  const read = readDay(text, context);
  const day = read.kind === 'day' ? read.day : null;

  const put = (next: string) => {
    setLeft(false);
    setAsked(false);
    onText(next);
  };
  const putSelected = (next: string) => {
    put(next);
    selecting.current = true;
  };
  const settle = () => {
    setLeft(true);
    if (day !== null && text !== showDay(day)) onText(showDay(day));
  };

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'F4' || key === 'F9' || (event.altKey && key === 'ArrowDown')) {
      event.preventDefault();
      setCalendar(true);
      return;
    }
    if (event.altKey) return;
    const field = event.currentTarget;
    const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const begun = sign.current;
    sign.current = null;
    if (begun !== null && whole && /^\d$/.test(key)) {
      event.preventDefault();
      put(`${begun}${key}`);
      return;
    }
    const step = steps[key];
    const moves = key.length > 1 ? day !== null || text === '' : whole;
    if (step !== undefined && moves) {
      event.preventDefault();
      if (key === '+' || key === '-') sign.current = begun === null ? key : null;
      putSelected(showDay(stepDay(day ?? context.near, step)));
      return;
    }
    if ((key === 'Enter' || key === 'Tab') && !event.shiftKey) {
      if (read.kind === 'ambiguous' && key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
        if (asked) put(showDay(read.day));
        else setAsked(true);
        return;
      }
      settle();
    }
  };

  return (
    <Field
      {...frame}
      problem={problemOf(read, left, asked) ?? problem}
      hint={
        <Echo read={read} text={text} focused={focused} asked={asked} relation={relation}>
          {hint}
        </Echo>
      }
    >
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="text"
            className="input date"
            inputMode="numeric"
            value={text}
            onChange={(e) => put(e.target.value)}
            onKeyDown={keyDown}
            onFocus={(e) => {
              setFocused(true);
              e.currentTarget.select();
            }}
            onBlur={() => {
              setFocused(false);
              settle();
            }}
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
          />
          <button
            type="button"
            className="in-field"
            tabIndex={-1}
            aria-label={`Calendar for ${frame.label.replace('&', '')}`}
            onClick={() => setCalendar(true)}
          >
            <CalendarDays size={16} aria-hidden />
          </button>
          {calendar && (
            <Suspense>
              <CalendarPopup
                anchor={input}
                day={day ?? context.near}
                label={frame.label.replace('&', '')}
                onChoose={(chosen) => putSelected(showDay(chosen))}
                onClose={() => {
                  setCalendar(false);
                  input.current?.focus();
                }}
              />
            </Suspense>
          )}
        </>
      )}
    </Field>
  );
}

function problemOf(read: ReturnType<typeof readDay>, left: boolean, asked: boolean): string | undefined {
  if (read.kind === 'wrong') return left ? read.message : undefined;
  if (read.kind !== 'ambiguous' || (!left && !asked)) return undefined;
  const others = read.others.map(sayDay).join(' or ');
  return `This could be ${sayDay(read.day)} or ${others}. Enter takes ${sayDay(read.day)}; else type it with slashes.`;
}

type EchoProps = {
  readonly read: ReturnType<typeof readDay>;
  readonly text: string;
  readonly focused: boolean;
  readonly asked: boolean;
  readonly relation: ((day: string) => ReactNode) | undefined;
  readonly children: ReactNode;
};

/** What was understood, with its weekday and one relation; beside it, while the cursor is here, the keys. */
function Echo({ read, text, focused, asked, relation, children }: EchoProps) {
  if (read.kind === 'ambiguous') return asked ? null : <>→ {sayDay(read.day)}? Enter takes it.</>;
  if (read.kind === 'wrong') return children;
  if (read.kind === 'empty' && !focused) return children;
  const related = read.kind === 'day' ? relation?.(read.day) : null;
  return (
    <>
      {read.kind === 'day' && (
        <>
          {text === showDay(read.day) ? '' : '→ '}
          {sayDay(read.day)}
          {related != null && <> · {related}</>}
        </>
      )}
      {focused && (
        <span className="field-keys" aria-hidden="true">
          <Kbd chord="T" /> today <Kbd chord="Plus" /> <Kbd chord="-" /> day <Kbd chord="F4" /> calendar
        </span>
      )}
      {read.kind === 'day' && !focused && children != null && ' · '}
      {children}
    </>
  );
}
