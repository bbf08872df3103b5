import type { Language } from '../day';
import { sayDay, sayLimit, sayList, sayWhen } from './words';
import { formatCents, formatPercent } from '../money';
import type { Determination, Moment } from '../policy/determination';
import { missingWords, outcomeLabel } from '../policy/explain';
import type { Pack } from '../policy/pack';
import type { ClosestAnswers } from '../policy/timeline';

/** What an answer over the telephone is made from: the course by its name, and the date that was asked about with which of the two it is. */
export type SpokenSource = {
  readonly determination: Determination;
  readonly pack: Pack;
  readonly closest: ClosestAnswers;
  readonly course: string;
  readonly on: Moment;
  readonly counts: 'received' | 'postmarked';
};

/** What the policy would say on that date, as it can be read out over the telephone: the answer first, then the nearest other ones, then what counts. */
export function sayAnswer(source: SpokenSource, language: Language): string {
  const { closest } = source;
  const say = language === 'en' ? english : spanish;
  const sentences = [
    `${say.condition(source)} ${say.answer(source)}`,
    closest.earlier === null ? '' : say.earlier(closest.earlier.through, formatCents(closest.earlier.refund)),
    closest.later === null ? '' : say.later(closest.later.from, formatCents(closest.later.refund)),
    say.counts,
  ];
  return (
    sentences
      .filter((s) => s !== '')
      .join(' ')
      // A sentence that ends with a time has its full stop already.
      .replaceAll('.m..', '.m.')
  );
}

type Phrases = {
  readonly condition: (source: SpokenSource) => string;
  readonly answer: (source: SpokenSource) => string;
  readonly earlier: (through: Moment, amount: string) => string;
  readonly later: (from: Moment, amount: string) => string;
  readonly counts: string;
};

const english: Phrases = {
  condition: (source) =>
    `${source.course}: if your request ${source.counts === 'postmarked' ? 'is postmarked' : 'reaches us'} ${sayWhen(source.on, 'en')},${later(source, (day) => ` so that it counts from ${sayDay(day, 'en')},`)}`,
  answer: ({ determination: d, pack }) => {
    const label = outcomeLabel(d, pack, 'en');
    switch (d.outcome) {
      case 'refund':
        return `you get ${formatCents(d.refund)} back${d.percent === null ? '' : `, ${formatPercent(d.percent, 'en')} of the fees you paid${d.withheld > 0 ? ` less ${formatCents(d.withheld)}` : ''}`} (${d.clause}).${cancelled(d, 'en')}`;
      case 'none':
        return `nothing is refunded (${d.clause}).${cancelled(d, 'en')}`;
      case 'incomplete':
      case 'petition-required':
        return `we cannot say yet: ${label}${d.missing.length === 0 ? '' : `; still needed: ${sayList(needs(d, 'en'), 'en')}`} (${d.clause}).`;
      default:
        return `the answer is: ${label} (${d.clause}).`;
    }
  },
  earlier: (through, amount) => `${capital(sayLimit(through, 'en'))} it would be ${amount}.`,
  later: (from, amount) => `From ${sayFrom(from, 'en')} on it would be ${amount}.`,
  counts: 'What counts is the written decision, once we have your request.',
};

const spanish: Phrases = {
  condition: (source) => {
    const when = sayWhen(source.on, 'es');
    const came =
      source.counts === 'postmarked'
        ? `lleva matasellos con fecha ${when.replace(/^el /, 'del ')}`
        : `nos llega ${when}`;
    return `${source.course}: si su solicitud ${came},${later(source, (day) => ` de modo que cuenta a partir del ${sayDay(day, 'es')},`)}`;
  },
  answer: ({ determination: d, pack }) => {
    const label = outcomeLabel(d, pack, 'es');
    switch (d.outcome) {
      case 'refund':
        return `se le devuelven ${formatCents(d.refund)}${d.percent === null ? '' : `, el ${formatPercent(d.percent, 'es')} de las cuotas que pagó${d.withheld > 0 ? ` menos ${formatCents(d.withheld)}` : ''}`} (${d.clause}).${cancelled(d, 'es')}`;
      case 'none':
        return `no hay reembolso (${d.clause}).${cancelled(d, 'es')}`;
      case 'incomplete':
      case 'petition-required':
        return `todavía no podemos decirlo: ${label}${d.missing.length === 0 ? '' : `; falta: ${sayList(needs(d, 'es'), 'es')}`} (${d.clause}).`;
      default:
        return `la respuesta es: ${label} (${d.clause}).`;
    }
  },
  earlier: (through, amount) => `${capital(sayLimit(through, 'es'))} serían ${amount}.`,
  later: (from, amount) => `A partir ${sayFrom(from, 'es')} serían ${amount}.`,
  counts: 'Lo que cuenta es la decisión por escrito, cuando tengamos su solicitud.',
};

/** That it counts only from a later day, where the office was closed. */
function later({ determination, on, counts }: SpokenSource, say: (day: string) => string): string {
  const day = determination.effective?.slice(0, 10) ?? null;
  return counts === 'received' && day !== null && day !== on.slice(0, 10) ? say(day) : '';
}

function needs(determination: Determination, language: Language): readonly string[] {
  return determination.missing.map((name) => missingWords(name, language));
}

function cancelled({ cancelled: cents }: Determination, language: Language): string {
  if (cents === 0) return '';
  return language === 'en'
    ? ` Of what you still owe, ${formatCents(cents)} is cancelled.`
    : ` De lo que aún debe se le cancelan ${formatCents(cents)}.`;
}

/** A beginning after its preposition: `Tuesday, September 29, 2026`, `del martes 29 de septiembre de 2026`. */
function sayFrom(from: Moment, language: Language): string {
  const when = sayWhen(from, language);
  if (language === 'en') return when.replace(/^(on|at) /, '');
  return when.replace(/^el /, 'del ').replace(/^a las /, 'de las ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
