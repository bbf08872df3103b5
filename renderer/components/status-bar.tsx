import { Link } from 'wouter';
import type { Status } from '../../shared/contract/register';
import { roleWords } from '../../shared/register/role';
import { run } from '../commanding';
import { useShortMoment } from '../screens/office-moment';
import { useStore } from '../store';
import { batchLine, statusLine } from '../status';
import { undoAction } from '../undoing';

const marks = { saved: '✔', working: '…', problem: '⚠', note: '•' } as const;

/** What was saved last, the batch's running total, where the register lies and when it was backed up, and who is signed in. */
export function StatusBar({ status }: { readonly status: Status | undefined }) {
  const said = useStore(statusLine);
  const batch = useStore(batchLine);
  return (
    <footer className="status-bar" data-pane="status" aria-label="Status">
      <div className="status-said" role="status" aria-live="polite">
        {said !== null && (
          <span className={`said ${said.tone}`}>
            <span aria-hidden="true">{marks[said.tone]} </span>
            {said.text}
            {said.way !== undefined && (
              <>
                {' · '}
                <Link href={said.way.to}>{said.way.words}</Link>
              </>
            )}
            {said.actionId !== undefined && <UndoLink actionId={said.actionId} />}
          </span>
        )}
      </div>
      {batch !== null && <span>{batch}</span>}
      {status !== undefined && <Place status={status} />}
    </footer>
  );
}

function Place({ status }: { readonly status: Status }) {
  const moment = useShortMoment();
  return (
    <>
      <span className="status-right">
        {status.sample && <strong>Sample office · </strong>}
        {status.readOnly && <strong className="said problem">Read-only · </strong>}
        <span title={status.path ?? undefined}>Offline register: {status.path ?? 'none'}</span> ·{' '}
        {status.backedUpAt === null ? 'not backed up yet' : `backed up ${moment(status.backedUpAt)}`}
        {checked(status)}
      </span>
      {status.session !== null && (
        <button type="button" className="link" title="Switch user (Ctrl+L locks)" onClick={() => run('desk.switch')}>
          {status.session.name} · {roleWords[status.session.role]}
          <span className="only-heard">: switch user</span>
        </button>
      )}
    </>
  );
}

function UndoLink({ actionId }: { readonly actionId: string }) {
  return (
    <>
      {' · '}
      <button
        type="button"
        className="link"
        onClick={() => void undoAction('undo', actionId)}
        aria-keyshortcuts="Control+Z"
      >
        Undo
      </button>
      <span aria-hidden="true"> Ctrl Z</span>
    </>
  );
}

function checked(status: Status): string {
  switch (status.check) {
    case 'running':
      return ' · being checked';
    case 'passed':
      return '';
    case 'failed':
      // The banner over the screen says the rest.
      return status.brokenAt === null
        ? ` · check failed: ${status.checkDetail}`
        : ` · entry ${status.brokenAt.toLocaleString('en-US')} does not hold`;
  }
}
