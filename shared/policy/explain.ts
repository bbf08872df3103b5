import { formatCents, formatPercent } from '../money';
import { formatMoment, momentText, type Language } from '../day';
import { printBound } from './deadline';
import type { Determination, Step } from './determination';
import type { Pack } from './pack';
import type { Words } from './words';
import { english } from './phrases-en';
import { spanish } from './phrases-es';

/** One line of the worksheet in words: the clause it stands on, its sentence, the value at the right, and the clause's own words. */
export type ExplainedStep = {
  readonly clause: string;
  readonly rule: string;
  readonly text: string;
  readonly value: string;
  readonly quote: string;
};

/** What a phrase may say of a step: its values, read by kind and printed in the language. */
export type Said = {
  readonly cents: (name: string) => string;
  readonly percent: (name: string) => string;
  readonly moment: (name: string) => string;
  readonly minute: (name: string) => string;
  /** A limit (the first minute after it) as its last day, or as that moment. */
  readonly through: (name: string) => string;
  readonly words: (name: string) => string;
  readonly text: (name: string) => string;
  readonly number: (name: string) => number;
  /** Several days, one after the other. */
  readonly days: (name: string) => string;
  readonly list: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  readonly category: string;
};

/** A rule's sentence and the value beside it. */
export type Phrase = (said: Said) => { readonly text: string; readonly value: string };

/** The rules that have a phrase; both languages must have every one. */
export type Phrases = Readonly<Record<string, Phrase>>;

/** The worksheet's lines in words, in the order they were reasoned, with the clause behind each. */
export function explain(determination: Determination, pack: Pack, language: Language): readonly ExplainedStep[] {
  const phrases = language === 'es' ? spanish : english;
  return determination.steps.map((step) => {
    const citation = pack.clauses[step.clause];
    const phrase = phrases[step.rule];
    const said = phrase?.(sayOf(step, pack, language)) ?? { text: citation?.says[language] ?? step.rule, value: '' };
    // A sentence that ends with a time has its full stop already.
    const text = said.text.replaceAll('.m..', '.m.');
    return { clause: step.clause, rule: step.rule, text, value: said.value, quote: citation?.quote ?? '' };
  });
}

/** The label of what was decided, in the policy's own words: the band's, or the outcome's. */
export function outcomeLabel(determination: Determination, pack: Pack, language: Language): string {
  const { outcome, percent, clause } = determination;
  if (pack.cancelled !== null && clause === pack.cancelled.clause && outcome === 'refund')
    return pack.cancelled.label[language];
  if (outcome === 'refund' || outcome === 'none') {
    // A request that is not for money is called what it asks for, and not a refusal of money.
    const request = pack.decisions.find((d) => d.clause === clause && d.read === 'instead' && d.gives === 'nothing');
    if (request !== undefined) return request.label[language];
    for (const schedule of pack.schedules) {
      const band = schedule.bands.find((b) => b.clause === clause && b.percent === percent);
      if (band !== undefined) return band.label[language];
    }
    if (outcome === 'refund' && percent !== null) return formatPercent(percent, language);
  }
  return pack.outcomeLabels[outcome]?.[language] ?? outcome;
}

/** A missing fact in words, by the contract's name for it. */
export function missingWords(name: string, language: Language): string {
  const phrase = (language === 'es' ? spanish : english)[`missing:${name}`];
  return phrase?.(nothingSaid).text ?? name;
}

function sayOf(step: Step, pack: Pack, language: Language): Said {
  const value = (name: string): unknown => step.values[name];
  const text = (name: string): string => (typeof value(name) === 'string' ? String(value(name)) : '');
  const number = (name: string): number => (typeof value(name) === 'number' ? Number(value(name)) : 0);
  const category = pack.categories.find((c) => c.id === value('category'));
  return {
    cents: (name) => formatCents(number(name)),
    percent: (name) => formatPercent(number(name), language),
    moment: (name) => (text(name) === '' ? '' : formatMoment(text(name), language)),
    minute: (name) => dayOrMoment(number(name), language),
    through: (name) => throughWords(value(name), language),
    words: (name) => wordsOf(value(name), language),
    text,
    number,
    days: (name) =>
      Array.isArray(value(name))
        ? (value(name) as readonly string[]).map((day) => formatMoment(day, language)).join('; ')
        : '',
    list: (name) =>
      Array.isArray(value(name)) ? (value(name) as readonly string[]).map((item) => missingWords(item, language)) : [],
    has: (name) => value(name) !== null && value(name) !== undefined && value(name) !== false,
    category: category?.label[language] ?? '',
  };
}

function wordsOf(value: unknown, language: Language): string {
  return typeof value === 'object' && value !== null && 'en' in value && 'es' in value
    ? (value as Words)[language]
    : '';
}

function dayOrMoment(minute: number, language: Language): string {
  return Number.isFinite(minute)
    ? formatMoment(minute % 1440 === 0 ? momentText(minute).slice(0, 10) : momentText(minute), language)
    : '';
}

function throughWords(until: unknown, language: Language): string {
  if (typeof until !== 'number') return '';
  return formatMoment(printBound(until, false), language);
}

const nothingSaid: Said = {
  cents: () => '',
  percent: () => '',
  moment: () => '',
  minute: () => '',
  through: () => '',
  words: () => '',
  text: () => '',
  number: () => 0,
  days: () => '',
  list: () => [],
  has: () => false,
  category: '',
};
