import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { Failure } from '../../../shared/errors';
import { focusField } from '../../components/field';

/** Puts the keyboard into the first field with a problem, in the order in which they stand on the screen; gives that field's name. */
export function focusFirstProblem(errors: FieldErrors, within: ParentNode = document): string {
  const wrong = namesWithin(errors, '');
  const first = [...within.querySelectorAll<HTMLElement>('[data-field]')].find((field) =>
    wrong.includes(field.dataset['field'] ?? ''),
  );
  first?.focus();
  return first?.dataset['field'] ?? wrong[0] ?? '';
}

function namesWithin(node: unknown, path: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('message' in node && typeof node.message === 'string') return [path];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'ref' ? [] : namesWithin(value, path === '' ? key : `${path}.${key}`),
  );
}

/** Gives the keyboard to a field that is about to be on the screen: a line just added, a part just opened. */
export function focusSoon(name: string): void {
  requestAnimationFrame(() => focusField(name));
}

/** Puts the problems of a refused save under their fields and the keyboard into the first; any other failure is told as a whole. */
export function takeProblems<T extends FieldValues, R>(
  form: UseFormReturn<T, unknown, R>,
  failure: Failure,
  tell: (failure: Failure) => void,
): void {
  if (failure.kind !== 'invalid') return tell(failure);
  let placed = false;
  for (const problem of failure.problems) {
    const name = nameHere(problem.field);
    form.setError(name as FieldPath<T>, { type: 'wrong', message: problem.message });
    placed ||= focusField(name);
  }
  if (!placed) tell(failure);
}

/** The wire may name a field from the call's input: `student.number` is this form's `number`; one of a line, `payments.0.on`, is its own. */
function nameHere(field: string): string {
  const onScreen = document.querySelector(`[data-field="${CSS.escape(field)}"]`) !== null;
  return onScreen ? field : field.replace(/^[a-z]+\./, '');
}

/** Where a line is taken out, the keyboard stays with its list: on the button that adds one. */
export function focusAddAgain(): void {
  const list = document.activeElement?.closest('fieldset, .terms');
  requestAnimationFrame(() => list?.querySelector<HTMLElement>(':scope > .button')?.focus());
}
