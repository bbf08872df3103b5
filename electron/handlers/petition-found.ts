import { formatDay } from '../../shared/day';
import type { Failure } from '../../shared/errors';
import type { CaseState } from '../../shared/register/case';
import type { FactSources } from '../../shared/register/facts';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { StandingPetition } from '../../shared/register/fold-petition';
import type { PetitionState } from '../../shared/register/petition';
import { fail, ok, type Result } from '../../shared/result';
import { sourcesOf } from './case-view';
import type { OpenContext } from './context';

/** A petition or appeal with its case and the records that this names, as a call about it finds them. */
export type Found = {
  readonly id: string;
  readonly petition: StandingPetition;
  readonly folded: FoldedCase;
  readonly sources: FactSources;
};

/** A petition or appeal by its identifier. */
export function findPetition(id: string, context: OpenContext): Result<Found> {
  const petition = context.register.petitions.folded(id);
  const folded = petition === null ? null : context.register.cases.folded(petition.caseId);
  if (petition === null || folded === null) return fail({ kind: 'not-found', what: 'That petition' });
  return ok({ id, petition, folded, sources: sourcesOf(folded.form, context, petition.caseId) });
}

/** The same, as long as it and its case are where a call needs them; else why the call comes too early or too late. */
export function findStanding(id: string, states: readonly PetitionState[], context: OpenContext): Result<Found> {
  const found = findPetition(id, context);
  if (!found.ok) return found;
  const { petition, folded } = found.value;
  const closed = closedCase(folded.number, folded.state);
  if (closed !== null) return fail(closed);
  return states.includes(petition.state) ? found : fail(elsewhere(petition));
}

/** Why nothing more can be done about a case that was taken back, changed into another section, or undone; null where it goes on. */
export function closedCase(number: string, state: CaseState): Failure | null {
  switch (state) {
    case 'held':
    case 'decided':
      return null;
    case 'withdrawn':
      return {
        kind: 'wrong-state',
        message: `${number} was withdrawn by the student.`,
        next: 'If they ask again, key their new form as a new one.',
      };
    case 'swapped':
      return {
        kind: 'wrong-state',
        message: `${number} was turned into a change of section.`,
        next: 'A drop of the new section is a new form.',
      };
    case 'undone':
      return {
        kind: 'wrong-state',
        message: `${number} was undone.`,
        next: 'Redo it, or key the form again as a new one.',
      };
    case 'removed':
      return {
        kind: 'wrong-state',
        message: `What ${number} held was removed when it no longer had to be kept.`,
        next: 'A new form is a new case.',
      };
  }
}

function elsewhere({ number, state, decision, returns }: StandingPetition): Failure {
  const is = (message: string, next: string): Failure => ({ kind: 'wrong-state', message, next });
  const on = decision === null ? '' : ` on ${formatDay(decision.on, 'en')}`;
  const stays =
    'A decision stays. The student can appeal against it; what was decided a moment ago by mistake can be undone.';
  switch (state) {
    case 'open':
      return is(
        `${number} lies with the office.`,
        'Return it to the student first, if something is still needed of them.',
      );
    case 'returned': {
      const since = returns.at(-1)?.on;
      return is(
        `${number} lies with the student${since === undefined ? '' : ` since ${formatDay(since, 'en')}`}.`,
        'Record the answer first; the clock goes on then.',
      );
    }
    case 'granted':
      return is(`${number} was granted${on}.`, stays);
    case 'in-part':
      return is(`${number} was granted in part${on}.`, stays);
    case 'denied':
      return is(`${number} was denied${on}.`, stays);
    case 'late':
      return is(
        `${number} came too late and was refused for that.`,
        'Nobody can decide it otherwise. If the date was keyed wrong, undo opening it and open it again.',
      );
    case 'withdrawn':
      return is(`${number} was withdrawn by the student.`, 'If they ask again, open a new one.');
    case 'undone':
      return is(`${number} was undone.`, 'Redo opening it, or open a new one.');
  }
}
