import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { PetitionView } from '../../../shared/contract/petitions';
import type { Office } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useMay } from '../../may';
import { policyOf, usePacks } from '../../policies';
import { to } from '../../routes';
import { useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { FailureBox } from '../saying';
import { Approvals } from './approvals';
import type { Asking } from './asking';
import { Attachments } from './attachments';
import { CorrectPetition } from './correct-petition';
import { DeadlineStrip } from './deadline-strip';
import { Decided } from './decided';
import { DecisionPane } from './decision-pane';
import { PetitionFacts } from './petition-facts';
import { PetitionHistory } from './petition-history';
import { usePetitionWalk } from './petition-walk';
import { Returns } from './returns';
import { StandardWorksheet } from './standard-worksheet';
import { isWaiting, paperWord, StateChip } from './states';
import { Votes } from './votes';
import '../screens.css';

/** One petition or appeal: its paper and what was said to it at the left, what the policy gives and the decision at the right, its history at the foot. */
export function PetitionScreen({ id }: { readonly id: string }) {
  const view = useCall('petition.get', { id });
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office, true);
  const failure = view.error?.failure ?? office.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title="Petition">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (view.data?.row.id !== id || office.data === undefined || days === null)
    return <main className="screen" aria-busy="true" />;
  return <Page key={id} view={view.data} office={office.data.office} days={days} />;
}

type PageProps = { readonly view: PetitionView; readonly office: Office; readonly days: DayContext };

function Page({ view, office, days }: PageProps) {
  const [, go] = useLocation();
  const { row } = view;
  const walk = usePetitionWalk(row.id);
  const [asking, setAsking] = useState<Asking | null>(null);
  const packs = usePacks();
  const pack = policyOf(view.case.row.policy)?.pack ?? null;
  const rule = useMemo(() => pack?.decisions.find((d) => d.kind === view.petition.kind), [pack, view.petition.kind]);
  const waiting = isWaiting(row.state);
  const word = paperWord(row.kind);
  useCommands({
    'record.next': walk?.next,
    'record.previous': walk?.previous,
    'petition.correct': waiting ? () => setAsking('correct') : undefined,
    'letter.make': () => go(to.caseLetter(row.caseId)),
  });
  const openOne = (what: Asking) => (open: boolean) => setAsking(open ? what : null);
  return (
    <Screen
      title={row.number}
      detail={
        <>
          {row.studentName} <StateChip state={row.state} />{' '}
          {walk !== null && <span className="walk">{walk.words}</span>}
        </>
      }
      actions={
        <>
          {waiting && asking !== 'correct' && <CommandButton id="petition.correct" label={`Correct this ${word}`} />}
          <CommandButton id="letter.make" tone={waiting ? 'plain' : 'primary'} />
          {row.state === 'open' && view.whyNotDecide === null && <CommandButton id="petition.decide" tone="primary" />}
        </>
      }
    >
      <div className="case-page">
        {view.forbidden !== null && (
          <Notice tone="warning">
            <strong>Nothing else can be decided about this {word}.</strong> {view.forbidden.text} (
            {view.forbidden.clause})
          </Notice>
        )}
        <div className="case">
          <div className="case-left">
            <Panel title={row.kind === 'appeal' ? 'Appeal as received' : 'Petition as received'}>
              {asking === 'correct' && waiting ? (
                <CorrectPetition view={view} pack={pack} office={office} days={days} onClose={() => setAsking(null)} />
              ) : (
                <PetitionFacts view={view} office={office} pack={pack} today={days.today} />
              )}
            </Panel>
            <Approvals view={view} rule={rule} days={days} open={asking === 'approval'} onOpen={openOne('approval')} />
            <Votes view={view} days={days} open={asking === 'votes'} onOpen={openOne('votes')} />
            <Returns view={view} days={days} asking={asking} onAsk={setAsking} />
            <Attachments caseId={row.caseId} petitionId={row.id} attachments={view.attachments} open={waiting} />
          </div>
          <div className="case-right">
            {view.deadline !== null && (
              <Panel title="By when it may come" pane={false}>
                <DeadlineStrip deadline={view.deadline} receivedOn={view.petition.receivedOn} />
              </Panel>
            )}
            <Deciding view={view} office={office} days={days} rule={rule} onMore={() => setAsking('return')} />
            <StandardWorksheet view={view} packs={packs} />
            <PetitionHistory view={view} office={office} />
          </div>
        </div>
      </div>
    </Screen>
  );
}

type DecidingProps = PageProps & {
  readonly rule: Parameters<typeof Approvals>[0]['rule'];
  readonly onMore: () => void;
};

/** The decision: the pane where the person may decide, why not where they may not, what was decided once it is. */
function Deciding({ view, office, days, rule, onMore }: DecidingProps) {
  const may = useMay('petition.decide');
  const status = useCall('app.status', {});
  const { state, kind } = view.row;
  if (!isWaiting(state)) return <Decided view={view} />;
  if (state === 'returned')
    return (
      <Panel title="Decision" pane={false}>
        <p>It lies with the student. Record the answer first; then it can be decided.</p>
      </Panel>
    );
  if (!may || view.whyNotDecide !== null)
    return (
      <Panel title="Decision" pane={false}>
        <p>{view.whyNotDecide ?? 'A supervisor decides petitions and appeals.'}</p>
      </Panel>
    );
  const sets = rule === undefined ? kind === 'appeal' || kind === 'retroactive' : rule.gives === 'percent';
  return (
    <DecisionPane
      view={view}
      office={office}
      days={days}
      sets={sets}
      person={status.data?.session?.name ?? ''}
      onMore={onMore}
    />
  );
}
