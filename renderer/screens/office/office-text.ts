import { z } from 'zod';
import { readTimePair } from '../../../shared/meetings-words';
import type { Problem } from '../../../shared/errors';
import {
  officeSchema,
  termSchema,
  weekdays,
  type Office,
  type Term,
  type Weekday,
} from '../../../shared/register/office';
import { showDay, type DayContext } from '../../../shared/typed/day';
import { readDayText, type Reading } from '../record-form/reading';

/** A term as its fields hold it. */
export type TermText = { readonly id: string; readonly name: string; readonly begins: string; readonly ends: string };

/** The office and its terms as forms hold them: hours as `8a-5p`, reasons one a line, numbers as text. */
export type OfficeForm = {
  readonly office: Omit<Office, 'hours' | 'fiscalYearBegins' | 'printing' | 'reasons'> & {
    readonly hours: Readonly<Record<Weekday, string>>;
    readonly fiscalYearBegins: string;
    readonly printing: Omit<Office['printing'], 'nudgeX' | 'nudgeY'> & {
      readonly nudgeX: string;
      readonly nudgeY: string;
    };
    readonly reasons: string;
  };
  readonly terms: readonly TermText[];
};

/** What such a form means, checked by the schemas of the wire. */
export const officeFormSchema = z.strictObject({ office: officeSchema, terms: z.array(termSchema).max(40) });
export type OfficeRecord = z.infer<typeof officeFormSchema>;

/** The text of an office and its terms. */
export function writeOffice(office: Office, terms: readonly Term[]): OfficeForm {
  const { hours, fiscalYearBegins, printing, reasons, ...rest } = office;
  return {
    office: {
      ...rest,
      hours: Object.fromEntries(weekdays.map((day) => [day, writeOpening(hours[day])])) as Record<Weekday, string>,
      fiscalYearBegins: String(fiscalYearBegins),
      printing: { ...printing, nudgeX: String(printing.nudgeX), nudgeY: String(printing.nudgeY) },
      reasons: reasons.join('\n'),
    },
    terms: [...terms]
      .sort((a, b) => (a.begins < b.begins ? -1 : 1))
      .map((t) => ({ ...t, begins: showDay(t.begins), ends: showDay(t.ends) })),
  };
}

/** The office and terms that the text means. A term with nothing typed is left out. */
export function readOffice({ office, terms }: OfficeForm, days: DayContext): Reading {
  const wrong: Problem[] = [];
  const hours: Record<string, readonly [string, string]> = {};
  for (const day of weekdays) {
    const read = readTimePair(office.hours[day]);
    if (read === null) continue;
    if ('kind' in read) wrong.push({ field: `office.hours.${day}`, message: read.message });
    else hours[day] = [read.from, read.to];
  }
  const kept = terms.filter((t) => `${t.name}${t.begins}${t.ends}`.trim() !== '');
  return {
    record: {
      office: {
        ...office,
        hours,
        fiscalYearBegins: Number(office.fiscalYearBegins),
        printing: {
          ...office.printing,
          nudgeX: readNudge(office.printing.nudgeX, 'office.printing.nudgeX', wrong),
          nudgeY: readNudge(office.printing.nudgeY, 'office.printing.nudgeY', wrong),
        },
        reasons: office.reasons
          .split('\n')
          .map((r) => r.trim())
          .filter((r) => r !== ''),
        closures: [...office.closures].sort((a, b) => (a.on < b.on ? -1 : 1)),
      },
      terms: kept.map((t, i) => ({
        ...t,
        begins: readDayText(t.begins, `terms.${i}.begins`, days, wrong) ?? '',
        ends: readDayText(t.ends, `terms.${i}.ends`, days, wrong) ?? '',
      })),
    },
    wrong,
  };
}

function readNudge(text: string, field: string, wrong: Problem[]): number {
  const typed = text.trim();
  if (typed === '') return 0;
  if (/^[+-]?\d{1,2}$/.test(typed) && Math.abs(Number(typed)) <= 32) return Number(typed);
  wrong.push({ field, message: 'A nudge is a whole number of 1/32 inch between -32 and 32.' });
  return 0;
}

function writeOpening(opening: readonly [string, string] | undefined): string {
  return opening === undefined ? '' : opening.map(writeClock).join('-');
}

function writeClock(time: string): string {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}${hour < 12 ? 'a' : 'p'}`;
}
