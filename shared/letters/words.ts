import { weekdays, type Office } from '../register/office';
import type { LetterLanguage } from './template';

const locales: Record<LetterLanguage, string> = { en: 'en-US', es: 'es-US' };

/** A day in full, as everything that a student reads has it: `Tuesday, September 22, 2026`. */
export function sayDay(day: string, language: LetterLanguage): string {
  const said = formatted(day, language, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  // Inside a Spanish sentence the weekday takes no comma: `el martes 22 de septiembre`.
  return language === 'es' ? said.replace(', ', ' ') : said;
}

/** A day without its weekday: `September 22, 2026`. */
export function sayDate(day: string, language: LetterLanguage): string {
  return formatted(day, language, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** A day or a moment (`YYYY-MM-DDTHH:MM`) in full: `Tuesday, September 22, 2026, at 5:00 p.m.` */
export function sayMoment(moment: string, language: LetterLanguage): string {
  const day = sayDay(moment.slice(0, 10), language);
  if (moment.length === 10) return day;
  return language === 'en' ? `${day}, at ${sayTime(moment.slice(11), language)}` : `${day} a las ${sayTime(moment.slice(11), language)}`;
}

/** A clock time (`HH:MM`) as letters have it: `5:00 p.m.` */
export function sayTime(time: string, language: LetterLanguage): string {
  const hour = Number(time.slice(0, 2));
  const half = hour < 12 ? 'a' : 'p';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${language === 'en' ? `${half}.m.` : `${half}. m.`}`;
}

/** First and last day as one stretch: `September 14 to November 16, 2026`. */
export function sayStretch(first: string, last: string, language: LetterLanguage): string {
  if (first === last) return sayDate(first, language);
  const short = first.slice(0, 4) === last.slice(0, 4);
  const from = short ? formatted(first, language, { month: 'long', day: 'numeric' }) : sayDate(first, language);
  return language === 'en' ? `${from} to ${sayDate(last, language)}` : `del ${from} al ${sayDate(last, language)}`;
}

/** The office's hours in one line: `Monday to Friday, 8:00 a.m. to 5:00 p.m.` */
export function sayHours(hours: Office['hours'], language: LetterLanguage): string {
  const runs: { from: string; to: string; hours: string }[] = [];
  let unbroken = false;
  for (const [index, weekday] of weekdays.entries()) {
    const opening = hours[weekday];
    if (opening === undefined) {
      unbroken = false;
      continue;
    }
    const name = weekdayName(index, language);
    const span = language === 'en' ? `${sayTime(opening[0], language)} to ${sayTime(opening[1], language)}` : `de ${sayTime(opening[0], language)} a ${sayTime(opening[1], language)}`;
    const last = runs.at(-1);
    if (unbroken && last?.hours === span) last.to = name;
    else runs.push({ from: name, to: name, hours: span });
    unbroken = true;
  }
  const between = language === 'en' ? ' to ' : ' a ';
  return runs.map((r) => `${r.from === r.to ? r.from : `${r.from}${between}${r.to}`}${language === 'en' ? ', ' : ' '}${r.hours}`).join('; ');
}

/** Several things in a row: `a, b and c`. */
export function sayList(items: readonly string[], language: LetterLanguage): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${language === 'en' ? 'and' : 'y'} ${last}`;
}

function weekdayName(index: number, language: LetterLanguage): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index));
}

function formatted(day: string, language: LetterLanguage, options: Intl.DateTimeFormatOptions): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, date));
}
