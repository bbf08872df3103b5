import type { Failure } from '../../shared/errors';
import { mayBeTold } from '../../shared/register/approval';
import type { FoldedCase } from '../../shared/register/fold-case';

/** Why a case's determination is not told to the student yet; null where it needs no second person, or was approved. */
export function untold({ number, approval, said, present }: FoldedCase): Failure | null {
  if (mayBeTold(approval)) return null;
  if (approval === 'waiting') {
    return {
      kind: 'wrong-state',
      message: `${number} waits for approval: it is above the amount that one person decides.`,
      next: 'Its letter can be made once a supervisor has approved it.',
    };
  }
  const last = said.findLast((s) => s.what === 'returned' && s.determinationSeq === present?.seq);
  return {
    kind: 'wrong-state',
    message: `${number} was returned: ${last?.note ?? ''}`,
    next: 'Correct it or decide it again; its letter can be made once that is approved.',
  };
}
