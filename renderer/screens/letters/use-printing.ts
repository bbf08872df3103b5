import { useState } from 'react';
import type { PrintJob } from '../../../shared/contract/letters';
import type { LetterRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { ok, type Result } from '../../../shared/result';
import { run } from '../../commanding';
import { say } from '../../status';
import { change, newRequestId, queries, useCall } from '../../wire';
import { count } from '../wording';

/** What letters are doing on their way to the printer, and what can be done about it; the same in the queue and on one letter. */
export type PrintingHere = {
  /** The job whose question is open, or the rest of one that jammed; null where there is none. */
  readonly job: PrintJob | null;
  readonly fresh: boolean;
  readonly trouble: Failure | null;
  /** Letters about to be printed of which some were before, so that it is asked why. */
  readonly asking: readonly LetterRow[] | null;
  readonly print: (rows: readonly LetterRow[], cover: boolean) => void;
  readonly hand: (rows: readonly LetterRow[], cover: boolean, why: string) => Promise<Result<null>>;
  readonly leave: () => void;
  readonly answer: (printed: readonly string[], jammed: boolean) => Promise<void>;
  readonly resume: () => void;
  readonly forget: () => void;
};

/** Whether a letter was printed before, so that it is printed again only with a reason. */
export function wasPrinted({ state }: LetterRow): boolean {
  return state === 'printed' || state === 'mailed' || state === 'came-back';
}

/** Prints letters as one job and asks what became of it. `done` is told once everything was answered. */
export function usePrinting(done: () => void): PrintingHere {
  const job = useCall('letter.printing', {}).data ?? null;
  const [fresh, setFresh] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [asking, setAsking] = useState<readonly LetterRow[] | null>(null);
  const [busy, setBusy] = useState(false);

  async function hand(rows: readonly LetterRow[], cover: boolean, why: string): Promise<Result<null>> {
    if (busy) return ok(null);
    setBusy(true);
    setTrouble(null);
    say({ tone: 'working', text: `Handing ${count(rows.length, 'letter')} to the printer…` });
    const result = await change('letter.print', { ids: rows.map((row) => row.id), cover, why });
    setBusy(false);
    if (!result.ok) {
      say({ tone: 'problem', text: 'Nothing was printed, and nothing is marked.' });
      void queries.invalidateQueries();
      // Where it is asked why, what stands in the way is said there.
      if (asking === null && result.failure.kind !== 'cancelled') setTrouble(result.failure);
      return result;
    }
    setAsking(null);
    setFresh(result.value.handedOver);
    say({
      tone: 'note',
      text: result.value.handedOver
        ? `${count(rows.length, 'letter')} handed to the printer.`
        : 'Nothing was printed, and nothing is marked.',
    });
    return ok(null);
  }
  function print(rows: readonly LetterRow[], cover: boolean): void {
    if (job !== null && !job.jammed) {
      say({ tone: 'note', text: 'Say first whether the letters printed before came out.' });
      run('letter.answer');
      return;
    }
    if (rows.some(wasPrinted)) setAsking(rows);
    else void hand(rows, cover, '');
  }
  async function answer(printed: readonly string[], jammed: boolean): Promise<void> {
    const all = job?.rows.length ?? 0;
    const result = await change('letter.answerPrinting', { requestId: newRequestId(), printed: [...printed], jammed });
    if (!result.ok) {
      setTrouble(result.failure);
      return void queries.invalidateQueries();
    }
    setTrouble(null);
    setFresh(false);
    const left = all - printed.length;
    say(
      printed.length === 0
        ? { tone: 'note', text: 'No letter was marked as printed; all stay in the queue.' }
        : {
            tone: 'saved',
            text: `${count(printed.length, 'letter')} marked as printed${left === 0 ? '.' : `; ${left} ${left === 1 ? 'stays' : 'stay'} in the queue.`}`,
          },
    );
    done();
  }
  return {
    job,
    fresh,
    trouble,
    asking,
    print,
    hand,
    leave: () => setAsking(null),
    answer,
    resume: () => {
      const rows = job?.jammed === true ? job.rows.filter((row) => row.state !== 'voided') : [];
      if (rows.length > 0) void hand(rows, false, job?.why ?? '');
    },
    forget: () => void answer([], false),
  };
}
