import { useState } from 'react';
import type { Output } from '../../shared/contract';
import { Button } from '../components/button';
import { useMoment } from './office-moment';
import { count, size } from './wording';

type BackupListProps = {
  readonly backups: Output<'register.backups'>;
  /** Whether something is under way that a restore would disturb. */
  readonly busy: boolean;
  readonly restoring: boolean;
  /** What restoring a backup would leave out. */
  readonly lost: (backup: Output<'register.backups'>[number]) => string;
  readonly onRestore: (name: string) => Promise<void>;
};

/** The backups of a register, newest first; each can be restored, after a line that says what would be lost. */
export function BackupList({ backups, busy, restoring, lost, onRestore }: BackupListProps) {
  const moment = useMoment();
  const [asking, setAsking] = useState<string | null>(null);
  return (
    <ul className="backup-list">
      {backups.map((backup) => (
        <li key={backup.name}>
          <span>
            <strong>{moment(backup.at)}</strong> · {count(backup.entries, 'entry', 'entries')} · {size(backup.bytes)}
          </span>
          {asking === backup.name ? (
            <span className="asked">
              {lost(backup)}
              <Button
                tone="danger"
                disabled={busy}
                onPress={() => void onRestore(backup.name).then(() => setAsking(null))}
              >
                {restoring ? 'Restoring…' : 'Restore it'}
              </Button>
              <Button onPress={() => setAsking(null)}>Leave it</Button>
            </span>
          ) : (
            <Button
              asks="register.restore"
              disabled={busy}
              label={`Restore the backup of ${moment(backup.at)}`}
              onPress={() => setAsking(backup.name)}
            >
              Restore…
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
