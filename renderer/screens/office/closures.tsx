import { useState } from 'react';
import { useController, useWatch, type Control } from 'react-hook-form';
import { weekdays, type Closure } from '../../../shared/register/office';
import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Notice } from '../../components/notice';
import { call } from '../../wire';
import { FailureBox } from '../saying';
import type { Failure } from '../../../shared/errors';
import { count, weekdayAndDay } from '../wording';
import { states } from './blank-office';
import type { OfficeForm, OfficeRecord } from './office-text';
import { YearGrid } from './year-grid';
import { UTCDate } from '@date-fns/utc';
import { getDay } from 'date-fns';

type ClosuresProps = { readonly control: Control<OfficeForm, unknown, OfficeRecord>; readonly today: string };

/** The days on which the office is closed: a year to walk, the public holidays to start from, and what each day is called. */
export function ClosuresEditor({ control, today }: ClosuresProps) {
  const { field } = useController({ control, name: 'office.closures' });
  const hours = useWatch({ control, name: 'office.hours' });
  const homeState = useWatch({ control, name: 'office.address.state' });
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const closures = field.value;
  const ofYear = closures.filter((c) => c.on.startsWith(`${year}-`)).sort((a, b) => (a.on < b.on ? -1 : 1));
  const put = (next: readonly Closure[]) => field.onChange([...next]);
  const isOff = (day: string): boolean => {
    const weekday = weekdays[(getDay(new UTCDate(`${day}T00:00Z`)) + 6) % 7] ?? 'mon';
    return hours[weekday].trim() === '';
  };
  const toggle = (day: string) =>
    put(
      closures.some((c) => c.on === day) ? closures.filter((c) => c.on !== day) : [...closures, { on: day, label: '' }],
    );

  return (
    <div className="closures">
      <div className="row-of year-step" role="group" aria-label="Year">
        <Button label={`The year before, ${year - 1}`} onPress={() => setYear(year - 1)}>
          ‹ {year - 1}
        </Button>
        <strong aria-live="polite">{year}</strong>
        <Button label={`The next year, ${year + 1}`} onPress={() => setYear(year + 1)}>
          {year + 1} ›
        </Button>
      </div>
      <Holidays year={year} homeState={homeState} known={closures} onLoaded={(found) => put([...closures, ...found])} />
      <YearGrid year={year} closures={closures} isOff={isOff} today={today} onToggle={toggle} />
      <div role="group" aria-label={`Closures of ${year}`}>
        <h3>
          {ofYear.length === 0 ? `No closures entered for ${year}` : `${count(ofYear.length, 'closure')} in ${year}`}
        </h3>
        {ofYear.length === 0 && (
          <p className="quiet-text">
            Forms received on a holiday would count as received on a working day. Load the public holidays, or mark the
            days above with Space.
          </p>
        )}
        <ul className="closure-list">
          {ofYear.map((closure) => (
            <li key={closure.on}>
              <span>{weekdayAndDay(closure.on)}</span>
              <input
                className="input"
                type="text"
                aria-label={`What ${weekdayAndDay(closure.on)} is called`}
                placeholder="Closed"
                maxLength={60}
                value={closure.label}
                onChange={(e) => put(closures.map((c) => (c.on === closure.on ? { ...c, label: e.target.value } : c)))}
              />
              <Button tone="quiet" label={`Open on ${weekdayAndDay(closure.on)}`} onPress={() => toggle(closure.on)}>
                Open
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type HolidaysProps = {
  readonly year: number;
  readonly homeState: string;
  readonly known: readonly Closure[];
  readonly onLoaded: (found: readonly Closure[]) => void;
};

/** The public holidays of a state as a start; the office then takes out what it works. */
function Holidays({ year, homeState, known, onLoaded }: HolidaysProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const state = chosen ?? states.find((s) => s.value === homeState.trim().toUpperCase())?.value ?? null;
  async function load(): Promise<void> {
    if (state === null) return;
    setTrouble(null);
    const result = await call('calendar.holidays', { state, year });
    if (!result.ok) return setTrouble(result.failure);
    const fresh = result.value.filter((c) => !known.some((k) => k.on === c.on));
    onLoaded(fresh);
    setAdded(fresh.length);
  }
  return (
    <div className="row-of holidays">
      <ChoiceField
        label="Holidays of"
        name="holiday-state"
        choices={states}
        value={state}
        onChoose={setChosen}
        digits={false}
      />
      <Button disabled={state === null} onPress={() => void load()}>
        Load the public holidays of {year}
      </Button>
      {added !== null && (
        <Notice tone="note">
          {added === 0
            ? `All of them were already there.`
            : `${count(added, 'holiday')} added. Take out those on which your office works.`}
        </Notice>
      )}
      {trouble !== null && <FailureBox failure={trouble} />}
    </div>
  );
}
