import type { LineStanding } from '../../db/nouns/transmittals';
import type { TransmittalView } from '../../shared/contract/transmittals';
import { sayMark } from '../../shared/register/chain-mark';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext } from './context';
import { byCase, differencesIn, listedRows } from './transmittal-differences';

/** A batch's line beside what its case gives of it now. */
export type Line = TransmittalView['lines'][number] & Pick<LineStanding, 'failedReference'>;

/** A batch whole, read from the tables: its lines, its sums side by side, and every difference by name. */
export function transmittalView(id: string, { register }: Pick<OpenContext, 'register'>): Result<TransmittalView> {
  const row = register.transmittals.row(id);
  const batch = register.transmittals.get(id);
  if (row === null || batch === null) return fail({ kind: 'not-found', what: 'That batch' });
  const rows = listedRows(batch.lists);
  const listed = byCase(rows);
  const lines = register.transmittals.lines(id).map((found): Line => {
    const { removed, payable: _payable, here, before: _before, since: _since, handedOn: _on, ...line } = found;
    const said = listed.get(line.caseId) ?? [];
    const readable = said.flatMap((r) => r.cents ?? []);
    return {
      ...lineOf(line),
      now: nowOf(found, batch.state),
      // What was removed for its age had been paid, or it would have been kept.
      paidOn: line.paidOn,
      paidCents: removed === 1 ? line.cents : line.paid,
      listedCents: readable.length === 0 ? null : readable.reduce((sum, cents) => sum + cents, 0),
      lies: here > 0 || removed === 1,
      failed: here > 0 ? null : line.failed,
    };
  });
  const nameOf = (account: string): string => register.people.withAccount(account)?.name ?? account;
  const { reconciled } = batch;
  return ok({
    ...row,
    note: batch.note,
    mark: sayMark(batch.head),
    lines: lines.map(({ failedReference: _, ...line }) => line),
    byFund: totalsBy(lines, 'fund'),
    byCourse: totalsBy(lines, 'courseCode'),
    reopenings: batch.reopenings.map(({ at, person, why }) => ({ at, person: nameOf(person), why })),
    sums: {
      batch: sum(lines, 'cents'),
      cases: sum(lines, 'now'),
      listed: batch.lists.length === 0 ? null : rows.reduce((total, r) => total + (r.cents ?? 0), 0),
      paid: sum(lines, 'paidCents'),
    },
    differences: differencesIn(batch, lines, rows),
    listedFrom: batch.lists.length === 0 ? null : batch.lists.map((l) => l.fileName).join(', '),
    reconciled: reconciled === null ? null : { ...reconciled, person: nameOf(reconciled.person) },
  });
}

function lineOf(
  line: Pick<
    LineStanding,
    'caseId' | 'number' | 'studentName' | 'courseCode' | 'fund' | 'cents' | 'reference' | 'failedReference'
  >,
) {
  const { caseId, number, studentName, courseCode, fund, cents, reference, failedReference } = line;
  return { caseId, number, studentName, courseCode, fund, cents, reference: reference ?? '', failedReference };
}

/**
 * What of a line its case gives now. A case that went over in several batches gives the earlier ones what they took, as far as it still
 * does, and the last of them all that is left; what lies here no longer gives nothing, unless the whole batch waits to be closed again.
 */
function nowOf({ removed, payable, cents, here, before, since }: LineStanding, state: 'closed' | 'reopened'): number {
  if (removed === 1) return cents;
  if (here === 0 && state === 'closed') return 0;
  const left = Math.max(0, payable - before);
  return since === 1 ? Math.min(here, left) : left;
}

/** Control totals: how many refunds of what sum stand under each fund, or course, by name. */
export function totalsBy(
  lines: readonly Pick<Line, 'fund' | 'courseCode' | 'cents'>[],
  by: 'fund' | 'courseCode',
): { readonly key: string; readonly cases: number; readonly cents: number }[] {
  const totals = new Map<string, { key: string; cases: number; cents: number }>();
  for (const line of lines) {
    const { cases, cents } = totals.get(line[by]) ?? { cases: 0, cents: 0 };
    totals.set(line[by], { key: line[by], cases: cases + 1, cents: cents + line.cents });
  }
  return [...totals.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function sum<K extends string>(rows: readonly { readonly [k in K]: number }[], of: K): number {
  return rows.reduce((total, row) => total + row[of], 0);
}
