import type { LetterRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';

/** Puts a letter that came back in the queue again, with the student's present address; what stands in the way goes to `tell`, null once it worked. */
export async function sendLetterAgain(row: LetterRow, tell: (failure: Failure | null) => void): Promise<void> {
  const result = await change('letter.sendAgain', { requestId: newRequestId(), id: row.id });
  tell(result.ok ? null : result.failure);
  if (result.ok) say({ tone: 'saved', text: `${row.number} is ready to be printed for the present address.` });
}
