import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { Failure } from '../../../shared/errors';
import { focusField } from '../../components/field';

/** The name of the first field with a problem, in the order of the form. */
export function firstProblem(errors: FieldErrors): string {
  const walk = (node: unknown, path: string): string | null => {
    if (typeof node !== 'object' || node === null) return null;
    if ('message' in node && typeof node.message === 'string') return path;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'ref') continue;
      const found = walk(value, path === '' ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(errors, '') ?? '';
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
    // The wire names fields from the call's input: `student.number` is this form's `number`.
    const name = problem.field.replace(/^[a-z]+\./, '');
    form.setError(name as FieldPath<T>, { type: 'wrong', message: problem.message });
    placed ||= focusField(name);
  }
  if (!placed) tell(failure);
}
