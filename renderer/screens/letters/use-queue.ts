import { useEffect, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import type { Result } from '../../../shared/result';
import { say } from '../../status';
import { call, change, newRequestId, subscribe } from '../../wire';
import { count } from '../wording';

/** What can be done with ticked letters besides printing them. */
export type QueueActions = {
  readonly trouble: Failure | null;
  readonly tell: (failure: Failure | null) => void;
  readonly savePdf: () => Promise<void>;
  readonly saveSeparate: () => Promise<void>;
  readonly envelopes: () => Promise<void>;
  readonly markMailed: () => Promise<void>;
};

/** The actions of the queue upon its ticked letters; `printable` are those of them that may go out. */
export function useQueue(
  chosen: readonly LetterRow[],
  printable: readonly LetterRow[],
  untick: () => void,
): QueueActions {
  const [trouble, setTrouble] = useState<Failure | null>(null);
  useEffect(
    () =>
      subscribe('progress', ({ task, done, total }) => {
        if (task === 'letter.saveSeparate')
          say({ tone: 'working', text: `Saved ${done.toLocaleString('en-US')} of ${count(total, 'PDF')}…` });
        if (task === 'letter.savePdf')
          say({ tone: 'working', text: `One PDF: ${done.toLocaleString('en-US')} of ${count(total, 'letter')}…` });
      }),
    [],
  );
  const ids = printable.map((row) => row.id);
  /** Does something with the letters that may go out; where none is ticked it says how to tick. */
  async function upon<T>(work: () => Promise<Result<T>>, said: (value: T) => string): Promise<void> {
    if (ids.length === 0)
      return say({ tone: 'note', text: 'Tick the letters first: Space ticks one, Ctrl+A all of them.' });
    setTrouble(null);
    const result = await work();
    if (result.ok) return say({ tone: 'saved', text: said(result.value) });
    if (result.failure.kind === 'cancelled') return say({ tone: 'note', text: 'Nothing was saved.' });
    say({ tone: 'problem', text: 'That did not work; the letters say above why.' });
    setTrouble(result.failure);
  }
  return {
    trouble,
    tell: setTrouble,
    savePdf: () =>
      upon(
        () => call('letter.savePdf', { ids }),
        ({ path }) => `Saved as ${path}`,
      ),
    saveSeparate: () =>
      upon(
        () => call('letter.saveSeparate', { ids }),
        ({ files, folder }) => `${count(files, 'PDF')} saved in ${folder}; nothing is marked as printed.`,
      ),
    envelopes: () =>
      upon(
        () => call('paper.print', { kind: 'envelopes', letterIds: ids }),
        ({ handedOver }) => (handedOver ? 'Envelopes handed to the printer.' : 'Nothing was printed.'),
      ),
    async markMailed() {
      const printed = chosen.filter((row) => row.state === 'printed').map((row) => row.id);
      if (printed.length === 0)
        return say({ tone: 'note', text: 'Tick printed letters first; those can be marked as mailed.' });
      const result = await change('letter.markMailed', { requestId: newRequestId(), ids: printed });
      if (!result.ok) return setTrouble(result.failure);
      untick();
      say({ tone: 'saved', text: `${count(result.value.length, 'letter')} marked as mailed.` });
    },
  };
}
