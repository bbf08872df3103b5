import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseView } from '../../shared/contract/cases';
import { sayFailure } from '../../shared/errors';
import { mayBeTold } from '../../shared/register/approval';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { ApprovalChip } from '../components/approval-chip';
import { Chip, OutcomeChip } from '../components/chip';
import { Notice } from '../components/notice';
import { Screen } from '../components/screen';
import { TextField } from '../components/text-field';
import { asRead, duplicated } from '../forms/entry-duplicate';
import { to } from '../routes';
import { say } from '../status';
import { call, change, newRequestId, useCall } from '../wire';
import { ApprovalNotice } from './approvals/case-notice';
import { CaseFacts } from './case/case-facts';
import { CaseHistory } from './case/case-history';
import { CaseDocuments, CaseLetters } from './case/case-papers';
import { CasePayment } from './case/case-payment';
import { isOpen } from './case/case-form';
import { CaseAttachments, CasePetitions } from './case/case-petitions';
import { CaseWorksheet } from './case/case-worksheet';
import { Closing } from './case/closing';
import { FederalFigure } from './case/federal-figure';
import { useWalk } from './case/walk';
import { FailureBox } from './saying';

/** One case: its facts, its worksheet, its papers, its letters, and everything that happened to it. */
export function CaseScreen({ id }: { readonly id: string }) {
  const view = useCall('case.get', { id });
  const office = useCall('office.get', {});
  const failure = view.error?.failure ?? office.error?.failure;
  if (failure !== undefined) {
    return (
      <Screen title="Case">
        <FailureBox failure={failure} />
      </Screen>
    );
  }
  if (view.data?.row.id !== id || office.data === undefined) return <main className="screen" aria-busy="true" />;
  return <Case key={id} view={view.data} office={office.data.office} />;
}

type CaseProps = { readonly view: CaseView; readonly office: Parameters<typeof CaseFacts>[0]['office'] };

function Case({ view, office }: CaseProps) {
  const [, go] = useLocation();
  const { row } = view;
  const walk = useWalk(row.id);
  const decided = row.state === 'decided';
  const tellable = view.letterChoices.length > 0;
  const [asking, setAsking] = useState(false);
  const paper = { kind: 'worksheet', caseId: row.id } as const;
  useCommands({
    'record.next': walk?.next,
    'record.previous': walk?.previous,
    'case.correct': isOpen(view) ? () => go(to.entryOf(row.id)) : undefined,
    'case.redetermine': decided ? () => setAsking(true) : undefined,
    'record.duplicate': () => {
      duplicated.set(asRead(view));
      go(to.entry);
    },
    'letter.make': tellable ? () => go(to.caseLetter(row.id)) : undefined,
    print: decided ? () => void told(call('paper.print', paper), 'The worksheet is handed to the printer.') : undefined,
    'print.savePdf': decided ? () => void told(call('paper.savePdf', paper), 'The worksheet is saved.') : undefined,
  });
  return (
    <Screen
      title={row.number}
      detail={
        <>
          {row.studentName} <OutcomeChip {...row} /> <ApprovalChip {...row} />{' '}
          {view.confidential && <Chip tone="wait">Confidential</Chip>}{' '}
          {walk !== null && <span className="walk">{walk.words}</span>}
        </>
      }
      actions={
        <>
          {decided && <CommandButton id="print" label="Print worksheet" />}
          {row.state === 'held' && <CommandButton id="case.correct" label="Complete this form" tone="primary" />}
          {decided && <CommandButton id="case.correct" />}
          {tellable && (
            <CommandButton
              id="letter.make"
              tone={row.state !== 'held' && mayBeTold(row.approval) ? 'primary' : 'plain'}
            />
          )}
        </>
      }
    >
      <div className="case-page">
        {row.state === 'undone' && (
          <Notice tone="note">
            This case was undone. Its number stays; Ctrl+Y does it again while nothing else was done since.
          </Notice>
        )}
        <Closing view={view} office={office} />
        <ApprovalNotice view={view} />
        {(view.stale || asking) && decided && (
          <Redetermine view={view} onDone={() => setAsking(false)} focus={asking} />
        )}
        {decided && row.outcome === 'federal' && <FederalFigure view={view} />}
        <div className="case">
          <div className="case-left">
            <CaseFacts view={view} office={office} />
            <CasePayment view={view} office={office} />
            <CaseDocuments view={view} />
            <CasePetitions view={view} />
            <CaseAttachments view={view} />
            <CaseLetters view={view} />
          </div>
          <div className="case-right">
            <CaseWorksheet view={view} />
            <CaseHistory view={view} />
          </div>
        </div>
      </div>
    </Screen>
  );
}

/** Makes the determination again from today's facts, with its reason. */
function Redetermine({
  view,
  onDone,
  focus,
}: {
  readonly view: CaseView;
  readonly onDone: () => void;
  readonly focus: boolean;
}) {
  const [requestId] = useState(newRequestId);
  const [why, setWhy] = useState(view.stale ? 'The facts changed.' : '');
  const [problem, setProblem] = useState<string | null>(null);
  const again = async () => {
    if (why.trim() === '') return setProblem('Say why it is determined again.');
    const result = await change('case.redetermine', { requestId, id: view.row.id, why: why.trim() });
    if (!result.ok) {
      const said = sayFailure(result.failure);
      return setProblem(`${said.what} ${said.next}`);
    }
    say({ tone: 'saved', text: `${view.row.number} is determined again: ${result.value.row.label}` });
    onDone();
  };
  return (
    <Notice
      tone="warning"
      actions={
        <Button asks="case.redetermine" onPress={() => void again()}>
          Determine again
        </Button>
      }
    >
      {view.stale && (
        <p>
          <strong>Something this case stands on has changed since it was determined</strong> (student, course, fees or
          office). The determination below is the old one.
        </p>
      )}
      <div className="form" onKeyDown={(e) => e.key === 'Enter' && void again()}>
        <TextField
          label="Why"
          name="why"
          text={why}
          onText={setWhy}
          problem={problem}
          autoFocus={focus}
          maxLength={400}
        />
      </div>
    </Notice>
  );
}

async function told(
  asked: ReturnType<typeof call<'paper.print'>> | ReturnType<typeof call<'paper.savePdf'>>,
  done: string,
): Promise<void> {
  const result = await asked;
  if (result.ok) return say({ tone: 'saved', text: done });
  if (result.failure.kind !== 'cancelled') say({ tone: 'problem', text: sayFailure(result.failure).what });
}
