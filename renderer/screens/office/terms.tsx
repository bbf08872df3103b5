import { useFieldArray } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { to } from '../../routes';
import { newRequestId } from '../../wire';
import { chosenCourses } from '../deadlines/chosen';
import { BoundDay, BoundText } from '../record-form/fields';
import { AddLine, TakeOut } from '../record-form/line-buttons';
import type { SectionProps } from './sections';

/** The terms with their first and last day of instruction; a term of the register stays, since courses belong to it. */
export function TermsFields({
  control,
  days,
  kept,
}: SectionProps & { readonly days: DayContext; readonly kept: number }) {
  const [, go] = useLocation();
  const { fields, append, remove } = useFieldArray({ control, name: 'terms', keyName: 'key' });
  return (
    <div className="terms">
      {fields.map((term, i) => (
        <div key={term.key} className="line-fields term" role="group" aria-label={`Term ${i + 1}`}>
          <BoundText control={control} name={`terms.${i}.name`} label="Term" required placeholder="Fall 2026" />
          <BoundDay control={control} name={`terms.${i}.begins`} label="First day" context={days} required />
          <BoundDay control={control} name={`terms.${i}.ends`} label="Last day" context={days} required />
          {i < kept && (
            <Button
              tone="quiet"
              label={`Deadlines of term ${i + 1}`}
              onPress={() => {
                chosenCourses.set({ text: '', termId: term.id });
                go(to.deadlines);
              }}
            >
              Deadlines
            </Button>
          )}
          {i >= kept && <TakeOut what={`term ${i + 1}`} onTake={() => remove(i)} />}
        </div>
      ))}
      {fields.length === 0 && (
        <p className="quiet-text">No terms yet. Courses that count from the term’s first day need one.</p>
      )}
      <AddLine
        words="Add a term"
        field={`terms.${fields.length}.name`}
        onAdd={() => append({ id: newRequestId(), name: '', begins: '', ends: '' }, { shouldFocus: false })}
      />
    </div>
  );
}
