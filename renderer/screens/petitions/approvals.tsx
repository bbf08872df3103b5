import { Check, CircleDashed, X } from 'lucide-react';
import type { PetitionView } from '../../../shared/contract/petitions';
import { formatDay } from '../../../shared/day';
import type { Problem } from '../../../shared/errors';
import type { DecisionRule } from '../../../shared/policy/pack';
import { approvalRoles, approvalSchema, type PetitionApproval } from '../../../shared/register/petition';
import type { DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { change } from '../../wire';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { BoundCheck, BoundChoice, BoundDay, BoundText } from '../record-form/fields';
import { readDayText, type Reading } from '../record-form/reading';
import { Recording } from '../record-form/recording';
import { roleNames } from './role-names';
import { isWaiting } from './states';

type ApprovalsProps = {
  readonly view: PetitionView;
  /** What the policy asks of such a petition; undefined where it does not know it. */
  readonly rule: DecisionRule | undefined;
  readonly days: DayContext;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** Who must approve a petition beside the office, and what they said on paper: name, day, signature seen. */
export function Approvals({ view, rule, days, open, onOpen }: ApprovalsProps) {
  const moment = useMoment();
  const nameOf = useNames();
  const asked = approvalRoles.filter(
    (role) => rule?.needs.includes(role) === true || view.approvals.some((a) => a.role === role),
  );
  if (asked.length === 0) return null;
  const missing = asked.find((role) => !view.approvals.some((a) => a.role === role)) ?? asked[0] ?? 'instructor';
  return (
    <Panel
      title="Approvals on paper"
      aside={
        isWaiting(view.row.state) &&
        !open && (
          <Button asks="petition.approve" onPress={() => onOpen(true)}>
            Record an approval
          </Button>
        )
      }
    >
      <ul className="papers">
        {asked.map((role) => {
          const said = view.approvals.find((a) => a.role === role);
          const counts = said?.verdict === 'approved' && said.signatureSeen;
          const Mark =
            said === undefined ? CircleDashed : said.verdict === 'declined' ? X : counts ? Check : CircleDashed;
          return (
            <li key={role} className={counts ? '' : 'absent'}>
              <Mark size={14} aria-hidden />
              <span>
                {roleNames[role]}: {said === undefined ? 'not recorded yet' : approvalWords(said)}
                {said !== undefined && (
                  <span className="quiet-text">
                    {' '}
                    · recorded {moment(said.at)} by {nameOf(said.person)}
                    {said.note !== '' && ` · ${said.note}`}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {open && (
        <Recording<ApprovalTexts, PetitionApproval, PetitionView>
          label="Approval on paper"
          asks="petition.approve"
          first={{ role: missing, verdict: 'approved', name: '', on: '', signatureSeen: false, note: '' }}
          read={(texts) => readApproval(texts, days)}
          schema={approvalSchema}
          send={(approval, requestId) => change('petition.approve', { requestId, id: view.row.id, approval })}
          onDone={() => {
            say({ tone: 'saved', text: `${view.row.number}: the approval is recorded` });
            onOpen(false);
          }}
          onLeave={() => onOpen(false)}
        >
          {(control) => (
            <>
              <BoundChoice
                control={control}
                name="role"
                label="Who"
                choices={approvalRoles.map((value) => ({ value, words: roleNames[value] }))}
                optional={false}
              />
              <BoundChoice control={control} name="verdict" label="Says" choices={verdicts} optional={false} />
              <BoundText control={control} name="name" label="Name" required />
              <BoundDay control={control} name="on" label="Dated" context={days} required />
              <BoundCheck
                control={control}
                name="signatureSeen"
                label="Signature"
                words="Seen by me"
                hint="Without it the approval counts for nothing yet"
              />
              <BoundText control={control} name="note" label="Note" />
            </>
          )}
        </Recording>
      )}
    </Panel>
  );
}

const verdicts = [
  { value: 'approved', words: 'Approves' },
  { value: 'declined', words: 'Declines' },
] as const;

type ApprovalTexts = Omit<PetitionApproval, 'on'> & { readonly on: string };

function readApproval(texts: ApprovalTexts, days: DayContext): Reading {
  const wrong: Problem[] = [];
  if (texts.on.trim() === '')
    wrong.push({ field: 'on', message: 'The date is missing. Type it as written on the paper.' });
  return { record: { ...texts, on: readDayText(texts.on, 'on', days, wrong) }, wrong };
}

function approvalWords(said: PetitionApproval): string {
  const seen = said.signatureSeen ? 'signature seen' : 'signature not seen yet';
  return `${said.verdict} by ${said.name}, ${formatDay(said.on, 'en')}, ${seen}`;
}
