import type { TransmittalView } from '../../shared/contract/transmittals';
import { formatCents } from '../../shared/money';
import type { FoldedTransmittal } from '../../shared/register/fold-transmittal';
import type { ListedPayment } from '../../shared/register/transmittal';
import type { Line } from './transmittal-view';

type Difference = TransmittalView['differences'][number];

/** The rows of all lists that came back for a batch; one that stood in an earlier list just so counts once. */
export function listedRows(lists: FoldedTransmittal['lists']): ListedPayment[] {
  const earlier = new Set<string>();
  return lists.flatMap(({ rows }) => {
    const fresh = rows.filter((row) => !earlier.has(identity(row)));
    for (const row of rows) earlier.add(identity(row));
    return fresh;
  });
}

/** The rows of a list by the case that each names. */
export function byCase(rows: readonly ListedPayment[]): Map<string | null, ListedPayment[]> {
  const found = new Map<string | null, ListedPayment[]>();
  for (const row of rows) {
    const known = found.get(row.caseId);
    if (known === undefined) found.set(row.caseId, [row]);
    else known.push(row);
  }
  return found;
}

function identity({ key, caseId, cents, on, reference }: ListedPayment): string {
  return JSON.stringify([caseId ?? key, cents, on, reference]);
}

/** Everything in which a batch differs from what its cases give now, from the Business Office's lists, and from what was paid. */
export function differencesIn(
  batch: FoldedTransmittal,
  lines: readonly Line[],
  rows: readonly ListedPayment[],
): Difference[] {
  const back = batch.lists.length > 0 || lines.some((line) => line.paidCents > 0);
  const ofCase = byCase(rows);
  const here = new Set(lines.map((line) => line.caseId));
  const ofLines = lines.flatMap((line) => {
    const listed = batch.lists.length === 0 ? [] : listedOf(line, ofCase.get(line.caseId) ?? []);
    return [
      ...changedOf(line, batch.state),
      ...listed,
      ...(back && listed.length === 0 && !(line.failed !== null && line.paidCents === 0) ? paidOf(line) : []),
    ];
  });
  const elsewhere = rows.filter((row) => row.caseId === null || !here.has(row.caseId)).map(strange);
  return [...ofLines, ...elsewhere];
}

function changedOf({ caseId, number, cents, now, failed, failedReference, lies }: Line, state: string): Difference[] {
  if (now === cents) return [];
  if (failed !== null && !lies && state === 'closed')
    return [
      {
        kind: 'failed',
        caseId,
        what: `${number}: payment ${failedReference ?? ''} ${failures[failed]}; its ${formatCents(cents)} are no longer in this batch.`,
        cents: -cents,
      },
    ];
  const less = now < cents;
  return [
    {
      kind: 'changed',
      caseId,
      what: `${number} gives ${formatCents(now)} of this batch now, not ${formatCents(cents)}${less ? '' : '; the rest goes with a later batch'}.`,
      cents: now - cents,
    },
  ];
}

const failures = {
  uncashed: 'was never cashed',
  returned: 'came back',
  stopped: 'was stopped',
  mistake: 'was entered by mistake',
} as const;

/** What the lists say of a line against what it is. */
function listedOf({ caseId, number, cents }: Line, rows: readonly ListedPayment[]): Difference[] {
  const readable = rows.flatMap((r) => r.cents ?? []);
  const unreadable = rows.filter((r) => r.cents === null).map((row) => strange({ ...row, key: number }));
  if (readable.length === 0)
    return [
      {
        kind: 'not-listed',
        caseId,
        what: `${number} (${formatCents(cents)}) is not in the Business Office’s list.`,
        cents: -cents,
      },
      ...unreadable,
    ];
  const listed = readable.reduce((sum, c) => sum + c, 0);
  if (listed === cents) return unreadable;
  const twice = readable.length > 1;
  return [
    {
      kind: twice ? 'listed-twice' : 'amount',
      caseId,
      what: twice
        ? `${number} stands ${readable.length} times in the Business Office’s list, with ${formatCents(listed)} in all; the batch has ${formatCents(cents)}.`
        : `${number} has ${formatCents(listed)} in the Business Office’s list; the batch has ${formatCents(cents)}.`,
      cents: listed - cents,
    },
    ...unreadable,
  ];
}

function paidOf({ caseId, number, cents, paidCents }: Line): Difference[] {
  if (paidCents === cents) return [];
  const paid = paidCents === 0 ? 'has not been paid' : `was paid ${formatCents(paidCents)}`;
  return [
    {
      kind: paidCents < cents ? 'unpaid' : 'overpaid',
      caseId,
      what: `${number} ${paid}; the batch has ${formatCents(cents)}.`,
      cents: paidCents - cents,
    },
  ];
}

/** A row of a list that is no line of the batch, or whose amount cannot be read. */
function strange({ line, key, caseId, cents }: ListedPayment): Difference {
  const named = key === '' ? '' : ` (${key})`;
  if (cents === null)
    return {
      kind: 'unreadable',
      caseId,
      what: `Line ${line}${named} of the Business Office’s list has no amount that can be read.`,
      cents: null,
    };
  return {
    kind: 'not-in-batch',
    caseId,
    what: `Line ${line}${named} of the Business Office’s list, ${formatCents(cents)}, is not in this batch.`,
    cents,
  };
}
