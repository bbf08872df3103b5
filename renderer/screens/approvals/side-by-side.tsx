import type { Output } from '../../../shared/contract';
import type { Waiting } from '../../../shared/contract/approvals';
import type { Office } from '../../../shared/register/office';
import { Notice } from '../../components/notice';
import { useNames } from '../../names';
import { useCall } from '../../wire';
import { CaseFacts } from '../case/case-facts';
import { CaseWorksheet } from '../case/case-worksheet';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { SimilarCases } from './similar-cases';

/** One that waits, with what is needed to judge it side by side: the form's facts, the worksheet, the last cases decided alike. */
export function SideBySide({ waiting }: { readonly waiting: Waiting }) {
  const { id } = waiting.row;
  const found = useCall('approval.get', { caseId: id });
  const office = useCall('office.get', {});
  const failure = found.error?.failure ?? office.error?.failure;
  if (failure !== undefined) return <FailureBox failure={failure} />;
  if (found.data?.waiting.row.id !== id || office.data === undefined) return <div aria-busy="true" />;
  return <Judged key={id} {...found.data} office={office.data.office} />;
}

function Judged({ waiting, view, similar, office }: Output<'approval.get'> & { readonly office: Office }) {
  const nameOf = useNames();
  const moment = useMoment();
  return (
    <>
      <p className="waits-since">
        Waits since {moment(waiting.since)}. Keyed, corrected or decided by{' '}
        {waiting.people.map((account) => nameOf(account)).join(', ')}.
      </p>
      {waiting.deferred !== '' && (
        <Notice tone="note">
          <strong>Held with a note:</strong> {waiting.deferred}
        </Notice>
      )}
      {waiting.whyNot !== null && <Notice tone="warning">{waiting.whyNot}</Notice>}
      {view.stale && (
        <Notice tone="warning">
          Something it was decided from has changed since (student, course, fees or office). Return it, so that it is
          decided again.
        </Notice>
      )}
      <div className="judged">
        <CaseFacts view={view} office={office} />
        <CaseWorksheet view={view} />
      </div>
      <SimilarCases similar={similar} />
    </>
  );
}
