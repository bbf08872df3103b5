import type { Write } from '../../db/actions';
import type { CallName, Input } from '../../shared/contract';
import type { PetitionView } from '../../shared/contract/petitions';
import { ok, type Result } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { recordApproval } from './petition-approval';
import { decidePetition, previewDecision } from './petition-decide';
import { correctPetition, openPetition } from './petition-open';
import { answerPetition, returnPetition, withdrawPetition } from './petition-steps';
import { petitionView } from './petition-view';
import { recordVote } from './petition-votes';

type PetitionCall = Extract<CallName, `petition.${string}`>;
type Step = Exclude<PetitionCall, 'petition.list' | 'petition.get' | 'petition.preview'>;

/** Calls about petitions and appeals: each step an entry of its own, each decision a determination beside the old one. */
export const petitionHandlers: OpenHandlers<PetitionCall> = {
  'petition.list': (page, { register, local }) => ok(register.petitions.list({ ...page, today: local().day })),
  'petition.get': ({ id }, context) => petitionView(id, context),
  'petition.preview': previewDecision,
  'petition.open': (input, context) => step('petition.open', input, context, openPetition),
  'petition.correct': (input, context) => step('petition.correct', input, context, correctPetition),
  'petition.approve': (input, context) => step('petition.approve', input, context, recordApproval),
  'petition.return': (input, context) => step('petition.return', input, context, returnPetition),
  'petition.answer': (input, context) => step('petition.answer', input, context, answerPetition),
  'petition.vote': (input, context) => step('petition.vote', input, context, recordVote),
  'petition.decide': (input, context) => step('petition.decide', input, context, decidePetition),
  'petition.withdraw': (input, context) => step('petition.withdraw', input, context, withdrawPetition),
};

/** Carries out one step of a petition in an action of its own, and shows the petition as it then stands. */
function step<N extends Step>(
  call: N,
  input: Input<N>,
  context: OpenContext,
  work: (input: Input<N>, context: OpenContext, write: Write) => Result<unknown>,
): Result<PetitionView> {
  return context.act(
    call,
    input,
    (write) => work(input, context, write),
    (touched) => petitionView(touched.find((t) => t.subject === 'petition')?.subjectId ?? '', context),
  );
}
