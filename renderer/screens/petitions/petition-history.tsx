import { useMemo } from 'react';
import type { PetitionView } from '../../../shared/contract/petitions';
import type { Office } from '../../../shared/register/office';
import { Panel } from '../../components/panel';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { happenedTo } from './happened';

/** Everything that happened to a petition, newest first: what, who, when, and what a correction changed. */
export function PetitionHistory({ view, office }: { readonly view: PetitionView; readonly office: Office }) {
  const moment = useMoment();
  const nameOf = useNames();
  const history = useMemo(() => happenedTo(view.entries, office), [view.entries, office]);
  return (
    <Panel title="History" pane={false}>
      <ol className="history" reversed>
        {history.map(({ entry, what, why, changes }) => (
          <li key={entry.seq} className={entry.undone ? 'undone' : undefined}>
            <div>
              <strong>{what}</strong>
              {why !== '' && <> — {why}</>}
              {entry.undone && <span className="quiet-text"> (undone)</span>}
            </div>
            {changes.map((change) => (
              <div key={change.field}>
                {change.field}: <s>{change.before === '' ? 'nothing' : change.before}</s> →{' '}
                {change.after === '' ? 'nothing' : change.after}
              </div>
            ))}
            <div className="quiet-text">
              {moment(entry.at)} · {nameOf(entry.person)} · entry {entry.seq.toLocaleString('en-US')}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
