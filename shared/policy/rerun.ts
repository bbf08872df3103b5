import { formatMoment } from '../day';
import { formatPercent } from '../money';
import type { CompiledPack } from './compile';
import type { Determination } from './determination';
import { packFor } from './evaluate';
import { outcomeLabel } from './explain';
import type { Facts } from './facts';
import { withReadingsInForce } from './in-force';
import type { Pack } from './pack';

/** What a draft would make of a determination that was made before: the same, something else, or nothing, and then the field that it cannot read. */
export type Rerun =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly after: Determination }
  | { readonly kind: 'impossible'; readonly field: string; readonly message: string };

const same: Rerun = { kind: 'same' };

/**
 * Decides stored facts once more as if a draft were in force, `packs` being all versions with the draft among them; null where the draft is
 * not the version for this course, so that nothing would change for it. The facts and the determination stay as they are.
 */
export function rerun(
  stored: { readonly facts: Facts; readonly determination: Determination },
  draft: CompiledPack,
  packs: readonly CompiledPack[],
): Rerun | null {
  if (stored.facts.policy !== draft.id || packFor(stored.facts, packs) !== draft) return null;
  const facts = withReadingsInForce(stored.facts, [draft]);
  const [problem] = draft.problems(facts);
  if (problem !== undefined) return { kind: 'impossible', ...problem };
  const after = draft.evaluate(facts);
  return isSame(stored.determination, after) ? same : { kind: 'other', after };
}

/** Whether two determinations come to the same for the student and the office; a clause or a deadline that is worded anew does not count. */
export function isSame(a: Determination, b: Determination): boolean {
  return (
    a.outcome === b.outcome &&
    a.percent === b.percent &&
    a.refund === b.refund &&
    a.cancelled === b.cancelled &&
    a.withheld === b.withheld &&
    a.kept === b.kept &&
    a.effective === b.effective &&
    a.notation === b.notation &&
    a.missing.length === b.missing.length &&
    a.missing.every((name, i) => name === b.missing[i])
  );
}

/** What came out in a few words, with what tells it from the other where the words are the same. */
export function outcomeWords(own: Determination, pack: Pack, other: Determination | null): string {
  const label = outcomeLabel(own, pack, 'en');
  // A band is called by its own label, which a draft may leave as it was when it changes the percentage.
  if (own.percent !== null && own.percent !== other?.percent) return formatPercent(own.percent, 'en');
  if (other === null || own.outcome !== other.outcome) return label;
  if (own.effective !== other.effective && own.effective !== null)
    return `${label}, effective ${formatMoment(own.effective, 'en')}`;
  if (own.notation !== other.notation) return `${label}, notation ${own.notation}`;
  if (own.missing.length > 0) return `${label}: ${own.missing.join(', ')}`;
  return label;
}
