import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../shared/errors';
import type { CaseForm } from '../../shared/register/case';
import type { FoldedCase } from '../../shared/register/fold-case';
import type { PetitionFields } from '../../shared/register/petition';

/** A form as it is kept, and the petition that came enclosed with it: that is a record of its own. */
export type Apart = {
  readonly form: CaseForm;
  readonly enclosed: PetitionFields | null;
  readonly problems: readonly Problem[];
};

/**
 * Parts a form from the petition enclosed with it. A petition that an earlier form holds in itself stays where it is as long as nobody
 * changes it.
 */
export function apartFromPetition(form: CaseForm, before: FoldedCase | null): Apart {
  const { petition } = form;
  if (petition === null || isDeepStrictEqual(petition, before?.form.petition))
    return { form, enclosed: null, problems: [] };
  const problems: Problem[] = [];
  if (petition.percent !== null || petition.authority !== '')
    problems.push({
      field: 'petition.percent',
      message:
        'What is decided is not keyed with the form. Save it; a supervisor decides the petition on its own page.',
    });
  if (petition.approvals.length > 0)
    problems.push({
      field: 'petition.approvals',
      message:
        'An approval is recorded on the petition, with its name, its date and the signature. Save the form first.',
    });
  if (petition.kind === 'appeal')
    problems.push({
      field: 'petition.kind',
      message: 'An appeal is against a determination. Save the form; the appeal is opened on its page.',
    });
  const enclosed: PetitionFields = {
    kind: petition.kind,
    receivedOn: petition.received,
    channel: form.channel,
    reasonCode: form.reason,
    reason: petition.reason,
    evidence: [],
    askedCents: null,
  };
  return { form: { ...form, petition: null }, enclosed, problems };
}
