import type { ReportAsked, ReportKind } from '../../../shared/contract/reports';
import { civil, dayNumber, dayText, monthsAfter } from '../../../shared/day';
import type { Term } from '../../../shared/register/office';
import { readDay, showDay, type DayContext } from '../../../shared/typed/day';

/** Which cases are to be counted, as it was typed and chosen. */
export type Chosen = {
  readonly from: string;
  readonly to: string;
  readonly termId: string | null;
  readonly policy: string | null;
};

/** Every case of the register. */
export const everything: Chosen = { from: '', to: '', termId: null, policy: null };

/** A period that is often asked for: what it is called and which fields it fills. */
export type Period = { readonly words: string; readonly chosen: Omit<Chosen, 'policy'> };

/** The periods to choose from at one press, as they are today; a term that does not exist is not offered. */
export function periodsOf(today: string, terms: readonly Term[], fiscalYearBegins: number): readonly Period[] {
  const begun = [...terms].filter((t) => t.begins <= today).sort((a, b) => (a.begins < b.begins ? 1 : -1));
  const [present, before] = begun;
  const year = fiscalYearOf(today, fiscalYearBegins);
  const fiscal = (words: string, first: number): Period => ({
    words,
    chosen: { from: showDay(dayText(first)), to: showDay(dayText(monthsAfter(first, 12) - 1)), termId: null },
  });
  const ofTerm = (words: string, term: Term | undefined): readonly Period[] =>
    term === undefined ? [] : [{ words, chosen: { from: '', to: '', termId: term.id } }];
  return [
    ...ofTerm('This term', present),
    ...ofTerm('Last term', before),
    fiscal('This fiscal year', year),
    fiscal('Last fiscal year', monthsAfter(year, -12)),
    { words: 'All so far', chosen: { from: '', to: '', termId: null } },
  ];
}

/** The first day of the fiscal year in which a day lies. */
function fiscalYearOf(day: string, begins: number): number {
  const { year, month } = civil(dayNumber(day));
  const first = month >= begins ? year : year - 1;
  return dayNumber(`${first}-${String(begins).padStart(2, '0')}-01`);
}

/** What a report is asked for, or the field that cannot be read with what is wrong; an empty problem is said by the field itself. */
export type AskedReading =
  | { readonly ok: true; readonly asked: ReportAsked }
  | { readonly ok: false; readonly field: 'from' | 'to'; readonly problem: string };

/** Reads what was typed and chosen. */
export function readAsked(kind: ReportKind, chosen: Chosen, days: DayContext): AskedReading {
  const from = dayTyped(chosen.from, days);
  const to = dayTyped(chosen.to, days);
  if (from === undefined) return { ok: false, field: 'from', problem: '' };
  if (to === undefined) return { ok: false, field: 'to', problem: '' };
  if (from !== null && to !== null && to < from)
    return { ok: false, field: 'to', problem: 'This day lies before the first one. Check both days.' };
  return { ok: true, asked: { kind, from, to, termId: chosen.termId, policy: chosen.policy } };
}

function dayTyped(text: string, days: DayContext): string | null | undefined {
  if (text.trim() === '') return null;
  const read = readDay(text, days);
  return read.kind === 'day' ? read.day : undefined;
}

/** Whether two reports are asked for the same thing. */
export function isSame(a: ReportAsked, b: ReportAsked): boolean {
  return a.kind === b.kind && a.from === b.from && a.to === b.to && a.termId === b.termId && a.policy === b.policy;
}
