import { dayText, minutesOfDay, momentText, type Language } from '../day';
import { formatPercent } from '../money';
import type { Determination, Step } from '../policy/determination';
import { sayDay, sayWhen } from './words';

/** How a fact is told in one language; each gives a sentence. */
type Telling = {
  readonly moved: (why: string) => string;
  readonly began: (on: string, before: boolean) => string;
  readonly arranged: (on: string) => string;
  readonly limit: (on: string, inside: boolean, request: boolean) => string;
  readonly share: (elapsed: string, limit: string, side: 'less' | 'exactly' | 'more') => string;
};

const tellings: Record<Language, Telling> = {
  en: {
    moved: (why) =>
      `It came ${why === 'closed' ? 'on a day our office is closed' : why === 'before-opening' ? 'before our office opened' : 'after our office had closed'}, so it counts from the next opening.`,
    began: (on, before) => `The course began ${on}; your drop took effect ${before ? 'before that' : 'then or later'}.`,
    arranged: (on) => `An arranged course counts as begun with the term, ${on}.`,
    limit: (on, inside, request) =>
      `The limit for this was ${on}; your ${request ? 'request' : 'form'} came ${inside ? 'in time' : 'after it'}.`,
    share: (elapsed, limit, side) =>
      `When your drop took effect, ${elapsed} of the course time had elapsed, which is ${side === 'exactly' ? 'exactly the limit of' : `${side} than`} ${limit}.`,
  },
  es: {
    moved: (why) =>
      `Llegó ${why === 'closed' ? 'un día en que nuestra oficina está cerrada' : why === 'before-opening' ? 'antes de que abriera nuestra oficina' : 'después del cierre de nuestra oficina'}, por lo que cuenta desde la siguiente apertura.`,
    began: (on, before) =>
      `El curso comenzó ${on}; su baja surte efecto ${before ? 'antes de eso' : 'en ese momento o después'}.`,
    arranged: (on) => `Un curso concertado se considera iniciado con el periodo, ${on}.`,
    limit: (on, inside, request) =>
      `El límite para esto fue ${on}; su ${request ? 'solicitud' : 'formulario'} llegó ${inside ? 'a tiempo' : 'después'}.`,
    share: (elapsed, limit, side) =>
      `Cuando su baja surtió efecto había transcurrido el ${elapsed} del tiempo del curso, ${side === 'exactly' ? 'exactamente el límite del' : side === 'less' ? 'menos del' : 'más del'} ${limit}.`,
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
    const request = steps.some((s) => s.rule === 'notice-any-form');
    const lay = last === undefined ? null : sideOf(last, begins, telling, request, language);
    if (lay !== null) sentences.push(lay);
  }
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** On which side of its limit the drop lay; null where the limit never comes. */
function sideOf(
  band: Step,
  begins: Step | undefined,
  telling: Telling,
  request: boolean,
  language: Language,
): string | null {
  const inside = band.values['inside'] === true;
  const { part, whole, limit, until } = band.values;
  if (typeof part === 'number' && typeof whole === 'number' && whole > 0 && typeof limit === 'number') {
    const side = part * 100 < limit * whole ? 'less' : part * 100 > limit * whole ? 'more' : 'exactly';
    return telling.share(formatPercent(tenths(part, whole, side), language), formatPercent(limit, language), side);
  }
  if (band.rule === 'before-begin') return telling.began(on(begins?.values['begins'] ?? until, language), inside);
  return typeof until === 'number' ? telling.limit(through(until, language), inside, request) : null;
}

/** A share of course time in tenths of a percent, rounded away from the limit it is compared with, never across or onto it. */
function tenths(part: number, whole: number, side: 'less' | 'exactly' | 'more'): number {
  // Multiplied first: whole numbers divide without a trace of the computer's fractions.
  const tenth = (part * 1000) / whole;
  return (side === 'less' ? Math.floor(tenth) : side === 'more' ? Math.ceil(tenth) : Math.round(tenth)) / 10;
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
