import type { Facts } from '../policy/facts';
import type { Problem } from '../errors';
import type { CaseForm, Track } from './case';
import type { Course } from './course';
import { assessed, collected, type Enrolment } from './enrolment';
import type { Office, Term } from './office';
import type { Student } from './student';

/** What a determination is made from: the form (null where a class is cancelled and no form came) and the records it names. */
export type FactSources = {
  readonly form: CaseForm | null;
  readonly student: Student | null;
  readonly course: Course | null;
  readonly term: Term | null;
  readonly enrolment: Enrolment | null;
  readonly office: Office;
  /** What the case's petitions and appeals bring; where there is none, the petition that an earlier form holds in itself counts. */
  readonly decision?: Facts['decision'];
  /** Whether one of them waits for its decision: until then the determination stands as it is. */
  readonly undecided?: boolean;
  /** The moment of computing, where what the policy says depends on it. */
  readonly asOf?: string | null;
};

/** The facts of a case, or what must still be keyed before there are any: the field and the sentence that stands under it. */
export type FormFacts =
  | { readonly complete: true; readonly facts: Facts }
  | { readonly complete: false; readonly missing: readonly Problem[] };

/**
 * The facts that the policy decides from, as the form and the records of the register give them; or the fields that are still missing.
 * Fast and pure: the entry screen asks at every keystroke, and the register once more when the form is saved. What a clerk left open
 * in the policy's own terms (an enclosure, an approval) is not missing here: the policy itself names it.
 */
export function factsOf(sources: FactSources): FormFacts {
  const { form, student, course, term, enrolment, office } = sources;
  const missing: Problem[] = [];
  if (student === null)
    missing.push({ field: 'studentId', message: 'The student is missing. Type a name or a number, or hold the form.' });
  if (course === null)
    missing.push({ field: 'courseId', message: 'The course is missing. Type its number or title, or hold the form.' });
  const noForm = form === null || (form.received === null && course !== null && course.cancelledOn !== null);
  if (!noForm && form.channel === null) {
    missing.push({
      field: 'channel',
      message: 'How the form came is missing. Choose mail, e-mail or counter, or hold the form.',
    });
  }
  if (!noForm && form.received === null) {
    missing.push({ field: 'received', message: 'The date received is missing. Type it as stamped, or hold the form.' });
  }
  if (student !== null && course !== null && enrolment === null) {
    missing.push({
      field: 'enrolment',
      message: `${student.firstName === '' ? student.lastName : student.firstName} is not on the roster of ${course.code}. Type the fee charged and paid, or check the course.`,
    });
  }
  if (student === null || course === null || enrolment === null || missing.length > 0)
    return { complete: false, missing };
  return {
    complete: true,
    facts: {
      policy: course.policy,
      course: courseFactsOf(course, term),
      fees: {
        assessed: assessed(enrolment),
        collected: collected(enrolment),
        deposit: Math.min(enrolment.deposit, assessed(enrolment)),
        paidOn: lastPaidOn(enrolment),
      },
      notice: noForm ? null : noticeOf(form),
      student: { federalAid: student.federalAid, track: form?.track ?? enrolment.track },
      decision: sources.decision ?? (form?.petition == null ? null : enclosedDecision(form.petition)),
      federal: form?.federal ?? null,
      asOf: sources.asOf ?? null,
      office: officeFactsOf(office),
      readings: office.readings[course.policy] ?? {},
    },
  };
}

/** The facts of a course and a student on it, before any form: what a policy asks of a form hangs on these. */
export function enrolledFacts(
  course: Course,
  term: Term | null,
  office: Office,
  student: { readonly federalAid: boolean; readonly track: Track | null },
): Facts {
  return { ...courseOnlyFacts(course, term, office), student };
}

/** The facts of a course alone, for its deadlines and its timeline: no student, no fee, no form. */
export function courseOnlyFacts(course: Course, term: Term | null, office: Office): Facts {
  return {
    policy: course.policy,
    course: courseFactsOf(course, term),
    fees: { assessed: course.fee, collected: course.fee, deposit: course.deposit, paidOn: null },
    notice: null,
    student: { federalAid: false, track: null },
    decision: null,
    federal: null,
    asOf: null,
    office: officeFactsOf(office),
    readings: office.readings[course.policy] ?? {},
  };
}

function courseFactsOf(course: Course, term: Term | null): Facts['course'] {
  return {
    title: course.title,
    category: course.category,
    termBegins: term?.begins ?? null,
    termEnds: term?.ends ?? null,
    starts: course.starts,
    ends: course.ends,
    meetings: course.meetings.map(({ date, from, to }) =>
      from === null || to === null ? { date } : { date, from, to },
    ),
    arranged: course.arranged,
    cancelledOn: course.cancelledOn,
    refundableUntil: course.refundableUntil,
    enrollmentDeadline: course.enrollmentDeadline,
  };
}

function officeFactsOf(office: Office): Facts['office'] {
  return { timeZone: office.timeZone, hours: office.hours, closures: office.closures.map((c) => c.on) };
}

/** What came, as the policy reads it; null while how or when it came is not known. */
export function noticeOf(form: CaseForm): Facts['notice'] {
  if (form.channel === null || form.received === null) return null;
  return {
    kind: form.kind,
    channel: form.channel,
    written: form.written,
    // A postmark that nobody can read is not a date; the form keeps that it was there.
    postmarked: form.postmarkIllegible ? null : form.postmarked,
    received: form.receivedAt === null ? form.received : `${form.received}T${form.receivedAt}`,
    documents: form.documents.map(({ kind, received }) => (received === null ? kind : { kind, received })),
    identity: form.identity,
  };
}

function enclosedDecision(petition: NonNullable<CaseForm['petition']>): Facts['decision'] {
  return {
    kind: petition.kind,
    received: petition.received,
    reason: petition.reason === '' ? null : petition.reason,
    approvals: petition.approvals,
    percent: petition.percent,
    authority: petition.authority === '' ? null : petition.authority,
  };
}

/** The day by which all that was collected had been paid, or null where nothing was. */
function lastPaidOn(enrolment: Enrolment): string | null {
  return (
    enrolment.payments
      .map((p) => p.on)
      .sort()
      .at(-1) ?? null
  );
}
