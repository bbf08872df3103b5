import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../db/actions';
import type { Cause } from '../../shared/register/case';
import type { FoldedCase } from '../../shared/register/fold-case';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import { placeLeft, writePlace } from './case-place';
import { decide, voidLetters, writeDetermination } from './case-save';
import { sourcesOf } from './case-view';
import type { OpenContext } from './context';
import { voidStepLetters } from './letter-voiding';
import { lateAmong, refusedFor, withPetitions, type Standing } from './petition-facts';
import type { Determining } from './policies';

/** A case’s petitions with one of them as it is about to stand. */
export function standingWith(changed: Standing, { register }: OpenContext): readonly Standing[] {
  const others = register.petitions.foldedOfCase(changed.caseId).filter((p) => p.id !== changed.id);
  return [...others, changed];
}

/** What the case comes to with its petitions as they are about to stand. */
export function determinedWith(
  folded: FoldedCase,
  petitions: readonly Standing[],
  context: OpenContext,
): Result<Determining> {
  const decided = decide(withPetitions(sourcesOf(folded.form, context), petitions, context), context);
  return decided.ok ? ok(decided.made) : fail({ kind: 'invalid', problems: decided.problems });
}

/** A determination that a petition or appeal brings about. */
export type Bringing = {
  readonly cause: Cause;
  readonly why: string;
  readonly made: Determining;
  readonly petitionId?: string;
};

/** Writes it beside the old one, voids the letters that tell of that, and leaves the student’s place as it says. */
export function writeDecided(
  caseId: string,
  folded: FoldedCase,
  bringing: Bringing,
  context: OpenContext,
  write: Write,
): void {
  const { enrolment } = sourcesOf(folded.form, context);
  const { made, why } = bringing;
  writePlace(placeLeft(enrolment, folded.form, made, folded, packsOf(context.register)), enrolment, write);
  voidLetters(caseId, why, context, write);
  writeDetermination(caseId, bringing, context, write);
}

/**
 * Refuses a petition that was just opened or corrected where it came too late; of a decided case with the determination that follows. One
 * that changes nothing of the facts makes none.
 */
export function refuseLate(
  petition: Standing,
  folded: FoldedCase,
  context: OpenContext,
  write: Write,
): Result<unknown> {
  const [late] = lateAmong([petition], sourcesOf(folded.form, context), context);
  const voided = (why: string): Result<unknown> => ok(voidStepLetters(petition, petition.id, why, context, write));
  if (late === undefined) return voided('It was corrected.');
  write.entry('petition.decided', petition.id, late.content);
  if (folded.present === null) return voided('It came too late.');
  const [refused] = refusedFor([late], [petition], context);
  if (refused === undefined) return voided('It came too late.');
  const made = determinedWith(folded, standingWith(refused, context), context);
  if (!made.ok) return made;
  if (sameDecision(made.value, folded.present.facts.decision)) return voided('It came too late.');
  const why = `${petition.number} came too late. ${late.content.reason}`;
  writeDecided(
    petition.caseId,
    folded,
    { cause: 'petition', why, made: made.value, petitionId: petition.id },
    context,
    write,
  );
  return ok(null);
}

/** Whether a determination was made with the same decision in its facts: then a petition has brought nothing new. */
export function sameDecision(made: Determining, before: Determining['facts']['decision']): boolean {
  return isDeepStrictEqual(made.facts.decision ?? null, before ?? null);
}
