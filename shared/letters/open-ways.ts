import { dayOf } from '../day';
import { formatPercent } from '../money';
import { askedOf } from '../policy/asked';
import { compile, type CompiledPack } from '../policy/compile';
import type { Pack } from '../policy/pack';
import type { LetterFields, SaidBy } from './fields';
import { missingWords } from './missing';
import type { LetterSource } from './source';
import { sayLimit } from './words';

const identityFacts = ['fullName', 'email', 'courseTitle', 'courseStart'] as const;

const compiled = new WeakMap<Pack, CompiledPack>();

/** The pack of a letter, compiled once for all that is asked of it. */
export function compiledOf(pack: Pack): CompiledPack {
  const known = compiled.get(pack) ?? compile(pack);
  compiled.set(pack, known);
  return known;
}

/** How a refund is asked for under the policy: by its form, in writing, or in any form. */
export function asksOf({ pack, facts }: LetterSource): LetterFields['asks'] {
  const { spoken, spokenChannels, documents } = pack.notice;
  if (spoken.length === 0 && spokenChannels.length === 0 && documents.length === 0) return 'request';
  return askedOf(compiledOf(pack), facts).documents.length > 0 ? 'form' : 'writing';
}

/** What a request must name, in words; nothing where the policy does not say. */
export function identityAsked({ pack, language }: LetterSource): readonly string[] {
  return pack.notice.identity === undefined ? [] : missingWords(identityFacts, pack, language).student;
}

/** The last day on which something is still refunded, from the letter's day on; a day that has passed is no use to anybody. */
export function nextFields(source: LetterSource): LetterFields['next'] {
  const { determination: d, madeOn, language, pack, facts } = source;
  const refunds = d.deadlines.filter((l) => l.id.startsWith('refund:') && (l.percent ?? 0) > 0);
  const ahead = refunds.find((l) => dayOf(l.through) >= madeOn);
  const follows = new Set<string>([...identityFacts, 'track']);
  const keeps = d.outcome === 'incomplete' && d.missing.length > 0 && d.missing.every((name) => follows.has(name));
  const open = d.outcome === 'incomplete' || d.outcome === 'not-official' || d.outcome === 'petition-required';
  return {
    state: keeps ? 'keeps' : ahead !== undefined ? 'ahead' : refunds.length > 0 ? 'past' : 'none',
    until: ahead === undefined ? null : sayLimit(ahead.through, language),
    percent: ahead === undefined ? null : formatPercent(ahead.percent ?? 0, language),
    officeHours: pack.notice.officeHours !== null,
    postmark: open && askedOf(compiledOf(pack), facts).postmark,
  };
}

/** What the student chose, and what the policy lets them do or warns them of after this decision; nothing where it says nothing. */
export function choiceFields({
  pack,
  facts,
  determination: d,
  choice,
  language,
}: LetterSource): LetterFields['choice'] {
  const { unenrollment, afterRefusal = [] } = pack.features ?? {};
  const say = ({ says, clause }: { says: Record<LetterSource['language'], string>; clause: string }): SaidBy => ({
    text: says[language],
    clause,
  });
  const settled = d.outcome === 'refund' || d.outcome === 'none';
  const free = facts.student?.track === 'audit';
  const may = unenrollment?.mayStayOnAudit;
  const leaves = choice === 'unenroll' && settled && facts.decision == null;
  return {
    made: settled ? choice : null,
    may: may !== undefined && d.outcome === 'refund' && !free ? say(may) : null,
    consequences: leaves
      ? [
          ...(unenrollment?.consequences ?? []),
          ...(unenrollment?.reinstatement === undefined ? [] : [unenrollment.reinstatement]),
        ].map(say)
      : [],
    options: d.outcome === 'none' ? afterRefusal.filter((o) => o.clause === d.clause).map(say) : [],
    free: free && settled && unenrollment?.auditOnly !== undefined && !leaves ? say(unenrollment.auditOnly) : null,
  };
}
