import { useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { sayMark } from '../../../shared/register/chain-mark';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { say } from '../../status';
import { call, queries, useCall } from '../../wire';
import { BackupList } from '../backup-list';
import { ProofOfPaper } from '../history/proof';
import { FailureBox } from '../saying';
import { count, size } from '../wording';

type Checked = Output<'register.verify'>;

/** The register: where it lies, its backups with their restore, and the check of every entry. */
export function RegisterCare() {
  const status = useCall('app.status', {});
  const backups = useCall('register.backups', {});
  const [busy, setBusy] = useState<'backup' | 'copy' | 'verify' | 'restore' | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);

  async function doing<T>(
    what: typeof busy,
    asked: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }>,
    then: (value: T) => void,
  ) {
    setBusy(what);
    setTrouble(null);
    const result = await asked;
    setBusy(null);
    if (result.ok) return then(result.value);
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  const backUp = () =>
    doing('backup', call('register.backUp', {}), (made) => {
      void queries.invalidateQueries();
      say({ tone: 'saved', text: `Backed up: ${count(made.entries, 'entry', 'entries')}, ${size(made.bytes)}` });
    });
  const saveCopy = () =>
    doing('copy', call('register.saveCopy', {}), ({ path }) =>
      say({ tone: 'saved', text: `A copy is saved as ${path}` }),
    );
  const verify = () => doing('verify', call('register.verify', {}), setChecked);
  const restore = (name: string) =>
    doing('restore', call('register.restore', { name }), (next) => {
      setChecked(null);
      queries.setQueryData(['app.status', {}], next);
      void queries.invalidateQueries();
      say({ tone: 'saved', text: 'The backup is restored; the register as it was is kept beside it.' });
    });

  const now = status.data;
  return (
    <div className="stack">
      {trouble !== null && <FailureBox failure={trouble} />}
      <Panel title="The register">
        <dl className="pairs">
          <dt>File</dt>
          <dd className="path">{now?.path ?? ''}</dd>
          <dt>Entries</dt>
          <dd>{now?.entries.toLocaleString('en-US') ?? ''}</dd>
          <dt>Checked</dt>
          <dd>{now === undefined ? '' : checkWords(now)}</dd>
        </dl>
        <div className="row-of">
          <Button asks="register.verify" disabled={busy !== null} onPress={() => void verify()}>
            {busy === 'verify' ? 'Checking every entry…' : 'Check every entry'}
          </Button>
          <Button asks="register.saveCopy" disabled={busy !== null} onPress={() => void saveCopy()}>
            Save a copy…
          </Button>
        </div>
        {checked !== null && <Verdict checked={checked} />}
      </Panel>
      <Panel title="Compare a paper with the register">
        <ProofOfPaper />
      </Panel>
      <Panel
        title="Backups"
        aside={
          <Button asks="register.backUp" disabled={busy !== null} onPress={() => void backUp()}>
            {busy === 'backup' ? 'Backing up…' : 'Back up now'}
          </Button>
        }
      >
        {backups.data?.length === 0 && (
          <p className="empty-line">No backup yet. One is made every day the register is used.</p>
        )}
        <BackupList
          backups={backups.data ?? []}
          busy={busy !== null}
          restoring={busy === 'restore'}
          lost={({ entries }) => lost(now?.entries ?? 0, entries)}
          onRestore={restore}
        />
      </Panel>
    </div>
  );
}

function lost(now: number, then: number): string {
  return now > then
    ? `The ${count(now - then, 'entry', 'entries')} made since would not be in it.`
    : 'It holds as many entries as the register does now.';
}

function checkWords(status: Output<'app.status'>): string {
  switch (status.check) {
    case 'running':
      return 'being checked now';
    case 'passed':
      return 'every entry is as it was made';
    case 'failed':
      return status.checkDetail;
  }
}

function Verdict({ checked }: { readonly checked: Checked }) {
  if (checked.brokenSaid !== '')
    return (
      <Notice tone="problem">
        <strong>{checked.brokenSaid}</strong>{' '}
        {checked.firstBroken === null
          ? 'The entries themselves are sound.'
          : 'What follows it is borne out by nothing.'}{' '}
        Save a copy, call IT, and restore the newest backup.
      </Notice>
    );
  if (checked.rowsDiffering > 0)
    return (
      <Notice tone="problem">
        <strong>
          {count(checked.rowsDiffering, 'determination does', 'determinations do')} not come out as stored.
        </strong>{' '}
        The entries themselves are sound. Save a copy and call IT.
      </Notice>
    );
  return (
    <Notice tone="note">
      <strong>All {count(checked.entries, 'entry', 'entries')} are as they were made.</strong> {sayMark(checked.head)}
    </Notice>
  );
}
