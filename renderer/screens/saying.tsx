import { sayFailure, type Failure } from '../../shared/errors';
import { Notice } from '../components/notice';

/** A failure in its three sentences: what happened, what it means, what to do. Heard at once by a screen reader. */
export function FailureBox({ failure }: { readonly failure: Failure }) {
  const said = sayFailure(failure);
  return (
    <Notice tone="problem">
      <strong>{said.what}</strong> {said.meaning} {said.next}
    </Notice>
  );
}
