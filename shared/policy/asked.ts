import type { CaseForm, Channel, NoticeKind } from '../register/case';
import { courseOf, type CompiledPack } from './compile';
import { compileCondition } from './condition';
import type { DeadlineExpression } from './expression';
import type { Unenrollment } from './features';
import type { Facts } from './facts';
import type { DecisionRule, Pack, PackForm } from './pack';

// What a policy asks of the screens on which a form is keyed. A screen shows a field because it is asked for here, and knows no institution.

/** What a policy asks of a form about one course and student. */
export type Asked = {
  /** The documents that every notice must bring, the kind of the notice itself among them. */
  readonly documents: readonly string[];
  /** The clause by which a request must say who asks and for what; null where it need not. */
  readonly identity: string | null;
  /** Whether the student’s track must be known. */
  readonly track: boolean;
  /** The clause by which the federal figure decides; null where it does not. */
  readonly federal: string | null;
  /** Whether the postmark is the date that counts. */
  readonly postmark: boolean;
  readonly decisions: readonly DecisionRule[];
  readonly unenrollment: Unenrollment | null;
};

/** What the policy asks of a form about the course and student of these facts. */
export function askedOf({ pack, rules }: CompiledPack, facts: Facts): Asked {
  const course = courseOf(rules, facts);
  const { notice } = pack;
  const holds = (when: Parameters<typeof compileCondition>[0]) => compileCondition(when)(course, facts);
  return {
    documents: notice.documents.filter((d) => holds(d.when)).map((d) => d.kind),
    identity: notice.identity !== undefined && holds(notice.identity.when) ? notice.identity.clause : null,
    track: notice.track !== undefined,
    federal: pack.federal !== null && holds(pack.federal.when) ? pack.federal.clause : null,
    postmark: notice.effective.find((rule) => holds(rule.when))?.uses === 'postmarked',
    decisions: pack.decisions,
    unenrollment: pack.features?.unenrollment ?? null,
  };
}

/** Whether what a policy says of a case depends on the day on which it is said. */
export function dependsOnToday(pack: Pack): boolean {
  return pack.features?.unenrollment !== undefined;
}

/** The clause by which a kind of notice, or the way it came, changes nothing by itself; null where the policy takes it. */
export function unofficialBy(pack: Pack, kind: NoticeKind, channel: Channel | null): string | null {
  const { notice } = pack;
  if (notice.ineffective.includes(kind)) return notice.ineffectiveClause;
  const spoken = notice.spoken.includes(kind) || (channel !== null && notice.spokenChannels.includes(channel));
  return spoken ? notice.spokenClause : null;
}

/** The kinds of document that a policy has a use for: those it asks for and those of its forms, petitions apart. */
export function documentKindsOf(pack: Pack): readonly string[] {
  const petitions = new Set(['petition', ...pack.decisions.map((d) => d.kind)]);
  return [...new Set([...pack.notice.documents.map((d) => d.kind), ...pack.forms.map((f) => f.document)])].filter(
    (kind) => !petitions.has(kind),
  );
}

/** The form by which a student petitions or appeals; undefined where the policy has none. */
export function petitionFormOf(pack: Pick<Pack, 'forms' | 'decisions'>): PackForm | undefined {
  return pack.forms.find((form) => isPetitionForm(form, pack));
}

/** Whether a form asks for what a person decides: a petition, or an appeal. */
export function isPetitionForm({ document }: Pick<PackForm, 'document'>, pack: Pick<Pack, 'decisions'>): boolean {
  return document === 'petition' || pack.decisions.some(({ kind }) => kind === document);
}

/** Which dates of a course session a policy counts from that no meeting says. */
export function sessionDatesOf(pack: Pack): {
  readonly refundableUntil: boolean;
  readonly enrollmentDeadline: boolean;
} {
  const expressions = [
    ...pack.schedules.flatMap((s) => [...s.bands.map((b) => b.until), ...(s.deadlines ?? []).map((d) => d.through)]),
    ...pack.deadlines.map((d) => d.through),
    ...pack.decisions.map((d) => d.receivedBy),
  ];
  const uses = (anchor: string) => expressions.some((e) => e !== undefined && countsFrom(e, anchor));
  return {
    refundableUntil: uses('refundable-until'),
    enrollmentDeadline: uses('enrollment-deadline') || pack.features?.unenrollment !== undefined,
  };
}

function countsFrom(expression: DeadlineExpression, anchor: string): boolean {
  if ('of' in expression) return expression.of.some((part) => countsFrom(part, anchor));
  if (!('from' in expression)) return false;
  const { from } = expression;
  return typeof from === 'string' ? from === anchor : from.some((day) => day === anchor);
}

/** Whether the student of a form is unenrolled by it: they asked to leave, and it is not a request to come back. */
export function unenrolls(form: {
  readonly choice: CaseForm['choice'];
  readonly petition: { readonly kind: string } | null;
}): boolean {
  return form.choice === 'unenroll' && form.petition?.kind !== 'reinstatement';
}
