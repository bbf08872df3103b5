import type { PetitionView } from '../../../shared/contract/petitions';
import { standingWords } from './deadline-words';

/** What the status bar says of a petition that was just opened: its number, and that it is refused already where it came too late. */
export function openedWords({ row, decision, deadline }: PetitionView): string {
  if (decision?.verdict !== 'late') return `Opened ${row.number}`;
  const late = deadline === null ? 'it came too late' : `it came ${standingWords(deadline, row.receivedOn)}`;
  return `Recorded ${row.number}, refused: ${late}`;
}
