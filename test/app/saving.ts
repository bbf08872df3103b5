import type { Input } from '../../shared/contract';
import type { CaseForm } from '../../shared/register/case';
import { id } from '../db/records';

/** What a form is saved with: a new one, or the correction of a case with its reason. */
export function saving(form: CaseForm, caseId: string | null, why: string): Input<'case.save'> {
  return {
    requestId: id(),
    caseId,
    mode: 'decide',
    form,
    batchId: null,
    enrolment: null,
    why,
    secondForm: false,
  };
}
