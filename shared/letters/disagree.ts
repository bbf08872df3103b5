import { dayOf } from '../day';
import type { LetterFields } from './fields';
import { petitionHeading, petitionWords } from './phrases';
import type { LetterSource } from './source';
import { sayDay } from './words';

/** The petition or appeal that came with the form, and the day that it came too late for. */
export function petitionFields(source: LetterSource): LetterFields['petition'] {
  const { facts, determination: d, madeOn, language } = source;
  const { decision } = facts;
  if (decision == null) return null;
  const final = d.steps.some((s) => s.rule === 'no-exception');
  const through = final ? lastRefundDay(source) : d.steps.find((s) => s.rule === 'petition-late')?.values['through'];
  return {
    heading: petitionHeading(decision.kind, language),
    what: petitionWords(decision.kind, language),
    received: sayDay(dayOf(decision.received ?? facts.notice?.received ?? madeOn), language),
    authority: decision.authority == null || decision.authority === '' ? null : decision.authority,
    limit: typeof through === 'string' ? sayDay(through, language) : null,
    final,
  };
}

/** The last day on which anything was refunded. */
function lastRefundDay({ determination }: LetterSource): string | null {
  const last = determination.deadlines.findLast((l) => l.id.startsWith('refund:') && (l.percent ?? 0) > 0);
  return last === undefined ? null : dayOf(last.through);
}

/**
 * The door that is still open, and no other: the policy's petition by its deadline as determined, its appeal where it has one without a day,
 * or none, where it says that nobody extends its date or says nothing of the sort.
 */
export function disagreeFields({ determination: d, pack, madeOn, language }: LetterSource): LetterFields['disagree'] {
  const door = pack.decisions.find((rule) => rule.read === 'instead' && rule.gives === 'percent');
  const form = pack.forms.find((f) => f.document === 'petition')?.title[language] ?? null;
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
