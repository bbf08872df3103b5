import type { CaseForm } from '../../shared/register/case';
import type { Course } from '../../shared/register/course';
import type { Enrolment } from '../../shared/register/enrolment';
import type { Student } from '../../shared/register/student';
import { id } from '../db/records';
import { aKeyedCase, type Turns } from './privacy-here';

/** A refund that can go to the Business Office: keyed by the clerk, needing no second person. */
export async function aRefund(
  here: Turns,
  given: {
    readonly student?: Partial<Student>;
    readonly course?: Course;
    readonly form?: Partial<CaseForm>;
    readonly enrolment?: Partial<Enrolment>;
  } = {},
) {
  const keyed = await aKeyedCase(here, given);
  return { ...keyed, ...(await refundOf(here, keyed.caseId)) };
}

/** Where a case's refund stands. */
export async function refundOf(here: Turns, caseId: string) {
  const { rows } = await refunds(here, null);
  const row = rows.find((r) => r.caseId === caseId);
  if (row === undefined) throw new Error('that case has no refund');
  return row;
}

/** The refunds in one state, or all that there are. */
export function refunds(here: Turns, state: Parameters<typeof asked>[0], text = '') {
  return here.as('kim').gives('refund.list', asked(state, text));
}

function asked(
  state: 'to-hand-over' | 'not-ready' | 'handed-over' | 'paid' | 'overdue' | 'overpaid' | null,
  text: string,
) {
  return { state, text, sort: 'number', offset: 0, limit: 500 } as const;
}

/** What a batch is closed with: each case as its refund stands now. */
export async function closing(here: Turns, caseIds: readonly string[], batchId: string | null = null) {
  const { rows } = await refunds(here, null);
  const cases = caseIds.map((caseId) => {
    const row = rows.find((r) => r.caseId === caseId);
    return { caseId, determinationSeq: row?.determinationSeq ?? 0, cents: row?.outstanding ?? 0 };
  });
  return { requestId: id(), id: batchId, cases, note: '' };
}

/** Hands the refunds of cases over in a batch, as the clerk does. */
export async function handOver(here: Turns, caseIds: readonly string[], batchId: string | null = null) {
  const input = await closing(here, caseIds, batchId);
  return here.as('kim').gives('transmittal.close', input);
}

/** Enters that everything in a batch was paid on a day, each with a check of its own. */
export async function payAll(here: Turns, batchId: string, on: string) {
  const { lines } = await here.as('kim').gives('transmittal.get', { id: batchId });
  const payments = lines
    .filter((line) => line.lies && line.paidCents === 0)
    .map(({ caseId, cents, number }) => ({ caseId, on, reference: `C${number.slice(-4)}`, cents }));
  return here.as('kim').gives('payment.enter', { requestId: id(), transmittalId: batchId, payments });
}

/** A list of the Business Office as a file that somebody chose. */
export function aFile(content: string | Uint8Array, name = 'paid.csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes: bytes.length, read: () => Promise.resolve(bytes) };
}
