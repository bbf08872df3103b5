import { dayOf } from '../day';
import { petitionFormOf } from '../policy/asked';
import type { LetterFields } from './fields';
import type { LetterSource } from './source';
import { sayDay } from './words';

/** The last day on which anything was refunded. */
export function lastRefundDay({ determination }: Pick<LetterSource, 'determination'>): string | null {
  const last = determination.deadlines.findLast((l) => l.id.startsWith('refund:') && (l.percent ?? 0) > 0);
  return last === undefined ? null : dayOf(last.through);
}

/**
 * The door that is still open, and no other: the policy's petition by its deadline as determined, its appeal where it has one without a day,
 * or none, where it says that nobody extends its date or says nothing of the sort.
 */
export function disagreeFields({ determination: d, pack, madeOn, language }: LetterSource): LetterFields['disagree'] {
  const door = pack.decisions.find((rule) => rule.read === 'instead' && rule.gives === 'percent');
  const form = petitionFormOf(pack)?.title[language] ?? null;
  const said = (clause: string) => ({ clause, says: pack.clauses[clause]?.says[language] ?? null });
  const none = { form, until: null, clause: null, says: null };
  if (door === undefined) {
    const final = pack.schedules.flatMap((s) => s.bands).find((band) => band.final === true);
    return final === undefined ? { ...none, state: 'none' } : { ...none, state: 'final', ...said(final.clause) };
  }
  if (door.receivedBy === undefined) return { ...none, state: 'appeal', ...said(door.clause) };
  const deadline = d.deadlines.find((l) => l.id === 'petition');
  if (deadline === undefined || form === null) return { ...none, state: 'unlimited' };
  const day = dayOf(deadline.through);
  return { ...none, ...said(door.clause), state: day >= madeOn ? 'open' : 'closed', until: sayDay(day, language) };
}
