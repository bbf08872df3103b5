import type { Progress } from '../db/check';
import type { Register } from '../db/register';
import type { CompiledPack } from '../shared/policy/compile';
import { outcomeWords, rerun, type Rerun } from '../shared/policy/rerun';
import { packAt } from './packs';
import type { StoredCase } from '../db/nouns/past';

/** A case that would come out otherwise, in words and cents. */
export type ImpactRow = {
  readonly caseId: string;
  readonly number: string;
  readonly student: string;
  readonly course: string;
  readonly before: string;
  readonly after: string;
  readonly beforeCents: number;
  readonly afterCents: number;
};

/** What a draft would change of the past: how many cases it would have decided, how many otherwise, what they were refunded and would be. */
export type Impact = {
  cases: number;
  differing: number;
  beforeCents: number;
  afterCents: number;
  readonly rows: ImpactRow[];
};

/** An impact of which nothing is known yet. */
export const noImpact = (): Impact => ({ cases: 0, differing: 0, beforeCents: 0, afterCents: 0, rows: [] });

/** How many differing cases are listed one by one. */
const listed = 1000;
/** How many determinations are read at one go; a tenth of what a slice may take. */
const stride = 25;

/**
 * Decides the determinations of a register that count once more under a draft, in small steps, from their stored facts; adds what differs
 * to `impact` as it goes and changes nothing. `versions` are the versions there are without the draft.
 */
export function* rerunRegister(
  register: Register,
  draft: CompiledPack,
  versions: readonly CompiledPack[],
  impact: Impact,
): Generator<Progress, Impact> {
  const packs = [...versions, draft];
  const total = register.past.total();
  let done = 0;
  for (let page = register.past.after(0, stride); page.last !== null; page = register.past.after(page.last, stride)) {
    for (const stored of page.cases) {
      const again = rerun(stored, draft, packs);
      if (again !== null) count(stored, again, draft, register, impact);
    }
    done += page.count;
    yield { done, total };
  }
  return impact;
}

function count(stored: StoredCase, again: Rerun, draft: CompiledPack, register: Register, impact: Impact): void {
  const before = stored.determination;
  impact.cases += 1;
  impact.beforeCents += before.refund;
  if (again.kind === 'same') {
    impact.afterCents += before.refund;
    return;
  }
  const after = again.kind === 'other' ? again.after : null;
  impact.afterCents += after?.refund ?? 0;
  impact.differing += 1;
  if (impact.rows.length === listed) return;
  impact.rows.push({
    caseId: stored.caseId,
    number: stored.number,
    student: stored.student,
    course: stored.course,
    before: outcomeWords(before, packAt(stored.packHash, register).pack, after),
    after:
      again.kind === 'other'
        ? outcomeWords(again.after, draft.pack, before)
        : `cannot be decided: ${again.kind === 'impossible' ? `${again.field} ${again.message}` : ''}`,
    beforeCents: before.refund,
    afterCents: after?.refund ?? 0,
  });
}
