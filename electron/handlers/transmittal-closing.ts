import type { Write } from '../../db/actions';
import type { Standing } from '../../db/nouns/refunds';
import type { LineStanding } from '../../db/nouns/transmittals';
import type { Input } from '../../shared/contract';
import type { Problem } from '../../shared/errors';
import { formatCents } from '../../shared/money';
import type { FoldedTransmittal } from '../../shared/register/fold-transmittal';
import type { TransmittalLine } from '../../shared/register/transmittal';
import { fail, ok, type Result } from '../../shared/result';
import { fiscalYearOf } from './case-save';
import type { OpenContext } from './context';

type Closing = Input<'transmittal.close'>;
type Named = Closing['cases'][number];

/**
 * Closes a batch of what was looked at: every case is looked at once more, and one that has moved on stops it by name. What still lies in a
 * reopened batch stays in it.
 */
export function close(input: Closing, context: OpenContext, write: Write): Result<unknown> {
  const { register } = context;
  const before = input.id === null ? null : register.transmittals.get(input.id);
  if (input.id !== null && before === null) return fail({ kind: 'not-found', what: 'That batch' });
  if (before?.state === 'closed')
    return fail({
      kind: 'wrong-state',
      message: `${before.number} is closed already.`,
      next: 'A supervisor can reopen it; what waits now can also go in a batch of its own.',
    });
  const staying = before === null || input.id === null ? [] : stayingIn(input.id, before, context);
  const there = new Map(staying.map((line) => [line.caseId, line]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const going: TransmittalLine[] = [];
  for (const [i, named] of input.cases.entries()) {
    const standing = register.refunds.standing(named.caseId);
    const stays = there.get(named.caseId);
    // What lies in the batch already need not be handed over again; more of it cannot go under the same number.
    if (stays !== undefined && standing !== null && standing.payable - standing.handed !== named.cents) continue;
    const wrong =
      stays !== undefined
        ? `${stays.number} lies in ${before?.number ?? ''} already; what it gives more goes in another batch.`
        : seen.has(named.caseId)
          ? `${standing?.number ?? 'That case'} is named twice.`
          : whyNot(named, standing, register.transmittals.numberOf(named.caseId));
    seen.add(named.caseId);
    if (wrong !== null) problems.push({ field: `cases.${i}`, message: wrong });
    else if (standing !== null) going.push(lineOf(named, standing));
  }
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  if (staying.length + going.length === 0)
    return fail({ kind: 'invalid', problems: [{ field: 'cases', message: 'Tick at least one refund.' }] });
  const { day } = context.local();
  const fiscalYear = before?.fiscalYear ?? fiscalYearOf(day, context.office().fiscalYearBegins);
  const ordinal = before?.ordinal ?? register.transmittals.lastOrdinal(fiscalYear) + 1;
  const number = before?.number ?? `BO-${fiscalYear}-${String(ordinal).padStart(4, '0')}`;
  const id = input.id ?? write.newId();
  write.entry('transmittal.closed', id, {
    number,
    fiscalYear,
    ordinal,
    revision: (before?.revision ?? 0) + 1,
    on: day,
    lines: [...staying, ...going].sort((one, other) => (one.number < other.number ? -1 : 1)),
    note: input.note,
    head: register.head(),
  });
  for (const { caseId, determinationSeq, cents } of going)
    write.entry('case.handedOver', caseId, {
      transmittalId: id,
      transmittal: number,
      determinationSeq,
      cents,
      on: day,
    });
  return ok(null);
}

/** Why a case cannot go as it was looked at; null where it can. */
function whyNot({ determinationSeq, cents }: Named, standing: Standing | null, lying: string | null): string | null {
  if (standing === null) return 'That case is not in the register.';
  const { number, payable, handed, approval, ready } = standing;
  const outstanding = payable - handed;
  if (outstanding <= 0)
    return lying === null
      ? `${number} has nothing to pay out now.`
      : `${number} was handed over in ${lying} already; nothing of it is left.`;
  if (approval === 'waiting') return `${number} waits for approval.`;
  if (approval === 'returned') return `${number} was returned by the second person.`;
  if (ready === 0) return `${number} waits for the decision of its petition.`;
  if (outstanding !== cents) return `${number} gives ${formatCents(outstanding)} now, not ${formatCents(cents)}.`;
  if (standing.determinationSeq !== determinationSeq) return `${number} was decided anew since you looked at it.`;
  return null;
}

function lineOf(
  { caseId, determinationSeq, cents }: Named,
  { number, hash, fund, courseCode }: Standing,
): TransmittalLine {
  return { caseId, number, determinationSeq, hash: hash ?? '', cents, fund, courseCode };
}

/** The lines of a reopened batch that were not taken back, at what still lies there of each. */
function stayingIn(id: string, before: FoldedTransmittal, { register }: OpenContext): TransmittalLine[] {
  const standing = new Map(register.transmittals.lines(id).map((line) => [line.caseId, line]));
  return before.lines.flatMap((line) => {
    const now = standing.get(line.caseId);
    if (now?.removed === 1) return [line];
    return now === undefined || now.here === 0 ? [] : [{ ...line, cents: now.here }];
  });
}

/** Reopens a batch: what was not paid waits again, what was paid stays in it. */
export function reopen(input: Input<'transmittal.reopen'>, { register }: OpenContext, write: Write): Result<unknown> {
  const { id, why } = input;
  const batch = register.transmittals.get(id);
  if (batch === null) return fail({ kind: 'not-found', what: 'That batch' });
  if (batch.state === 'reopened')
    return fail({
      kind: 'wrong-state',
      message: `${batch.number} is reopened already.`,
      next: 'Tick what is to go in it, and close it again.',
    });
  const back = register.transmittals.lines(id).filter(isUnpaid);
  if (back.length === 0)
    return fail({
      kind: 'wrong-state',
      message: `Nothing in ${batch.number} waits for payment: no refund would come back.`,
      next: 'Record a payment that failed with the case; its refund then waits for the next batch.',
    });
  write.entry('transmittal.reopened', id, { why });
  for (const { caseId } of back) write.entry('case.handedBack', caseId, { transmittalId: id, why });
  return ok(null);
}

function isUnpaid({ here, paid, removed }: LineStanding): boolean {
  return removed === 0 && here > 0 && paid === 0;
}

/** What is said where a reopened batch is asked for what only a closed one has. */
export function stillOpen(number: string): Result<never> {
  return fail({
    kind: 'wrong-state',
    message: `${number} is reopened: it is not what was handed over.`,
    next: 'Close it again first.',
  });
}
