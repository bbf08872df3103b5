import type { CaseView } from '../../../shared/contract/cases';
import type { Content } from '../../../shared/register/contents';
import { CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';

/** On a case: that its determination waits for a second person, or was returned, by whom and why. */
export function ApprovalNotice({ view }: { readonly view: CaseView }) {
  const moment = useMoment();
  const nameOf = useNames();
  const { approval } = view.row;
  if (approval === 'waiting')
    return (
      <Notice tone="note">
        This determination is above the amount that one person decides. Its letter can be made once a supervisor has
        approved it.
      </Notice>
    );
  const returned = approval === 'returned' ? view.entries.findLast((e) => e.kind === 'case.returned') : undefined;
  if (returned === undefined) return null;
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <CommandButton id="case.redetermine" />
          <CommandButton id="case.correct" tone="primary" />
        </>
      }
    >
      <p>
        <strong>Returned: {(returned.content as Content['case.returned']).note}</strong>
      </p>
      <p>
        By {nameOf(returned.person)}, {moment(returned.at)}. Correct the form or decide it again; it then waits for
        approval anew.
      </p>
    </Notice>
  );
}
