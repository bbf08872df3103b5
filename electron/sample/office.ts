import { samplePolicy } from '../../shared/policy/packs/sample-office';
import type { Closure, Office, Term } from '../../shared/register/office';
import { plusDays, weekOf } from './days';

/** The sample's own office, at an invented university, and its terms: the day given always falls into the eighth week of the running one (or on the Monday after it). */
export function sampleOffice(
  today: string,
  account: string,
): { readonly office: Office; readonly terms: readonly Term[] } {
  const terms = sampleTerms(today);
  const office: Office = {
    institution: 'Coastal State University',
    name: 'Extended Education',
    address: {
      line1: '100 Campus Way',
      line2: 'Seaside Hall 204',
      city: 'Port Alder',
      state: 'CA',
      postal: '95599-0100',
      country: '',
    },
    phone: '(555) 555-0142',
    email: 'extension@example.edu',
    website: 'extension.example.edu',
    timeZone: sampleZone,
    hours: {
      mon: ['08:00', '17:00'],
      tue: ['08:00', '17:00'],
      wed: ['08:00', '17:00'],
      thu: ['08:00', '17:00'],
      fri: ['08:00', '16:00'],
    },
    closures: sampleClosures(today),
    fiscalYearBegins: 7,
    letterhead: {
      headline: 'Coastal State University',
      line: 'Extended Education · Records & Refunds · 100 Campus Way, Port Alder, CA 95599 · (555) 555-0142',
      color: '#1c5a3c',
    },
    signatory: { name: 'J. Rivera', title: 'Registration Services' },
    languageLine: 'Este aviso está disponible en español: (555) 555-0142.',
    policy: samplePolicy,
    readings: {},
    reasons: [
      'Schedule conflict',
      'Illness',
      'Work',
      'Moved away',
      'Cost',
      'Not what I expected',
      'Family',
      'Military service',
      'Other',
    ],
    printing: { envelope: 'half-inch', nudgeX: 0, nudgeY: 0, preprintedLetterhead: false },
    enterMovesOn: true,
    person: { account, name: 'Jordan Rivera', title: 'Registration Services' },
    note: 'An invented office with invented students, to try things out. Nothing in it is real.',
  };
  return { office, terms };
}

/** The time zone of the sample's office. */
export const sampleZone = 'America/Los_Angeles';

/** The first day of the running term, a Monday: the day given is then between its 51st and its 57th. */
export function runningTermBegins(today: string): string {
  return plusDays(weekOf(plusDays(today, -1)), -7 * 7);
}

/** The terms of the sample, the running one last but one: a year ago, the last one, this one and the next. */
export function sampleTerms(today: string): Term[] {
  const begins = runningTermBegins(today);
  return [
    term(1, plusDays(begins, -52 * 7)),
    term(2, plusDays(begins, -20 * 7)),
    term(3, begins),
    term(4, plusDays(begins, 20 * 7)),
  ];
}

function term(ordinal: number, begins: string): Term {
  const ends = plusDays(begins, 16 * 7 + 4);
  return {
    id: `01900000-0000-7000-8000-00000000000${ordinal}`,
    name: `${seasonOf(begins)} ${begins.slice(0, 4)}`,
    begins,
    ends,
  };
}

function seasonOf(begins: string): string {
  const month = Number(begins.slice(5, 7));
  if (month <= 2) return 'Spring';
  if (month <= 4) return 'Late Spring';
  if (month <= 7) return 'Summer';
  if (month <= 10) return 'Fall';
  return 'Winter';
}

/** The closures of last year, this and next: the days on which an office like this one is closed by date, and those that fall near the running term's middle. */
function sampleClosures(today: string): Closure[] {
  const year = Number(today.slice(0, 4));
  const fixed = [year - 1, year, year + 1].flatMap((y): Closure[] => [
    { on: `${y}-01-01`, label: 'New Year’s Day' },
    { on: `${y}-06-19`, label: 'Juneteenth' },
    { on: `${y}-07-04`, label: 'Independence Day' },
    { on: `${y}-11-11`, label: 'Veterans Day' },
    { on: `${y}-12-24`, label: 'Winter closure' },
    { on: `${y}-12-25`, label: 'Christmas Day' },
    { on: `${y}-12-31`, label: 'Winter closure' },
  ]);
  const begins = runningTermBegins(today);
  const ofTheTerm: Closure[] = [
    { on: plusDays(begins, 2 * 7), label: 'Founders’ Day' },
    { on: plusDays(begins, 5 * 7 + 4), label: 'Staff development day' },
    { on: plusDays(begins, 12 * 7 + 3), label: 'Mid-term recess' },
    { on: plusDays(begins, 12 * 7 + 4), label: 'Mid-term recess' },
  ];
  const named = new Set(ofTheTerm.map((closure) => closure.on));
  return [...fixed.filter((closure) => !named.has(closure.on)), ...ofTheTerm].sort((a, b) => (a.on < b.on ? -1 : 1));
}
