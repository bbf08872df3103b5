import type { Determination } from '../policy/determination';
import type { Facts } from '../policy/facts';
import type { Pack } from '../policy/pack';
import type { LetterType } from './template';

/** Which letter tells of this determination. */
export function letterTypeOf(facts: Facts, determination: Determination, pack: Pack): LetterType {
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
