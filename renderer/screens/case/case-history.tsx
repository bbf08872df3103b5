import { useMemo } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import { Panel } from '../../components/panel';
import { useMay } from '../../may';
import { useNames } from '../../names';
import { policyOf } from '../../policies';
import { to } from '../../routes';
import { useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { historyOf, type Happening } from './history';

/** Everything that happened to the case, its petitions and its letters, newest first: who, when, and what was changed from what to what. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const moment = useMoment();
  const nameOf = useNames();
  const mayLook = useMay('history.entry');
  const asked = useCall('history.case', { caseId: view.row.id });
  const pack = policyOf(view.row.policy)?.pack ?? null;
  const history = useMemo(
    () => (asked.data === undefined ? null : historyOf(asked.data.entries, { names: asked.data.names, moment, pack })),
    [asked.data, moment, pack],
  );
  return (
    <Panel title="History">
      {asked.error !== null && <FailureBox failure={asked.error.failure} />}
      <ol className="history" reversed aria-busy={history === null}>
        {history?.map((happening) => (
          <li key={happening.seq} className={happening.undone ? 'undone' : undefined}>
            <div>
              <strong>{happening.what}</strong>
              {happening.of !== '' && <span className="quiet-text"> · {happening.of}</span>}
              {happening.why !== '' && <> — {happening.why}</>}
              {happening.undone && <span className="quiet-text"> (undone)</span>}
            </div>
            <Changes changes={happening.changes} />
            <div className="quiet-text">
              {moment(happening.at)} · {nameOf(happening.person)} · <EntryNumber seq={happening.seq} linked={mayLook} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Changes({ changes }: Pick<Happening, 'changes'>) {
  return changes.map((change) => (
    <div key={change.path}>
      {change.field}: <s>{change.before === '' ? 'nothing' : change.before}</s> →{' '}
      {change.after === '' ? 'nothing' : change.after}
    </div>
  ));
}

function EntryNumber({ seq, linked }: { readonly seq: number; readonly linked: boolean }) {
  const words = `entry ${seq.toLocaleString('en-US')}`;
  return linked ? <Link href={to.historyEntry(seq)}>{words}</Link> : words;
}
