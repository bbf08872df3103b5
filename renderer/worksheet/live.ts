import type { Problem } from '../../shared/errors';
import { formatMoment } from '../../shared/day';
import { formatCents } from '../../shared/money';
import type { Determination } from '../../shared/policy/determination';
import type { CompiledPack } from '../../shared/policy/compile';
import { evaluate, packFor } from '../../shared/policy/evaluate';
import { explain, outcomeLabel, type ExplainedStep } from '../../shared/policy/explain';
import type { Facts } from '../../shared/policy/facts';
import { withReadingsInForce } from '../../shared/policy/in-force';
import { byOtherDate } from '../../shared/policy/other-date';
import type { ClosestAnswers, Timeline } from '../../shared/policy/timeline';
import { closestAnswers, timelineOf } from '../../shared/policy/timeline-of';

/** A determination with all that the worksheet shows of it. */
export type Worksheet = {
  readonly determination: Determination;
  readonly label: string;
  readonly lines: readonly ExplainedStep[];
  readonly timeline: Timeline | null;
  readonly closest: ClosestAnswers;
  /** Where the other of the two dates would have given another answer: the sentence that says so. */
  readonly otherDate: string | null;
};

/** What the worksheet shows beside a form: a determination, what is still missing for one, or why the policy cannot make one. */
export type Live =
  | { readonly kind: 'waiting'; readonly missing: readonly Problem[]; readonly timeline: Timeline | null }
  | { readonly kind: 'decided'; readonly worksheet: Worksheet }
  | { readonly kind: 'impossible'; readonly problems: readonly Problem[] };

/** Decides the facts as the register will, and explains it. Pure and quick: it runs at every keystroke. */
export function decideLive(given: Facts, packs: readonly CompiledPack[]): Live {
  const facts = withReadingsInForce(given, packs);
  const decided = evaluate(facts, packs);
  if ('problems' in decided) return { kind: 'impossible', problems: decided.problems };
  return { kind: 'decided', worksheet: worksheetOf(decided.determination, facts, decided.pack) };
}

/** Why the policy cannot decide a case, in a sentence for the clerk: what is wrong, and where it is mended. */
export function impossibleWords({ field, message }: Problem): string {
  if (field === 'policy')
    return 'The policy of this course is not one this office has. Open the course and choose its policy.';
  if (field === 'course.category')
    return 'The category of this course is not one its policy covers. Open the course and choose its category.';
  if (field.startsWith('readings.'))
    return `The office’s choice for “${field.slice(9)}” ${message}. Choose another under Policies.`;
  return `The policy cannot read this case: ${field} ${message}.`;
}

/** Which of the two dates counts, and the day it counts from where that is a later one (the office was closed). */
export type Effective = { readonly field: 'received' | 'postmarked'; readonly from: string | null };

/** The date that counts, for the line under its field; null while nothing is decided. */
export function effectiveField(live: Live, received: string | null): Effective | null {
  if (live.kind !== 'decided') return null;
  const { determination, lines } = live.worksheet;
  const day = determination.effective?.slice(0, 10);
  if (day === undefined) return null;
  if (lines.some((line) => line.rule === 'effective-postmarked')) return { field: 'postmarked', from: null };
  return { field: 'received', from: day === received ? null : day };
}

/** The timeline of a course before anything else is known; null where its policy draws none. */
export function courseTimeline(given: Facts, packs: readonly CompiledPack[]): Timeline | null {
  const facts = withReadingsInForce(given, packs);
  const pack = packFor(facts, packs);
  return pack === null || pack.problems(facts).length > 0 ? null : timelineOf(pack, facts, null);
}

/** The worksheet of a determination that was made before, from its own facts; null where its policy is not one of this app's. */
export function keptWorksheet(
  determination: Determination,
  facts: Facts,
  packs: readonly CompiledPack[],
): Worksheet | null {
  const pack = packs.find((p) => p.id === determination.policy && p.version === determination.version);
  return pack === undefined ? null : worksheetOf(determination, facts, pack);
}

function worksheetOf(determination: Determination, facts: Facts, pack: CompiledPack): Worksheet {
  return {
    determination,
    label: outcomeLabel(determination, pack.pack, 'en'),
    lines: explain(determination, pack.pack, 'en'),
    timeline: timelineOf(pack, facts, determination),
    closest: closestAnswers(pack, facts, determination),
    otherDate: otherDateWords(determination, facts, pack),
  };
}

/** What the date that does not count would have given, where that is something else. */
function otherDateWords(determination: Determination, facts: Facts, pack: CompiledPack): string | null {
  const found = byOtherDate(determination, facts, pack);
  if (found === null) return null;
  const { determination: other, date } = found;
  if (
    other.outcome === determination.outcome &&
    other.refund === determination.refund &&
    other.cancelled === determination.cancelled
  )
    return null;
  const answer =
    other.outcome === 'refund' || other.outcome === 'none'
      ? formatCents(other.refund)
      : outcomeLabel(other, pack.pack, 'en');
  return date === 'postmarked'
    ? `By postmark this would be ${answer}; this policy uses the date received.`
    : `By receipt (${formatMoment(facts.notice?.received ?? '', 'en')}) this would be ${answer}; this policy uses the postmark.`;
}
