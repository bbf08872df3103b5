import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Input, Output } from '../../shared/contract';
import type { CaseView } from '../../shared/contract/cases';
import type { Failure } from '../../shared/errors';
import type { CaseForm } from '../../shared/register/case';
import { dependsOnToday, unenrolls } from '../../shared/policy/asked';
import { factsOf, courseOnlyFacts, type FormFacts } from '../../shared/register/facts';
import type { Course } from '../../shared/register/course';
import { sameTitled } from '../../shared/register/session';
import { courseTimeline, decideLive, impossibleWords, type Live } from '../worksheet/live';
import { ask, change, newRequestId, useCall } from '../wire';
import { entryPolicy } from './entry-asked';
import { readEntry, type Chosen, type EntryContext, type EntryRead, type Lines } from './entry-reading';
import { fieldNames, type EntryState, type FieldName } from './entry-state';
import type { EntryTexts } from './entry-texts';

type Saved = { readonly view: CaseView; readonly actionId: string };

/** How a save ended: saved; stopped at a field; stopped to ask whether a second form is meant; or failed as a whole. */
export type SaveEnd =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'problems'; readonly lines: Lines }
  | { readonly kind: 'second-form' }
  | { readonly kind: 'second-look' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'busy' };

type UseEntry = {
  readonly context: EntryContext;
  readonly initial: EntryState;
  readonly requestId: string;
  readonly caseId: string | null;
  readonly batchId: string | null;
};

/** The entry form at work: what stands in it, what the register knows of it, what the policy says of it, and saving it. */
export function useEntry({ context, initial, requestId, caseId, batchId }: UseEntry) {
  const [state, setState] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<Lines>({});
  const [secondForm, setSecondForm] = useState(false);
  // A course that the form had already, or that was carried on, has been looked at.
  const [seenCourse, setSeenCourse] = useState(
    caseId !== null || initial.carried.has('courseId') ? (initial.course?.id ?? null) : null,
  );
  const [enrolmentId] = useState(newRequestId);
  const saving = useRef(false);
  const latest = useRef({ state, secondForm, seenCourse });
  useLayoutEffect(() => {
    latest.current = { state, secondForm, seenCourse };
  });

  const pair =
    state.student === null || state.course === null ? null : { studentId: state.student.id, courseId: state.course.id };
  const enrolment = useCall('enrolment.get', pair);
  const similar = useCall('case.similar', pair === null ? null : { ...pair, exceptCaseId: caseId });
  const titled = sessionsAsked(state, context) === null ? null : sessionsWith(state.course);
  const alikeTitled = useCall('course.find', titled);
  const sessions =
    state.course === null || titled === null || alikeTitled.isPlaceholderData
      ? []
      : sameTitled(
          state.course,
          (alikeTitled.data ?? []).map((row) => row.course),
        );
  const knownEnrolment = pair === null || enrolment.isPlaceholderData ? undefined : enrolment.data;
  const others = pair === null || similar.isPlaceholderData ? [] : (similar.data ?? []);

  const read = useMemo(
    () => readEntry(state.texts, chosenOf(state, knownEnrolment), context, enrolmentId),
    [state, knownEnrolment, context, enrolmentId],
  );
  const live = useMemo(() => liveOf(state, read, context), [state, read, context]);

  const onState = useCallback((part: Partial<EntryState>, field: FieldName) => {
    setRefused({});
    setState((before) => ({ ...before, ...part, carried: without(before.carried, field) }));
  }, []);
  const onTexts = useCallback((part: Partial<EntryTexts>, field: FieldName) => {
    setRefused({});
    setState((before) => ({ ...before, texts: { ...before.texts, ...part }, carried: without(before.carried, field) }));
  }, []);
  const onLeft = useCallback(
    (field: string) => setLeft((before) => (before.has(field) ? before : new Set(before).add(field))),
    [],
  );

  const problems = useMemo(() => {
    const lines: Record<string, string> = {};
    for (const [field, line] of Object.entries(read.problems))
      if (line !== undefined && (attempted || left.has(field))) lines[field] = line;
    return { ...lines, ...refused };
  }, [read, attempted, left, refused]);

  const save = async (mode: 'decide' | 'hold', why: string): Promise<SaveEnd> => {
    if (saving.current) return { kind: 'busy' };
    saving.current = true;
    try {
      // What the cursor's field holds is taken first, as if it had been left.
      flushSync(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      return await attempt(mode, why);
    } finally {
      saving.current = false;
    }
  };

  const attempt = async (mode: 'decide' | 'hold', why: string): Promise<SaveEnd> => {
    const now = latest.current.state;
    const both =
      now.student === null || now.course === null ? null : { studentId: now.student.id, courseId: now.course.id };
    let known: Output<'enrolment.get'> | undefined;
    let alike: Output<'case.similar'> = [];
    if (both !== null)
      [known, alike] = await Promise.all([
        ask('enrolment.get', both),
        ask('case.similar', { ...both, exceptCaseId: caseId }),
      ]);
    const final = readEntry(now.texts, chosenOf(now, known), context, enrolmentId);
    const missing = mode === 'hold' ? {} : missingLines(factsFor(now, final, context), context.packs);

    const unread = mode === 'decide' && final.policy?.asked?.unenrollment != null ? unconfirmed(final.form) : {};
    const lines: Lines = { ...missing, ...unread, ...final.problems };
    setAttempted(true);
    if (Object.keys(lines).length > 0) {
      setRefused({ ...missing, ...unread });
      return { kind: 'problems', lines };
    }
    const lookAt = sessionsAsked(now, context);
    if (lookAt !== null && latest.current.seenCourse !== lookAt.id) {
      const rows = await ask('course.find', sessionsWith(lookAt));
      if (
        sameTitled(
          lookAt,
          rows.map((row) => row.course),
        ).length > 0
      )
        return { kind: 'second-look' };
    }
    if (alike.length > 0 && !latest.current.secondForm) return { kind: 'second-form' };
    const result = await change('case.save', {
      requestId,
      caseId,
      mode,
      form: final.form,
      batchId,
      enrolment: final.enrols ? final.enrolment : null,
      why: mode === 'hold' && why === '' ? waitingFor(factsFor(now, final, context)) : why,
      secondForm: alike.length > 0,
    });
    if (result.ok) return { kind: 'saved', saved: result.value };
    if (result.failure.kind !== 'invalid') return { kind: 'failed', failure: result.failure };
    const said = Object.fromEntries(result.failure.problems.map((p) => [fieldOf(p.field, final.form), p.message]));
    setRefused(said);
    return { kind: 'problems', lines: said };
  };

  return {
    state,
    setState,
    onState,
    onTexts,
    onLeft,
    read,
    live,
    problems,
    others,
    notEnrolled: knownEnrolment === null,
    secondForm,
    setSecondForm,
    /** The other sessions that bear the title of the one chosen, where the policy wants them told apart. */
    sessions,
    sessionSeen: state.course !== null && seenCourse === state.course.id,
    setSessionSeen: (seen: boolean) => setSeenCourse(seen ? (state.course?.id ?? null) : null),
    save,
    latest,
  };
}

/** The course whose session must be told apart from others of its title; null where the policy does not ask. */
function sessionsAsked({ course, term, student }: EntryState, { office, packs }: EntryContext): Course | null {
  if (course === null) return null;
  const policy = entryPolicy(course, term, office, { federalAid: student?.federalAid ?? false, track: null }, packs);
  return policy?.pack.pack.features?.sessions === undefined ? null : course;
}

function sessionsWith(course: Course): Input<'course.find'>;
function sessionsWith(course: Course | null): Input<'course.find'> | null;
function sessionsWith(course: Course | null): Input<'course.find'> | null {
  return course === null ? null : { text: course.title, limit: 50, studentId: null };
}

function chosenOf(state: EntryState, enrolment: Chosen['enrolment']): Chosen {
  return { student: state.student, course: state.course, term: state.term, enrolment };
}

function factsFor(
  state: EntryState,
  read: EntryRead,
  { office, today, decision }: Pick<EntryContext, 'office' | 'today' | 'decision'>,
): FormFacts {
  return factsOf({
    form: read.form,
    student: state.student,
    course: state.course,
    term: state.term,
    enrolment: read.enrolment,
    office,
    decision,
    asOf: read.policy !== null && dependsOnToday(read.policy.pack.pack) ? today : null,
  });
}

function liveOf(state: EntryState, read: EntryRead, context: EntryContext): Live {
  const { office, packs } = context;
  const facts = factsFor(state, read, context);
  const timeline = () =>
    state.course === null ? null : courseTimeline(courseOnlyFacts(state.course, state.term, office), packs);
  if (!facts.complete) return { kind: 'waiting', missing: facts.missing, timeline: timeline() };
  const wrong = Object.entries(read.problems).flatMap(([field, message]) =>
    message === undefined ? [] : [{ field, message }],
  );
  if (wrong.length > 0) return { kind: 'waiting', missing: wrong, timeline: timeline() };
  return decideLive(facts.facts, packs);
}

function missingLines(facts: FormFacts, packs: EntryContext['packs']): Lines {
  if (!facts.complete) return Object.fromEntries(facts.missing.map((p) => [fieldOf(p.field), p.message]));
  const live = decideLive(facts.facts, packs);
  return live.kind === 'impossible' ? { courseId: live.problems.map(impossibleWords).join(' ') } : {};
}

/** That what an unenrollment means was not ticked as read. */
function unconfirmed(form: CaseForm): Lines {
  return unenrolls(form) && !form.confirmed
    ? { confirmed: 'Read what it means, and tick that the student is to be unenrolled.' }
    : {};
}

/** Why a form is held, where the clerk gave no reason: what it waits for. */
function waitingFor(facts: FormFacts): string {
  return facts.complete
    ? 'Held by the clerk.'
    : facts.missing
        .map((p) => p.message.split('. ')[0])
        .join('. ')
        .concat('.');
}

/** The form's field that a problem of the wire stands under. */
function fieldOf(path: string, form?: CaseForm): string {
  const document = /^documents\.(\d+)\.received$/.exec(path.replace(/^form\./, ''));
  if (document !== null) return `document-${form?.documents[Number(document[1])]?.kind ?? ''}`;
  const petition = /^petition\.(kind|received|reason)/.exec(path.replace(/^form\./, ''))?.[1];
  if (petition !== undefined) return `petition${petition.slice(0, 1).toUpperCase()}${petition.slice(1)}`;
  const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  if (last === 'enrolment' || last === 'waivers') return 'fee';
  if (last === 'payments' || last === 'cents') return 'paid';
  if (last === 'on') return 'paidOn';
  return (fieldNames as readonly string[]).includes(last) ? last : path;
}

function without(fields: ReadonlySet<FieldName>, field: FieldName): ReadonlySet<FieldName> {
  if (!fields.has(field)) return fields;
  const next = new Set(fields);
  next.delete(field);
  return next;
}
