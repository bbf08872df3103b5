import { useRef, useState } from 'react';
import type { Waiting } from '../../../shared/contract/approvals';
import type { Failure } from '../../../shared/errors';
import { say } from '../../status';
import { call, newRequestId, queries } from '../../wire';
import { count, money } from '../wording';
import type { Asking } from './note-line';

/** More than this are not approved at one go. */
const atOnce = 200;

/** The determination that was seen, as main asks for it. */
function named({ row, determinationSeq, hash }: Waiting) {
  return { caseId: row.id, determinationSeq, hash };
}

/** One that waits under its determination: when it was decided again it is another. */
export function keyOfWaiting({ row, determinationSeq }: Waiting): string {
  return `${row.id} ${determinationSeq}`;
}

/** What the second person says: one thing at a time, each by its own request; what was refused is kept to be read. */
export function useDeciding(onDone: (settled: readonly Waiting[]) => void): {
  readonly trouble: Failure | null;
  readonly clear: () => void;
  readonly approve: (chosen: readonly Waiting[]) => Promise<void>;
  readonly note: (asking: Asking, waiting: Waiting, why: string) => Promise<Failure | null>;
} {
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);

  async function approve(chosen: readonly Waiting[]): Promise<void> {
    const [first] = chosen;
    if (busy.current || first === undefined) return;
    const own = chosen.find((w) => w.whyNot !== null);
    if (own !== undefined) return say({ tone: 'problem', text: `${own.row.number}: ${own.whyNot ?? ''}` });
    if (chosen.length > atOnce)
      return say({ tone: 'problem', text: `At most ${atOnce} are approved at one go. Untick some.` });
    busy.current = true;
    const result = await call('approval.give', { requestId: newRequestId(), cases: chosen.map(named), note: '' });
    busy.current = false;
    setTrouble(result.ok ? null : result.failure);
    if (result.ok) {
      onDone(chosen);
      const amount = money(chosen.reduce((sum, w) => sum + w.amount, 0));
      say({
        tone: 'saved',
        text:
          chosen.length === 1
            ? `Approved ${first.row.number}: ${amount}`
            : `Approved ${count(result.value.approved, 'case')}: ${amount}`,
      });
    }
    void queries.invalidateQueries();
  }

  async function note(asking: Asking, waiting: Waiting, why: string): Promise<Failure | null> {
    if (busy.current) return null;
    busy.current = true;
    const input = { requestId: newRequestId(), ...named(waiting), why };
    const result = await call(asking === 'return' ? 'approval.return' : 'approval.defer', input);
    busy.current = false;
    if (!result.ok) {
      // What is wrong with the line stands under it.
      if (result.failure.kind !== 'invalid') setTrouble(result.failure);
      return result.failure;
    }
    setTrouble(null);
    onDone(asking === 'return' ? [waiting] : []);
    const { number } = waiting.row;
    say({ tone: 'saved', text: asking === 'return' ? `Returned ${number}` : `${number} is held with your note` });
    void queries.invalidateQueries();
    return null;
  }

  return { trouble, clear: () => setTrouble(null), approve, note };
}
