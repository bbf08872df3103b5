import { z } from 'zod';
import type { CaseView } from '../../shared/contract/cases';
import { say } from '../status';
import { createSitting } from '../store';
import { call } from '../wire';
import { batchInHand } from './batch';
import { pins, previousEntry } from './carry';
import { asRead, takeDuplicate } from './entry-duplicate';
import { isFieldName, isTouched, nextState, type EntryState } from './entry-state';
import { wholeTexts } from './entry-texts';
import { newRequestId } from '../wire';

/** A form ready to be keyed: what stands in it, and where it came from. */
export type Prepared = {
  /** A new one for each form, so that nothing of the form before stays on the screen. */
  readonly requestId: string;
  readonly initial: EntryState;
  /** When the draft it was restored from was stored; null for a fresh form. */
  readonly restoredAt: string | null;
  /** The case being completed or corrected; null for a new form. */
  readonly view: CaseView | null;
};

const draftSchema = z.object({
  requestId: z.uuid(),
  texts: z.looseObject({}),
  studentId: z.uuid().nullable(),
  courseId: z.uuid().nullable(),
  batchId: z.uuid().nullable(),
  carried: z.array(z.string()),
});

/** The name a draft is kept under. */
export function draftKey(caseId: string | null): string {
  return caseId === null ? 'entry' : `entry ${caseId}`;
}

/** A form as a draft keeps it; null where nothing was typed yet. */
export function writeDraft(state: EntryState, requestId: string, batchId: string | null): string | null {
  if (!isTouched(state)) return null;
  const { texts, student, course, carried } = state;
  return JSON.stringify({
    requestId,
    texts,
    studentId: student?.id ?? null,
    courseId: course?.id ?? null,
    batchId,
    carried: [...carried],
  });
}

/** A fresh form of the present batch, with what is pinned. */
export function freshForm(): Prepared {
  const hand = batchInHand.get();
  return {
    requestId: newRequestId(),
    initial: nextState(previousEntry.get(), pins.get(), hand.state === 'open' ? hand.batch : null),
    restoredAt: null,
    view: null,
  };
}

/** The form to begin with: the draft that was left, else the case's own form, else a fresh one. The failure's message where the case cannot be read. */
export async function prepareForm(caseId: string | null): Promise<Prepared> {
  const view = caseId === null ? null : await call('case.get', { id: caseId });
  const duplicate = caseId === null ? takeDuplicate() : null;
  const kept = await call('draft.get', { key: draftKey(caseId) });
  if (duplicate !== null) {
    if (!kept.ok || kept.value === null)
      return { requestId: newRequestId(), initial: duplicate, restoredAt: null, view: null };
    // What somebody typed is worth more than a copy that can be made again.
    say({
      tone: 'problem',
      text: 'Not duplicated: this form was left half typed. Save it or start afresh, then duplicate.',
    });
  }
  const restored = kept.ok && kept.value !== null ? await restore(kept.value.text) : null;
  const seen = view?.ok === true ? view.value : null;
  if (restored !== null && kept.ok && kept.value !== null)
    return { ...restored, restoredAt: kept.value.at, view: seen };
  if (seen === null) return handedOver() ?? freshForm();
  return {
    requestId: newRequestId(),
    initial: asRead(seen),
    restoredAt: null,
    view: seen,
  };
}

// What another screen hands over to be entered as a form; taken once.
const handed = createSitting<EntryState | null>(null);

/** Has the next new form begin with what another screen already knows. */
export function handOverForm(state: EntryState): void {
  handed.set(state);
}

function handedOver(): Prepared | null {
  const initial = handed.get();
  handed.set(null);
  return initial === null ? null : { requestId: newRequestId(), initial, restoredAt: null, view: null };
}

async function restore(text: string): Promise<Pick<Prepared, 'requestId' | 'initial'> | null> {
  const draft = draftSchema.safeParse(parsed(text));
  if (!draft.success) return null;
  const { requestId, studentId, courseId, batchId, carried } = draft.data;
  const [student, course, batch] = await Promise.all([
    studentId === null ? null : call('student.get', { id: studentId }),
    courseId === null ? null : call('course.get', { id: courseId }),
    batchId === null ? null : call('batch.get', { id: batchId }),
  ]);
  if (batch?.ok === true && batchInHand.get().state === 'none')
    batchInHand.set({ state: 'open', batch: batch.value.batch });
  return {
    requestId,
    initial: {
      texts: wholeTexts(draft.data.texts),
      student: student?.ok === true ? student.value.student : null,
      course: course?.ok === true ? course.value.course : null,
      term: course?.ok === true ? course.value.term : null,
      carried: new Set(carried.filter(isFieldName)),
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
