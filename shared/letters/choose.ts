import type { Determination } from '../policy/determination';
import type { Facts } from '../policy/facts';
import type { Pack } from '../policy/pack';
import type { LetterSource } from './source';
import type { LetterType } from './template';
import type { PetitionTold } from './told';

/** Which letter tells of this: of a letter sent in error, of another case that decided already, of the form's receipt, of what the student did with it, of a petition's step, else of the determination. */
export function letterTypeOf(
  source: Pick<
    LetterSource,
    'facts' | 'determination' | 'pack' | 'withdrawn' | 'petition' | 'instead' | 'receipt' | 'earlier'
  >,
): LetterType {
  const { facts, determination, pack, withdrawn, petition, instead } = source;
  if (withdrawn) return 'withdrawn';
  if (source.earlier !== null) return 'duplicate';
  if (source.receipt) return 'received';
  if (instead !== null) return instead.kind === 'withdrawn' ? 'drop-withdrawn' : 'section-changed';
  if (petition === null) return determinedType(facts, determination, pack);
  switch (petition.step) {
    case 'received':
      return 'petition-received';
    case 'returned':
      return 'petition-returned';
    case 'withdrawn':
      return 'petition-withdrawn';
    case 'decided':
      return decidedType(petition, determination, pack);
  }
}

/** Whether the policy lets nobody change its last day, by a petition or an appeal of any kind. */
export function isFinal({ schedules }: Pick<Pack, 'schedules'>): boolean {
  return schedules.some((s) => s.bands.some((band) => band.final === true));
}

/** Which letter tells of a decision: by what was asked and what was said, whatever clause the amount comes from. */
function decidedType({ kind, decision }: PetitionTold, { refund }: Determination, pack: Pack): LetterType {
  const verdict = decision?.verdict ?? 'denied';
  if (verdict === 'late' || (verdict === 'denied' && refund === 0 && isFinal(pack))) return 'refused';
  switch (kind) {
    case 'late-drop':
      return verdict === 'denied' ? 'late-drop-denied' : 'late-drop-granted';
    case 'reinstatement':
      return verdict === 'denied' ? 'not-reinstated' : 'reinstated';
    case 'retroactive':
    case 'appeal':
      return verdict === 'denied' ? 'petition-denied' : verdict === 'granted' ? 'petition-granted' : 'petition-in-part';
  }
}

/** Which letter tells of this determination. */
function determinedType(facts: Facts, determination: Determination, pack: Pack): LetterType {
  const { outcome } = determination;
  switch (outcome) {
    case 'refer':
    case 'federal':
    case 'refused':
    case 'incomplete':
    case 'not-official':
    case 'petition-required':
      return outcome;
    case 'refund':
    case 'none':
      return settled(facts, determination, pack);
  }
}

function settled(facts: Facts, { clause, percent, refund, withheld }: Determination, pack: Pack): LetterType {
  if (facts.course.cancelledOn != null && clause === pack.cancelled?.clause) return 'class-cancelled';
  const decision = pack.decisions.find((d) => d.kind === facts.decision?.kind);
  if (decision?.read === 'instead' && decision.gives === 'nothing' && decision.clause === clause)
    return reinstatement(facts.decision?.percent ?? null);
  if (decision?.read === 'instead' && decision.gives === 'percent' && decision.clause === clause) {
    return (percent ?? 0) > 0 ? 'petition-granted' : 'petition-denied';
  }
  if (decision?.read === 'by-band') {
    const bands = pack.schedules.flatMap((s) => s.bands);
    if (bands.some((b) => b.petition?.decision === decision.kind && b.clause === clause)) return 'late-drop-granted';
  }
  // A figure of the federal worksheet has no percentage.
  if (percent === null) return refund > 0 ? 'partial' : 'none';
  if (percent === 0) return 'none';
  if (percent < 100) return 'partial';
  return withheld > 0 ? 'full-less' : 'full';
}

/** How a request to be enrolled again stands: granted in any part, refused, or not decided yet. */
function reinstatement(percent: number | null): LetterType {
  if (percent === null) return 'reinstatement-received';
  return percent > 0 ? 'reinstated' : 'not-reinstated';
}
