import { useMemo, useState } from 'react';
import type { CaseView } from '../../../shared/contract/cases';
import { formatDay } from '../../../shared/day';
import { formatCents } from '../../../shared/money';
import type { CompiledPack } from '../../../shared/policy/compile';
import type { Office } from '../../../shared/register/office';
import type { PetitionKind } from '../../../shared/register/petition';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { noExceptionWords } from '../../forms/entry-unofficial';
import { keptWorksheet } from '../../worksheet/live';
import { LivePanel } from '../../worksheet/live-panel';
import { WorksheetResult } from '../../worksheet/worksheet';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { DeadlineStrip } from './deadline-strip';
import { isLate } from './deadline-words';
import { paperWord } from './states';
import { withPetition } from './with-petition';

type BeforeSavingProps = {
  readonly view: CaseView;
  readonly office: Office;
  readonly packs: readonly CompiledPack[];
  readonly today: string;
  readonly typed: { readonly kind: PetitionKind; readonly received: string | null; readonly reason: string };
};

/** What the policy says while a petition is keyed: by when it may come, whether it can change anything, and the worksheet with it. */
export function BeforeSaving({ view, office, packs, today, typed }: BeforeSavingProps) {
  const { kind, received, reason } = typed;
  const [open, setOpen] = useState<number | null>(null);
  const { live, deadline } = useMemo(
    () => withPetition(view, { kind, received: received ?? today, reason }, office, packs, today),
    [view, kind, received, reason, office, packs, today],
  );
  const against = view.determinations.findLast((d) => !d.superseded);
  const noException = noExceptionWords(live);
  const unknown = live.kind === 'decided' ? live.worksheet.lines.find((l) => l.rule === 'decision-unknown') : undefined;
  const late = deadline !== null && received !== null && isLate(deadline, received);
  return (
    <div className="stack">
      {noException !== null && (
        <Notice tone="warning">
          <strong>This policy allows no exception.</strong> {noException} The {paperWord(kind)} is recorded, and nothing
          else can be decided.
        </Notice>
      )}
      {unknown !== undefined && (
        <Notice tone="warning">
          <strong>The policy does not know this {paperWord(kind)}.</strong> {unknown.text} ({unknown.clause})
        </Notice>
      )}
      {late && (
        <Notice tone="warning">
          <strong>This petition came too late.</strong> Its last day was {formatDay(deadline.through, 'en')} (
          {deadline.clause}). It is recorded and refused for that; nobody can decide it otherwise.
        </Notice>
      )}
      {deadline !== null && (
        <Panel title="By when it may come" pane={false}>
          <DeadlineStrip deadline={deadline} receivedOn={received} />
        </Panel>
      )}
      {kind === 'appeal' ? (
        against !== undefined && <Against stored={against} packs={packs} />
      ) : (
        <LivePanel live={live} today={today} onJump={() => undefined} open={open} onOpen={setOpen} />
      )}
    </div>
  );
}

type AgainstProps = {
  readonly stored: CaseView['determinations'][number];
  readonly packs: readonly CompiledPack[];
};

/** The determination that an appeal will be against. */
function Against({ stored, packs }: AgainstProps) {
  const moment = useMoment();
  const nameOf = useNames();
  const worksheet = useMemo(() => keptWorksheet(stored.determination, stored.facts, packs), [stored, packs]);
  return (
    <Panel title="The determination it is against" pane={false}>
      {worksheet === null ? (
        <p>Refund {formatCents(stored.determination.refund)}</p>
      ) : (
        <WorksheetResult worksheet={worksheet} />
      )}
      <p className="determined-by">
        Determined {moment(stored.at)} by {nameOf(stored.person)}. Whoever made it cannot decide the appeal.
      </p>
    </Panel>
  );
}
