import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { exchangeFields, type Exchange } from '../../../shared/register/exchange';
import { Button } from '../../components/button';
import { focusField } from '../../components/field';
import { BoundChoice, BoundText } from '../record-form/fields';
import { AddLine, TakeOut } from '../record-form/line-buttons';
import { exchangeFieldWords } from './exchange-words';

type ColumnsProps = { readonly control: Control<Exchange, unknown, Exchange> };

const choices = exchangeFields.map((value) => ({ value, words: exchangeFieldWords[value] }));

/** The columns one under the other; Ctrl+Shift+↑ and ↓ move the one with the cursor. */
export function ExchangeColumns({ control }: ColumnsProps) {
  const { fields, append, remove, move } = useFieldArray({ control, name: 'columns', keyName: 'key' });
  const columns = useWatch({ control, name: 'columns' });
  const put = (from: number, to: number, field: string) => {
    if (to < 0 || to >= fields.length) return;
    // Drawn before the cursor goes along.
    flushSync(() => move(from, to));
    focusField(`columns.${to}.${field}`);
  };
  const keyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (!event.ctrlKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const name = event.target instanceof HTMLElement ? (event.target.dataset['field'] ?? '') : '';
    put(at, event.key === 'ArrowUp' ? at - 1 : at + 1, name.split('.')[2] ?? 'heading');
  };
  return (
    <fieldset className="exchange-columns">
      <legend className="only-heard">Columns</legend>
      {fields.map((column, i) => (
        <div
          key={column.key}
          className="exchange-column"
          role="group"
          aria-label={`Column ${i + 1}`}
          onKeyDown={(event) => keyDown(event, i)}
        >
          <span className="place" aria-hidden="true">
            {i + 1}
          </span>
          <BoundText control={control} name={`columns.${i}.heading`} label="Heading" required />
          <BoundChoice
            control={control}
            name={`columns.${i}.field`}
            label="Holds"
            choices={choices}
            optional={false}
            digits={false}
          />
          {columns[i]?.field === 'constant' ? (
            <BoundText control={control} name={`columns.${i}.text`} label="Text" />
          ) : (
            <span />
          )}
          <div className="row-of">
            <Button
              tone="quiet"
              label={`Move column ${i + 1} up`}
              disabled={i === 0}
              onPress={() => put(i, i - 1, 'heading')}
            >
              ↑
            </Button>
            <Button
              tone="quiet"
              label={`Move column ${i + 1} down`}
              disabled={i === fields.length - 1}
              onPress={() => put(i, i + 1, 'heading')}
            >
              ↓
            </Button>
            <TakeOut what={`column ${i + 1}`} onTake={() => remove(i)} />
          </div>
        </div>
      ))}
      <p className="quiet-text">Ctrl+Shift+↑ and Ctrl+Shift+↓ move the column that has the cursor.</p>
      <AddLine
        words="Add a column"
        field={`columns.${fields.length}.heading`}
        onAdd={() => append({ heading: '', field: 'constant', text: '' }, { shouldFocus: false })}
      />
    </fieldset>
  );
}
