import type { PetitionDecision } from '../../../shared/register/petition';
import { readDay, sayDay, type DayContext } from '../../../shared/typed/day';
import { readMoney } from '../../../shared/typed/money';

/** A decision as typed. `by` says whether a grant is typed as a percentage or as an amount. */
export type DecisionTexts = {
  readonly verdict: PetitionDecision['verdict'];
  readonly by: 'percent' | 'amount';
  readonly percent: string;
  readonly amount: string;
  readonly authority: string;
  readonly reason: string;
  readonly on: string;
};

/** A decision as read; null while something of it is missing or cannot be read, each said by its field. */
export type DecisionRead = {
  readonly decision: PetitionDecision | null;
  readonly problems: Readonly<Record<string, string>>;
};

/** Reads a decision. `sets`: whether a grant sets a percentage or an amount; a late drop or a reinstatement is granted whole. */
export function readDecision(texts: DecisionTexts, sets: boolean, days: DayContext): DecisionRead {
  const problems: Record<string, string> = {};
  const grants = sets && texts.verdict !== 'denied';
  let percent: number | null = null;
  let cents: number | null = null;
  if (grants && texts.by === 'percent') {
    const typed = texts.percent.trim().replace(/\s*%$/, '');
    if (typed === '') problems['percent'] = 'The percentage is missing. Type it, or choose an amount.';
    else if (!/^(100|\d{1,2}(\.\d+)?)$/.test(typed))
      problems['percent'] = `“${texts.percent.trim()}” is not a percentage from 0 to 100.`;
    else percent = Number(typed);
  }
  if (grants && texts.by === 'amount') {
    const read = readMoney(texts.amount);
    if (read.kind === 'empty') problems['cents'] = 'The amount is missing. Type it, or choose a percentage.';
    if (read.kind === 'wrong') problems['cents'] = read.message;
    if (read.kind === 'cents') cents = read.cents;
  }
  const day = readDay(texts.on, days);
  if (day.kind === 'empty') problems['on'] = 'The date is missing. Type it like 9/22, or t for today.';
  if (day.kind === 'wrong') problems['on'] = day.message;
  if (day.kind === 'ambiguous')
    problems['on'] = `This could be ${[day.day, ...day.others].map(sayDay).join(' or ')}. Type it with slashes.`;
  if (texts.authority.trim() === '') problems['authority'] = 'Who decided is missing. Type the name or the committee.';
  if (day.kind !== 'day' || Object.keys(problems).length > 0) return { decision: null, problems };
  return {
    decision: {
      verdict: texts.verdict,
      percent,
      cents,
      authority: texts.authority.trim(),
      reason: texts.reason.trim(),
      on: day.day,
    },
    problems,
  };
}
