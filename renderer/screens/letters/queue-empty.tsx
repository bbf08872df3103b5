import type { LetterFilter } from '../../../shared/contract/letters';

/** What stands in the queue where nothing is listed. */
export function QueueEmpty({ state, text }: { readonly state: LetterFilter | null; readonly text: string }) {
  if (text.trim() !== '') return <p>No letter matches “{text.trim()}”. Esc in the line above shows them all.</p>;
  switch (state) {
    case 'ready':
      return <p>All letters are printed. A new one is made on its case with Ctrl+Shift+L.</p>;
    case 'needs-address':
      return <p>No letter waits for an address.</p>;
    case 'came-back':
      return <p>No letter has come back.</p>;
    case 'printed':
      return <p>No printed letter waits to be mailed.</p>;
    case 'reprinted':
      return <p>No letter was printed more than once.</p>;
    case 'mailed':
      return <p>No letter was mailed yet.</p>;
    case 'voided':
      return <p>No letter was voided.</p>;
    case null:
      return <p>No letters yet. One is made on its case with Ctrl+Shift+L.</p>;
  }
}
