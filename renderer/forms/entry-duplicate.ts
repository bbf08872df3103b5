import type { CaseView } from '../../shared/contract/cases';
import { createSitting } from '../store';
import { fieldNames, type EntryState } from './entry-state';
import { textsOf } from './entry-texts';

/** A form that the next new form begins with: a record duplicated by its key. Null where the next form begins as usual. */
export const duplicated = createSitting<EntryState | null>(null);

/** The form of a case as the entry screen reads it. */
export function asRead({
  form,
  student,
  course,
  term,
}: Pick<CaseView, 'form' | 'student' | 'course' | 'term'>): EntryState {
  return { texts: textsOf(form, student, course), student, course, term, carried: new Set() };
}

/** Takes the duplicated form, if there is one; all of it counts as carried. What was confirmed of the other form is not confirmed of this one. */
export function takeDuplicate(): EntryState | null {
  const state = duplicated.get();
  duplicated.set(null);
  return state === null ? null : asDuplicate(state);
}

/** A form as a new one: every field carried, nothing confirmed, no reason of a correction. */
export function asDuplicate(state: EntryState): EntryState {
  return { ...state, texts: { ...state.texts, confirmed: false, why: '' }, carried: new Set(fieldNames) };
}
