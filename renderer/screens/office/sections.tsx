import { useWatch, type Control } from 'react-hook-form';
import { weekdays, type Weekday } from '../../../shared/register/office';
import { BoundCheck, BoundChoice, BoundText } from '../record-form/fields';
import { months, timeZones } from './blank-office';
import type { OfficeForm, OfficeRecord } from './office-text';

/** A part of the office's form. */
export type SectionProps = { readonly control: Control<OfficeForm, unknown, OfficeRecord> };

/** Who the office is and where it is reached. */
export function IdentityFields({ control, autoFocus = false }: SectionProps & { readonly autoFocus?: boolean }) {
  return (
    <div className="form">
      <BoundText
        control={control}
        name="office.institution"
        label="Institution"
        required
        autoFocus={autoFocus}
        placeholder="Coastal State University"
      />
      <BoundText control={control} name="office.name" label="Office" required placeholder="Extended Education" />
      <BoundText control={control} name="office.address.line1" label="Street" />
      <BoundText control={control} name="office.address.line2" label="Building" />
      <BoundText control={control} name="office.address.city" label="City" />
      <div className="side-by-side">
        <BoundText control={control} name="office.address.state" label="State" />
        <BoundText control={control} name="office.address.postal" label="ZIP" />
      </div>
      <BoundText control={control} name="office.phone" label="Telephone" required hint="Stands in every letter" />
      <BoundText control={control} name="office.email" label="E-mail" required />
      <BoundText control={control} name="office.website" label="Web site" />
    </div>
  );
}

const dayNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** When the office is open: its time zone and a pair of times a day. */
export function HoursFields({ control, autoFocus = false }: SectionProps & { readonly autoFocus?: boolean }) {
  const zone = useWatch({ control, name: 'office.timeZone' });
  return (
    <div className="form">
      {weekdays.map((day, i) => (
        <BoundText
          key={day}
          control={control}
          name={`office.hours.${day}`}
          label={dayNames[day]}
          hint={i === 0 ? 'Like 8a-5p; empty where the office is closed' : undefined}
          autoFocus={autoFocus && i === 0}
        />
      ))}
      <BoundChoice
        control={control}
        name="office.timeZone"
        label="Time zone"
        choices={timeZones(zone)}
        optional={false}
        digits={false}
      />
    </div>
  );
}

/** In which month the fiscal year begins; case numbers count within it. */
export function FiscalYearField({ control }: SectionProps) {
  return (
    <BoundChoice
      control={control}
      name="office.fiscalYearBegins"
      label="Fiscal year"
      choices={months}
      optional={false}
      digits={false}
      hint="Begins on the first of this month. Case numbers count within it and carry the year in which it ends."
    />
  );
}

/** How letters begin and end. */
export function LetterheadFields({ control, autoFocus = false }: SectionProps & { readonly autoFocus?: boolean }) {
  return (
    <div className="form">
      <BoundText
        control={control}
        name="office.letterhead.headline"
        label="Headline"
        hint="Large, at the top of letters; the institution where empty"
        autoFocus={autoFocus}
      />
      <BoundText
        control={control}
        name="office.letterhead.line"
        label="Second line"
        hint="Address and telephone; made from the office where empty"
      />
      <BoundText control={control} name="office.letterhead.color" label="Color" hint="Like #1c5a3c" />
      <BoundText control={control} name="office.signatory.name" label="Signed by" required />
      <BoundText control={control} name="office.signatory.title" label="Their title" />
      <BoundText
        control={control}
        name="office.languageLine"
        label="Language line"
        hint="Este aviso está disponible en español: (555) 010-0142."
      />
    </div>
  );
}

/** Who works at this PC, until people sign in. */
export function PersonFields({ control }: SectionProps) {
  const account = useWatch({ control, name: 'office.person.account' });
  return (
    <div className="form">
      <BoundText
        control={control}
        name="office.person.name"
        label="Your name"
        required
        hint={`Entries carry this name; the account of this PC is ${account}.`}
      />
      <BoundText control={control} name="office.person.title" label="Your title" />
    </div>
  );
}

const envelopes = [
  { value: 'half-inch', words: '#10, window ½ in from the bottom' },
  { value: 'five-eighths', words: '#10, window ⅝ in from the bottom' },
  { value: 'double', words: '#10 with two windows' },
  { value: 'none', words: 'No window' },
] as const;

/** How letters meet paper and envelope. */
export function PrintingFields({ control }: SectionProps) {
  return (
    <div className="form">
      <BoundChoice
        control={control}
        name="office.printing.envelope"
        label="Envelope"
        choices={envelopes}
        optional={false}
      />
      <div className="side-by-side">
        <BoundText control={control} name="office.printing.nudgeX" label="Move right" hint="1/32 inch; minus is left" />
        <BoundText control={control} name="office.printing.nudgeY" label="Move down" hint="1/32 inch; minus is up" />
      </div>
      <BoundCheck
        control={control}
        name="office.printing.preprintedLetterhead"
        label="Paper"
        words="The letterhead is already on the paper"
        hint="Letters then leave its place empty."
      />
    </div>
  );
}

/** Reasons a student may give, one a line, in the order of their digits. */
export function ReasonsField({ control }: SectionProps) {
  return (
    <BoundText
      control={control}
      name="office.reasons"
      label="Reasons"
      lines={9}
      hint="One a line, at most nine: the digit of its place chooses it."
    />
  );
}

/** Whether Enter goes to the next field. */
export function EnterField({ control }: SectionProps) {
  return (
    <BoundCheck
      control={control}
      name="office.enterMovesOn"
      label="Enter"
      words="Enter moves to the next field"
      hint="Off: Enter saves, as in ledgers."
    />
  );
}
