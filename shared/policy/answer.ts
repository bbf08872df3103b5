import type { Amounts } from './amounts';
import type { CourseTime } from './course-time';
import type { Notation, Outcome, Step } from './determination';
import type { Facts } from './facts';
import type { Effective, NoticeAnswer } from './notice';
import type { Readings } from './readings';
import type { Rules } from './rules';

/** What the policy answers, before it is set down as a determination; amounts in cents. */
export type Answer = Amounts & {
  readonly outcome: Outcome;
  readonly percent: number | null;
  readonly clause: string;
  readonly notation: Notation;
  readonly effective: Effective | null;
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
};

/** Everything one answer is reasoned from. `steps` is null where nobody reads the working. */
export type Case = {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly course: CourseTime;
  readonly readings: Readings;
  readonly steps: Step[] | null;
  /** The notice once it has been read, so that another reading that has no bearing on it need not read it again. */
  readonly seen: { notice: NoticeAnswer | null };
};

/** A notice that counts: when the drop takes effect, and what the office should look at. */
export type Counted = { readonly effective: Effective; readonly cautions: readonly string[] };

/** A case without a notice that counts. */
export const uncounted: { readonly effective: null; readonly cautions: readonly string[] } = {
  effective: null,
  cautions: [],
};

const nothing: readonly string[] = [];

/** The contract's order of what an incomplete notice or petition still needs. */
const missingOrder = [
  'notice',
  'drop-form',
  'add-drop-form',
  'fee-bill-receipt',
  'fullName',
  'email',
  'courseTitle',
  'courseStart',
  'track',
  'term-begins',
  'starts',
  'ends',
  'meetings',
  'meeting-times',
  'paid-on',
  'refund-window',
  'reason',
  'instructor',
  'chair',
  'percent',
  'authority',
  'federal',
];

/** A percentage given: `refund` above 0, `none` at 0. */
export function paid(
  counted: Counted | typeof uncounted,
  clause: string,
  percent: number,
  { refund, cancelled, withheld }: Amounts,
  notation: Notation = 'none',
): Answer {
  return {
    outcome: percent > 0 ? 'refund' : 'none',
    percent,
    refund,
    cancelled,
    withheld,
    clause,
    notation,
    effective: counted.effective,
    missing: nothing,
    cautions: counted.cautions,
  };
}

/** An outcome other than money. Where the student has not dropped officially, with the warning that this fails the course. */
export function stopped(
  own: Case,
  counted: Counted | typeof uncounted,
  outcome: Outcome,
  clause: string,
  missing: readonly string[] = nothing,
): Answer {
  const { rules, facts, steps } = own;
  const { failingClause } = rules.pack;
  const unofficial =
    outcome === 'not-official' ||
    outcome === 'petition-required' ||
    (outcome === 'incomplete' && facts.notice !== null && facts.notice !== undefined);
  const fails = unofficial && failingClause !== null && rules.categories.get(facts.course.category)?.failing === true;
  if (fails) steps?.push({ clause: failingClause, rule: 'failing-grade', values: {} });
  return {
    outcome,
    percent: null,
    refund: 0,
    cancelled: 0,
    withheld: 0,
    clause,
    notation: fails ? 'F-warning' : 'none',
    effective: outcome === 'incomplete' ? null : counted.effective,
    missing: missing.length < 2 ? missing : inOrder(missing),
    cautions: counted.cautions,
  };
}

/** A case that cannot be decided until these facts are known. */
export function lacking(own: Case, counted: Counted, clause: string, missing: readonly string[]): Answer {
  const named = inOrder(missing);
  own.steps?.push({ clause, rule: 'facts-missing', values: { missing: named } });
  return stopped(own, counted, 'incomplete', clause, named);
}

function inOrder(missing: readonly string[]): readonly string[] {
  return [...new Set(missing)].sort((a, b) => missingOrder.indexOf(a) - missingOrder.indexOf(b));
}
