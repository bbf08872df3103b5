import type { Register } from '../../db/register';
import { mayBeTold } from '../../shared/register/approval';
import { noticeOf } from '../../shared/register/facts';
import { approvalOf, type Determined, type FoldedCase } from '../../shared/register/fold-case';
import type { ToldAgainst, ToldEarlier } from '../../shared/letters/told';
import type { LetterSource } from '../../shared/letters/source';
import { createClock } from '../clock';
import type { OpenContext } from './context';
import { aboutOf, packOf } from './letter-source';

/** A case that decided on the same student and course before another, with the determination that counts there. */
export type Earlier = { readonly id: string; readonly folded: FoldedCase; readonly present: Determined };

/** The case that decided before on what this one asks for, where that may be told; the last one where there are several. */
export function earlierDecision(caseId: string, { form, present }: FoldedCase, register: Register): Earlier | null {
  if (form.studentId === null || form.courseId === null) return null;
  const found = register.cases
    .decidedBeside(form.studentId, form.courseId, caseId)
    .flatMap(({ id, outcome, approval }): readonly Earlier[] => {
      if ((outcome !== 'refund' && outcome !== 'none') || !mayBeTold(approval)) return [];
      const folded = register.cases.folded(id);
      return folded?.present == null ? [] : [{ id, folded, present: folded.present }];
    })
    .filter((other) => present === null || other.present.seq < present.seq);
  return found.sort((a, b) => a.present.seq - b.present.seq).at(-1) ?? null;
}

/** What a letter says of it, and what it stands on: that determination, with what came this time in place of what came then. */
export function earlierSource(
  { id, folded, present }: Earlier,
  second: FoldedCase,
  { register, office }: OpenContext,
): Pick<LetterSource, 'facts' | 'determination' | 'hash' | 'pack' | 'earlier'> {
  const { facts, determination, packHash, at, seq } = present;
  const earlier: ToldEarlier = {
    caseNumber: folded.number,
    on: dayIn(at, office().timeZone),
    letter: letterOf(id, seq, register),
    paidOn: folded.payments.findLast((p) => p.failed === null)?.on ?? null,
  };
  return {
    facts: { ...facts, notice: noticeOf(second.form) },
    determination: { ...determination, effective: null },
    hash: '',
    pack: packOf(packHash, register),
    earlier,
  };
}

/** A determination as a petition or appeal against it is told; null where it refunds by no rule, or may not be told yet. */
export function toldAgainst(
  caseId: string,
  found: Determined | undefined,
  said: FoldedCase['said'],
  { register, office }: OpenContext,
): ToldAgainst | null {
  if (found === undefined || !isSettled(found) || !mayBeTold(approvalOf(found, said))) return null;
  return {
    on: dayIn(found.at, office().timeZone),
    refund: found.determination.refund,
    letter: letterOf(caseId, found.seq, register),
  };
}

/** Whether a determination says what is refunded, even if that is nothing. */
export function isSettled({ determination }: Determined): boolean {
  return determination.outcome === 'refund' || determination.outcome === 'none';
}

/** The number of the letter by which the student was told of a determination; null where none has gone out. */
function letterOf(caseId: string, seq: number, register: Register): string | null {
  const told = register.letters
    .ofCase(caseId)
    .map(({ id }) => register.letters.get(id))
    .findLast(
      (l) =>
        l?.determinationSeq === seq &&
        (l.state === 'mailed' || l.state === 'printed') &&
        l.type !== 'withdrawn' &&
        aboutOf(l).what === 'determination',
    );
  return told?.number ?? null;
}

function dayIn(at: string, timeZone: string): string {
  return createClock(() => Date.parse(at)).local(timeZone).day;
}
