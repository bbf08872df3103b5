import { useRef, useState } from 'react';
import type { Output } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import { useCommands } from '../commanding';
import { CommandButton } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { say } from '../status';
import { change, newRequestId, useCall } from '../wire';
import { ClosuresEditor } from './office/closures';
import { useOfficeForm } from './office/office-form';
import { writeOffice } from './office/office-text';
import { FiscalYearField, HoursFields } from './office/sections';
import { TermsFields } from './office/terms';
import type { DayContext } from '../../shared/typed/day';
import { useDays } from './record-form/days';
import { focusFirstProblem, takeProblems } from './record-form/problems';
import { RecordForm } from './record-form/record-form';
import { FailureBox } from './saying';
import './screens.css';

/** The office calendar: closures on a year to walk, hours, fiscal year and terms. */
export function CalendarScreen() {
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  if (office.error !== null)
    return (
      <Screen title="Office calendar">
        <FailureBox failure={office.error.failure} />
      </Screen>
    );
  if (office.data === undefined || days === null) return <Screen title="Office calendar">{null}</Screen>;
  return <Calendar kept={office.data} days={days} />;
}

function Calendar({ kept, days }: { readonly kept: Output<'office.get'>; readonly days: DayContext }) {
  const request = useRef(newRequestId());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const form = useOfficeForm(kept, days);

  const save = () =>
    form.handleSubmit(
      async ({ office, terms }) => {
        setTrouble(null);
        for (const term of terms) {
          const before = kept.terms.find((t) => t.id === term.id);
          if (
            before !== undefined &&
            before.name === term.name &&
            before.begins === term.begins &&
            before.ends === term.ends
          )
            continue;
          const saved = await change('term.save', { requestId: newRequestId(), term });
          if (!saved.ok) return takeProblems(form, saved.failure, setTrouble);
        }
        const result = await change('office.save', { requestId: request.current, office });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        request.current = newRequestId();
        form.reset(writeOffice(result.value, terms));
        say({ tone: 'saved', text: 'Saved the office calendar' });
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands({ 'record.save': () => void save() }, 'office.save');

  return (
    <Screen
      title="Office calendar"
      detail={form.formState.isDirty ? 'Not saved yet' : ''}
      actions={<CommandButton id="record.save" tone="primary" />}
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="columns calendar-columns">
        <Panel title="Closures">
          <ClosuresEditor control={form.control} today={days.today} />
        </Panel>
        <RecordForm className="stack" onSave={() => void save()}>
          <Panel title="Hours">
            <HoursFields control={form.control} />
          </Panel>
          <Panel title="Terms">
            <TermsFields control={form.control} days={days} kept={kept.terms.length} />
          </Panel>
          <Panel title="Fiscal year">
            <FiscalYearField control={form.control} />
          </Panel>
        </RecordForm>
      </div>
    </Screen>
  );
}
