import { formatDay } from '../day';
import { doubtsOf, type Doubt } from '../policy/doubts';
import type { Moment } from '../policy/determination';
import { packFor } from '../policy/evaluate';
import { missingWords } from '../policy/explain';
import { withReadingsInForce } from '../policy/in-force';
import type { CompiledPack } from '../policy/compile';
import { courseDays, type Course } from '../register/course';
import { courseOnlyFacts } from '../register/facts';
import type { Office, Term } from '../register/office';
import type { SetDeadline } from '../register/set-deadline';
import { sayAll, sayThrough } from './sheet-words';

/** One deadline on a course's sheet. */
export type SheetRow = {
  /** The deadline's id in the policy; where a course has two of one id, the later ones carry their number: `refund:0 2`. */
  readonly deadline: string;
  readonly label: string;
  /** The limit as it is published; null where it cannot be dated, and then `notes` says why. */
  readonly through: Moment | null;
  /** The limit as the policy computes it; null where it cannot. */
  readonly computed: Moment | null;
  /** The date that the office set by hand, where it did. */
  readonly set: SetDeadline | null;
  readonly percent: number | null;
  readonly clause: string;
  /** The clause's own words. */
  readonly quote: string;
  /** Why there is no date, or what else should be known of the one that stands here; whole sentences. */
  readonly notes: readonly string[];
};

/** Every deadline of a course, as it is shown, printed and saved. */
export type CourseSheet = {
  readonly courseId: string;
  readonly code: string;
  readonly title: string;
  readonly term: string;
  readonly category: string;
  readonly policy: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly meetings: number;
  readonly rows: readonly SheetRow[];
  /** What concerns the whole course; whole sentences. */
  readonly notes: readonly string[];
};

/** What a sheet is made from. */
export type SheetSource = {
  readonly course: Course;
  readonly term: Term | null;
  readonly office: Office;
  readonly set: readonly SetDeadline[];
};

/** A course's sheet: the dates are those of the policy's own `deadlines`, never worked out a second time; what cannot be dated says why. */
export function courseSheet({ course, term, office, set }: SheetSource, packs: readonly CompiledPack[]): CourseSheet {
  const facts = withReadingsInForce(courseOnlyFacts(course, term, office), packs);
  const pack = packFor(facts, packs);
  const { first, last } = courseDays(course);
  const base = {
    courseId: course.id,
    code: course.code,
    title: course.title,
    term: term?.name ?? '',
    category: pack?.rules.categories.get(course.category)?.label.en ?? course.category,
    policy: pack === null ? course.policy : `${pack.pack.name.en}, version ${pack.version}`,
    first,
    last,
    meetings: course.meetings.length,
  };
  const without = (...notes: string[]): CourseSheet => ({ ...base, rows: [], notes });
  if (pack === null)
    return without(`“${course.policy}” is not a policy this office has. Open the course and choose its policy.`);
  if (course.cancelledOn !== null)
    return without(`This class was cancelled on ${formatDay(course.cancelledOn, 'en')}; no deadline of it counts.`);
  if (pack.problems(facts).length > 0)
    return without('The policy has no such category of course. Open the course and choose its category.');
  const doubts = doubtsOf(pack, facts);
  if (doubts.refer !== null && doubts.deadlines.length === 0)
    return without(`The policy has no rule that dates this course’s deadlines (${doubts.refer}). Ask who decides it.`);
  const quote = (clause: string): string => pack.pack.clauses[clause]?.quote ?? '';
  const dated = pack.deadlines(facts).map((d) => ({ ...d, doubt: doubts.deadlines.find((o) => isOf(o, d)) ?? null }));
  const undated = doubts.deadlines
    .filter((o) => !dated.some((d) => d.doubt === o))
    .map((o) => ({ ...o, through: null, doubt: o }));
  const seen = new Map<string, number>();
  const rows = [...dated, ...undated].map(({ id, label, percent, clause, through, doubt }): SheetRow => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    const deadline = count === 1 ? id : `${id} ${count}`;
    const computed = doubt === null ? through : null;
    const own = set.find((s) => s.deadline === deadline) ?? null;
    return {
      deadline,
      label,
      through: own?.through ?? computed,
      computed,
      set: own,
      percent,
      clause,
      quote: quote(clause),
      notes: [
        ...(own === null ? [] : setNotes(own, computed, percent !== null)),
        ...(doubt === null ? [] : [sayDoubt(doubt)]),
      ],
    };
  });
  const notes =
    doubts.refer === null
      ? []
      : [`The policy has no refund rule for this course (${doubts.refer}). Ask who decides it.`];
  if (rows.length === 0 && notes.length === 0) notes.push('The policy sets no deadline for a course like this.');
  return { ...base, rows: inOrder(rows), notes };
}

function isOf(doubt: Doubt, dated: { readonly id: string; readonly clause: string }): boolean {
  return doubt.id === dated.id && doubt.clause === dated.clause;
}

/** By date, a day counting as its end; what has no date stands last. */
function inOrder(rows: readonly SheetRow[]): readonly SheetRow[] {
  const at = ({ through }: SheetRow): string =>
    through === null ? '9' : through.length === 10 ? `${through}T24:00` : through;
  return [...rows].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** What is said beside a date set by hand; it is published, and a refund is still decided by the computed one. */
function setNotes(set: SetDeadline, computed: Moment | null, refund: boolean): readonly string[] {
  const was = computed === null ? 'not known' : sayThrough(computed);
  const decides = refund && computed !== set.through ? [refundsStayComputed] : [];
  return [`Set by the office, computed: ${was}. Reason: ${set.reason}`, ...decides];
}

/** What every sheet says of a refund limit that was set by hand. */
export const refundsStayComputed = 'Refunds are decided by the computed date.';

function sayDoubt({ missing, years, absent }: Doubt): string {
  if (absent) return 'The course has no such day: too few class days for this rule. Ask who decides it.';
  if (missing.length > 0)
    return `It cannot be dated yet. Still missing: ${sayAll(missing.map((name) => missingWords(name, 'en')))}.`;
  return `It counts working days, and the office calendar has no closures for ${sayAll(years.map(String))}. Enter them, so that it can be dated.`;
}
