import { useMemo } from 'react';
import type { CaseView } from '../../../shared/contract/cases';
import { Panel } from '../../components/panel';
import { policyOf } from '../../policies';
import { useMoment } from '../office-moment';
import { historyOf } from './history';

/** Everything that happened to the case, newest first: who, when, and what was changed from what to what. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const moment = useMoment();
  const pack = policyOf(view.row.policy)?.pack ?? null;
  const history = useMemo(() => historyOf(view, pack), [view, pack]);
  return (
    <Panel title="History">
      <ol className="history" reversed>
        {history.map((happening) => (
          <li key={happening.seq} className={happening.undone ? 'undone' : undefined}>
            <div>
              <strong>{happening.what}</strong>
              {happening.why !== '' && <> — {happening.why}</>}
              {happening.undone && <span className="quiet-text"> (undone)</span>}
            </div>
            {happening.changes.map((change) => (
              <div key={change.field}>
                {change.field}: <s>{change.before === '' ? 'nothing' : change.before}</s> →{' '}
                {change.after === '' ? 'nothing' : change.after}
              </div>
            ))}
            <div className="quiet-text">
              {moment(happening.at)} · {happening.person} · entry {happening.seq.toLocaleString('en-US')}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
