/** The two languages of letters and explanations. */
export type Language = 'en' | 'es';

/**
 * Local calendar days as `YYYY-MM-DD` text and as day numbers (days since 1970-01-01), and local moments as `YYYY-MM-DDTHH:MM` text
 * and as minutes since 1970-01-01T00:00. All of it is calendar arithmetic on integers: no time zone can move a day.
 */

export const minutesOfDay = 1440;

/** The day number of a day that is known to be well formed. */
export function dayNumber(day: string): number {
  const y = digits(day, 0, 4);
  const m = digits(day, 5, 7);
  return fromCivil(y, m, digits(day, 8, 10));
}

/** The day `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  const { year, month, date } = civil(day);
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** Year, month (1 to 12) and date of a day number. */
export function civil(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  // Days are counted from 1 March of year 0, so that a leap day is the last of its year.
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

function fromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468;
}

/** The day of the week of a day number: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The same date so many months later, or that month's last day where it has no such date. */
export function monthsAfter(day: number, months: number): number {
  const { year, month, date } = civil(day);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return fromCivil(y, m, Math.min(date, daysInMonth(y, m)));
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Minutes since midnight of a clock time `HH:MM`. */
export function minuteOfDay(time: string): number {
  return digits(time, 0, 2) * 60 + digits(time, 3, 5);
}

/** The minute number of a moment `YYYY-MM-DDTHH:MM` (or of a day's beginning). */
export function minuteNumber(moment: string): number {
  const midnight = dayNumber(moment) * minutesOfDay;
  return moment.length > 10 ? midnight + digits(moment, 11, 13) * 60 + digits(moment, 14, 16) : midnight;
}

/** The moment `YYYY-MM-DDTHH:MM` of a minute number. */
export function momentText(minute: number): string {
  const day = Math.floor(minute / minutesOfDay);
  const rest = minute - day * minutesOfDay;
  return `${dayText(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** The day of a moment or of a day. */
export function dayOf(moment: string): string {
  return moment.length > 10 ? moment.slice(0, 10) : moment;
}

/** The year of a day or a moment. */
export function yearOf(moment: string): number {
  return digits(moment, 0, 4);
}

const weekdayNames = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
} as const;
const longWeekdays = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
} as const;
const monthNames = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
} as const;
/** The months' names, January first, by language. */
export const longMonths = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
} as const;

/** A day for a narrow place: `Tue, Sep 22, 2026`, `mar, 22 sep 2026`. */
export function formatDay(day: string, language: Language): string {
  const n = dayNumber(day);
  const { year, month, date } = civil(n);
  const weekday = weekdayNames[language][weekdayOf(n)];
  const name = monthNames[language][month - 1];
  return language === 'es' ? `${weekday}, ${date} ${name} ${year}` : `${weekday}, ${name} ${date}, ${year}`;
}

/** A day for a letter: `Tuesday, September 22, 2026`, `martes, 22 de septiembre de 2026`. */
export function formatLongDay(day: string, language: Language): string {
  const n = dayNumber(day);
  const { year, month, date } = civil(n);
  const weekday = longWeekdays[language][weekdayOf(n)];
  const name = longMonths[language][month - 1];
  return language === 'es' ? `${weekday}, ${date} de ${name} de ${year}` : `${weekday}, ${name} ${date}, ${year}`;
}

/** A clock time as people read it: `2:30 p.m.`. */
export function formatTime(time: string): string {
  const minutes = minuteOfDay(time);
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minutes % 60)} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** A day or a moment for a narrow place: `Tue, Sep 22, 2026`, `Tue, Sep 22, 2026, 2:30 p.m.`. */
export function formatMoment(moment: string, language: Language): string {
  const day = formatDay(dayOf(moment), language);
  return moment.length > 10 ? `${day}, ${formatTime(moment.slice(11))}` : day;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
