import { useState } from 'react';
import type { Output } from '../../shared/contract';
import type { Status } from '../../shared/contract/register';
import { sayFailure, type Failure } from '../../shared/errors';
import { Button } from '../components/button';
import { BackupList } from './backup-list';
import { useMoment } from './office-moment';
import { call, queries, useCall } from '../wire';
import './screens.css';

type Busy = 'retry' | 'other' | 'copy' | 'restore' | null;

/** A register that could not be opened: what happened, to which file, and the ways on. It never offers deletion. */
export function FailureScreen({ status }: { readonly status: Status }) {
  const backups = useCall('register.backups', {});
  const [busy, setBusy] = useState<Busy>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const said = status.failure === null ? null : sayFailure(status.failure);

  async function attempt(what: Busy, asked: ReturnType<typeof call<'register.retry'>>): Promise<void> {
    setBusy(what);
    setTrouble(null);
    const result = await asked;
    setBusy(null);
    if (result.ok) adopt(result.value);
    else if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  async function saveCopy(): Promise<void> {
    setBusy('copy');
    setTrouble(null);
    const result = await call('register.saveCopy', {});
    setBusy(null);
    if (result.ok) setCopied(result.value.path);
    else if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }

  return (
    <main className="alone failure">
      <h1>The register could not be opened</h1>
      {said !== null && (
        <div role="alert" className="failure-said">
          <p>
            <strong>{said.what}</strong>
          </p>
          <p>{said.meaning}</p>
          <p>{said.next}</p>
        </div>
      )}
      {status.path !== null && (
        <dl className="facts">
          <dt>The file</dt>
          <dd className="path">{status.path}</dd>
        </dl>
      )}
      {trouble !== null && <Trouble failure={trouble} />}
      {copied !== null && <p role="status">A copy was saved as {copied}.</p>}
      <div className="ways-on" role="group" aria-label="Ways on">
        <Button
          tone="primary"
          disabled={busy !== null}
          onPress={() => void attempt('retry', call('register.retry', {}))}
        >
          {busy === 'retry' ? 'Trying…' : 'Try again'}
        </Button>
        <Button disabled={busy !== null} onPress={() => void attempt('other', call('register.openOther', {}))}>
          Open another register…
        </Button>
        <Button disabled={busy !== null} onPress={() => void saveCopy()}>
          Save a copy of the file…
        </Button>
        <Button disabled={busy !== null} onPress={() => void call('app.quit', {})}>
          Quit
        </Button>
      </div>
      <Restore
        backups={backups.data ?? []}
        busy={busy}
        onRestore={(name) => attempt('restore', call('register.restore', { name }))}
      />
    </main>
  );
}

/** A failure of one of the ways on, in its own words beside the first. */
function Trouble({ failure }: { readonly failure: Failure }) {
  const said = sayFailure(failure);
  return (
    <p role="alert" className="problem-line">
      {said.what} {said.meaning} {said.next}
    </p>
  );
}

type RestoreProps = {
  readonly backups: Output<'register.backups'>;
  readonly busy: Busy;
  readonly onRestore: (name: string) => Promise<void>;
};

function Restore({ backups, busy, onRestore }: RestoreProps) {
  const moment = useMoment();
  if (backups.length === 0) return <p className="quiet-text">No backup of this register was found on this PC.</p>;
  return (
    <section aria-labelledby="backups-heading">
      <h2 id="backups-heading">Restore a backup</h2>
      <p className="quiet-text">The file as it is now is kept beside the restored one.</p>
      <BackupList
        backups={backups}
        busy={busy !== null}
        restoring={busy === 'restore'}
        lost={({ at }) => `What was entered after ${moment(at)} will not be in it.`}
        onRestore={onRestore}
      />
    </section>
  );
}

/** Takes a register that was opened as the present one: everything that was read before is read again. */
function adopt(status: Status): void {
  queries.setQueryData(['app.status', {}], status);
  void queries.invalidateQueries();
}
