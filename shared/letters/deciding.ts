import { dayText, minutesOfDay, momentText, type Language } from '../day';
import { formatPercent } from '../money';
import type { Determination, Step } from '../policy/determination';
import { sayDay, sayWhen } from './words';

/** How a fact is told in one language; each gives a sentence. */
type Telling = {
  readonly moved: (why: string) => string;
  readonly began: (on: string, before: boolean) => string;
  readonly arranged: (on: string) => string;
  readonly limit: (on: string, inside: boolean) => string;
  readonly share: (elapsed: string, limit: string, inside: boolean) => string;
};

const tellings: Record<Language, Telling> = {
  en: {
    moved: (why) =>
      `It came ${why === 'closed' ? 'on a day our office is closed' : why === 'before-opening' ? 'before our office opened' : 'after our office had closed'}, so it counts from the next opening.`,
    began: (on, before) => `The course began ${on}; your drop took effect ${before ? 'before' : 'after'} that.`,
    arranged: (on) => `An arranged course counts as begun with the term, ${on}.`,
    limit: (on, inside) => `The limit for this was ${on}; your form came ${inside ? 'in time' : 'after it'}.`,
    share: (elapsed, limit, inside) =>
      `When your drop took effect, ${elapsed} of the course time had elapsed, which is ${inside ? 'less than' : 'not less than'} ${limit}.`,
  },
  es: {
    moved: (why) =>
      `Llegó ${why === 'closed' ? 'un día en que nuestra oficina está cerrada' : why === 'before-opening' ? 'antes de que abriera nuestra oficina' : 'después del cierre de nuestra oficina'}, por lo que cuenta desde la siguiente apertura.`,
    began: (on, before) => `El curso comenzó ${on}; su baja surte efecto ${before ? 'antes' : 'después'} de eso.`,
    arranged: (on) => `Un curso concertado se considera iniciado con el periodo, ${on}.`,
    limit: (on, inside) => `El límite para esto fue ${on}; su formulario llegó ${inside ? 'a tiempo' : 'después'}.`,
    share: (elapsed, limit, inside) =>
      `Cuando su baja surtió efecto había transcurrido el ${elapsed} del tiempo del curso, ${inside ? 'menos del' : 'no menos del'} ${limit}.`,
  },
};

/** The facts that decided, from the determination's own steps: when it counts and why, and on which side of the limit it lay. Null where the clause says it all. */
export function decidingFacts(determination: Determination, language: Language): string | null {
  const telling = tellings[language];
  const { steps, outcome } = determination;
  const sentences: string[] = [];
  const moved = steps.find((s) => s.rule === 'moved-to-opening');
  if (moved !== undefined) sentences.push(telling.moved(String(moved.values['why'])));
  if (outcome === 'refund' || outcome === 'none' || outcome === 'petition-required') {
    const begins = steps.find((s) => s.rule === 'course-begins');
    const bands = steps.filter((s) => 'inside' in s.values);
    const last = bands.at(-1);
    if (begins?.values['arranged'] === true && begins.values['withTerm'] === true)
      sentences.push(telling.arranged(on(begins.values['begins'], language)));
    if (last !== undefined) sentences.push(side(last, begins, telling, language));
  }
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** On which side of its limit the drop lay. */
function side(band: Step, begins: Step | undefined, telling: Telling, language: Language): string {
  const inside = band.values['inside'] === true;
  const { part, whole, limit, until } = band.values;
  if (typeof part === 'number' && typeof whole === 'number' && whole > 0 && typeof limit === 'number') {
    return telling.share(formatPercent(tenths(part, whole, limit), language), formatPercent(limit, language), inside);
  }
  if (band.rule === 'before-begin') return telling.began(on(begins?.values['begins'] ?? until, language), inside);
  return telling.limit(through(until, language), inside);
}

/** A share of course time in tenths of a percent, never rounded across the limit it is compared with. */
function tenths(part: number, whole: number, limit: number): number {
  const exact = (part / whole) * 100;
  const near = Math.round(exact * 10) / 10;
  return exact < limit && near >= limit ? Math.floor(exact * 10) / 10 : near;
}

/** When something began: a day where it begins with the day. */
function on(minute: unknown, language: Language): string {
  const at = Number(minute);
  return sayWhen(at % minutesOfDay === 0 ? dayText(at / minutesOfDay) : momentText(at), language);
}

/** When something ended: the day before where the limit is a day's beginning. */
function through(minute: unknown, language: Language): string {
  const at = Number(minute);
  if (at % minutesOfDay === 0)
    return language === 'en'
      ? `the end of ${sayDay(dayText(at / minutesOfDay - 1), language)}`
      : `el final del ${sayDay(dayText(at / minutesOfDay - 1), language)}`;
  return sayWhen(momentText(at), language).replace(/^at |^a /, '');
}
