import { dayOf, formatLongDay, formatTime, type Language } from '../day';
import { weekdays, type Office } from '../register/office';

/** A day in full, as everything that a student reads has it: `Tuesday, September 22, 2026`; in Spanish without a comma, to stand in a sentence. */
export function sayDay(day: string, language: Language): string {
  const said = formatLongDay(day, language);
  return language === 'es' ? said.replace(', ', ' ') : said;
}

/** A day without its weekday: `September 22, 2026`. */
export function sayDate(day: string, language: Language): string {
  return formatLongDay(day, language).replace(/^[^,]*, /, '');
}

/** When something took effect, to follow its verb: `on Tuesday, September 22, 2026`, `at 5:00 p.m. on Tuesday, …`. */
export function sayWhen(moment: string, language: Language): string {
  const day = sayDay(dayOf(moment), language);
  if (moment.length === 10) return language === 'en' ? `on ${day}` : `el ${day}`;
  const time = formatTime(moment.slice(11));
  return language === 'en' ? `at ${time} on ${day}` : `a las ${time} del ${day}`;
}

/** A limit as it must be read: `by` a day that still counts, `before` the first moment that is too late. */
export function sayLimit(through: string, language: Language): string {
  const day = sayDay(dayOf(through), language);
  if (through.length === 10) return language === 'en' ? `by ${day}` : `a más tardar el ${day}`;
  const time = formatTime(through.slice(11));
  return language === 'en' ? `before ${time} on ${day}` : `antes de las ${time} del ${day}`;
}

/** First and last day as one stretch: `September 14 to November 16, 2026`. */
export function sayStretch(first: string, last: string, language: Language): string {
  if (first === last) return sayDate(first, language);
  const from = sayDate(first, language);
  const year = first.slice(0, 4);
  if (language === 'es')
    return `del ${from.replace(last.startsWith(year) ? ` de ${year}` : '', '')} al ${sayDate(last, language)}`;
  return `${from.replace(last.startsWith(year) ? `, ${year}` : '', '')} to ${sayDate(last, language)}`;
}

const weekdayNames: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

/** The office's hours in one line: `Monday to Friday, 8:00 a.m. to 5:00 p.m.` */
export function sayHours(hours: Office['hours'], language: Language): string {
  const runs: { from: number; to: number; hours: string }[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    const opening = hours[weekday];
    if (opening === undefined) continue;
    const [from, to] = opening.map(formatTime);
    const span = language === 'en' ? `${from} to ${to}` : `de ${from} a ${to}`;
    const last = runs.at(-1);
    if (last?.to === index - 1 && last.hours === span) last.to = index;
    else runs.push({ from: index, to: index, hours: span });
  }
  const name = (index: number): string => weekdayNames[language][index] ?? '';
  const join = language === 'en' ? [' to ', ', '] : [' a ', ', '];
  return runs
    .map((r) => `${r.from === r.to ? name(r.from) : `${name(r.from)}${join[0]}${name(r.to)}`}${join[1]}${r.hours}`)
    .join('; ');
}

/** Several things in a row: `a, b and c`. */
export function sayList(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${language === 'en' ? 'and' : 'y'} ${last}`;
}
