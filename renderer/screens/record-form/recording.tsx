import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useForm, type Control, type DefaultValues, type FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import type { CallName } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import type { Result } from '../../../shared/result';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { newRequestId } from '../../wire';
import { focusFirstProblem, takeProblems } from './problems';
import { readingResolver, type Reading } from './reading';
import { RecordForm } from './record-form';
import { FailureBox } from '../saying';

type RecordingProps<T extends FieldValues, R, V> = {
  /** What is recorded: the group's name for those who hear it. */
  readonly label: string;
  /** The call that it makes. */
  readonly asks: CallName;
  readonly first: DefaultValues<T>;
  readonly read: (text: T) => Reading;
  readonly schema: z.ZodType<R>;
  readonly send: (record: R, requestId: string) => Promise<Result<V>>;
  readonly onDone: (value: V) => void;
  /** Nothing where there is nowhere to leave it for. */
  readonly onLeave?: () => void;
  /** What the button says that records. */
  readonly words?: string;
  readonly children: (control: Control<T, unknown, R>) => ReactNode;
};

/** A small form in its panel: the keyboard goes into it, Ctrl+S records, Esc leaves it. What main refuses stands under its field, and nothing typed is lost. */
export function Recording<T extends FieldValues, R, V>(props: RecordingProps<T, R, V>) {
  const { label, asks, first, read, schema, send, onDone, onLeave, words = 'Record', children } = props;
  const box = useRef<HTMLDivElement>(null);
  const request = useRef(newRequestId());
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(() => readingResolver<T, R>(read, schema), [read, schema]);
  const form = useForm<T, unknown, R>({ defaultValues: first, resolver, mode: 'onSubmit' });
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), []);

  const save = () =>
    form.handleSubmit(
      async (record) => {
        if (busy.current) return;
        busy.current = true;
        setTrouble(null);
        const result = await send(record, request.current);
        busy.current = false;
        if (result.ok) return onDone(result.value);
        // What was refused is not what will be sent next.
        request.current = newRequestId();
        takeProblems(form, result.failure, setTrouble);
      },
      (errors) => void focusFirstProblem(errors, box.current ?? document),
    )();
  useCommands({ 'record.save': () => void save() }, asks);

  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      className="recording"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented || onLeave === undefined) return;
        e.preventDefault();
        onLeave();
      }}
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      <RecordForm className="form" onSave={() => void save()}>
        {children(form.control)}
      </RecordForm>
      <div className="row-of at-end">
        {onLeave !== undefined && (
          <Button tone="quiet" onPress={onLeave}>
            Leave it (Esc)
          </Button>
        )}
        <CommandButton id="record.save" label={words} tone="primary" />
      </div>
    </div>
  );
}
