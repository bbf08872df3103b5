import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { CheckGroup } from '../../components/check-group';
import { ChoiceField, type Choice } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import type { DayContext } from '../../../shared/typed/day';

/** A field of a form by its name there: value, problem and leaving go through the form. */
type Bound<T extends FieldValues, R> = {
  readonly control: Control<T, unknown, R>;
  readonly name: FieldPath<T>;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly warning?: ReactNode;
  readonly required?: boolean;
};

type BoundTextProps<T extends FieldValues, R> = Bound<T, R> & {
  readonly lines?: number;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
};

/** A field of text in a form. */
export function BoundText<T extends FieldValues, R>({ control, name, ...frame }: BoundTextProps<T, R>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <TextField
      {...frame}
      name={name}
      text={String(field.value)}
      onText={field.onChange}
      onLeave={field.onBlur}
      problem={fieldState.error?.message}
    />
  );
}

/** An amount in a form; its text is kept until it is left. */
export function BoundMoney<T extends FieldValues, R>({ control, name, ...frame }: Bound<T, R>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <div onBlur={field.onBlur}>
      <MoneyField
        {...frame}
        name={name}
        text={String(field.value)}
        onText={field.onChange}
        problem={fieldState.error?.message}
      />
    </div>
  );
}

type BoundChoiceProps<T extends FieldValues, R, V extends string> = Bound<T, R> & {
  readonly choices: readonly Choice<V>[];
  readonly optional?: boolean;
  readonly digits?: boolean;
};

/** A choice in a form. */
export function BoundChoice<T extends FieldValues, R, V extends string>({
  control,
  name,
  choices,
  ...frame
}: BoundChoiceProps<T, R, V>) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <div onBlur={field.onBlur}>
      <ChoiceField
        {...frame}
        name={name}
        choices={choices}
        value={choices.find((c) => c.value === value)?.value ?? null}
        onChoose={field.onChange}
        problem={fieldState.error?.message}
      />
    </div>
  );
}

type BoundCheckProps<T extends FieldValues, R> = {
  readonly control: Control<T, unknown, R>;
  readonly name: FieldPath<T>;
  readonly label: string;
  readonly words: string;
  readonly hint?: ReactNode;
};

/** Something that is so or not, in a form. */
export function BoundCheck<T extends FieldValues, R>({ control, name, label, words, hint }: BoundCheckProps<T, R>) {
  const { field } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <CheckGroup
      label={label}
      hint={hint}
      checks={[{ name, words, checked: value === true, onCheck: field.onChange }]}
    />
  );
}

type BoundDayProps<T extends FieldValues, R> = Bound<T, R> & {
  readonly context: DayContext;
  readonly relation?: (day: string) => ReactNode;
};

/** A date in a form; its text is kept until it is left. */
export function BoundDay<T extends FieldValues, R>({ control, name, ...frame }: BoundDayProps<T, R>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <div onBlur={field.onBlur}>
      <DateEntry
        {...frame}
        name={name}
        text={String(field.value)}
        onText={field.onChange}
        problem={fieldState.error?.message}
      />
    </div>
  );
}
