import type { Language } from '../day';
import { formatCents, formatPercent } from '../money';
import type { Determination } from '../policy/determination';
import type { SumRow } from './fields';
import { sumWords, withheldWords } from './phrases';
import type { LetterSource } from './source';
import { sayDate } from './words';

/** The table of a letter: what was paid, the rate, what is kept, the refund, and what becomes of fees still due. */
export function sumRows({
  facts,
  determination: d,
  language,
  petition,
}: Pick<LetterSource, 'facts' | 'determination' | 'language' | 'petition'>): readonly SumRow[] {
  const words = sumWords[language];
  const rows: SumRow[] = [];
  const add = (label: string, value: string, total = false): void => void rows.push({ label, value, total });
  const { assessed, collected } = facts.fees;
  const { payable, appliedToBalance, stillDue } = d.settlement;
  const due = assessed > collected;
  if (due) add(words.charged, formatCents(assessed));
  add(words.collected, formatCents(collected));
  if (d.percent !== null && petition?.decision?.byAmount !== true) add(words.rate, formatPercent(d.percent, language));
  if (d.withheld > 0) add(words.less(withheldOf(d, language)), formatCents(-d.withheld));
  const against = petition?.step === 'decided' ? petition.against : null;
  if (against !== null && against.refund !== d.refund)
    add(words.before(sayDate(against.on, language)), formatCents(against.refund));
  add(words.refund, formatCents(d.refund), true);
  if (due) add(words.cancelled, formatCents(d.cancelled));
  if (appliedToBalance > 0) {
    add(words.applied, formatCents(appliedToBalance));
    add(words.payable, formatCents(payable));
  }
  if (due) add(words.stillDue, formatCents(stillDue));
  return rows;
}

/** What was kept, in words. */
export function withheldOf(determination: Determination, language: Language): string {
  return withheldWords(determination.steps.find((s) => s.rule === 'withheld')?.values['source'], language);
}
