import { useLocation } from 'wouter';
import type { Status } from '../../../shared/contract/register';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useMay } from '../../may';
import { to } from '../../routes';

/** Over every screen: what of the register does not hold, that it is only read, and what to do. Nothing while all holds. */
export function BrokenBanner({ status }: { readonly status: Status }) {
  const [here, go] = useLocation();
  const mayLook = useMay('history.list');
  const { check, broken, brokenAt, checkDetail, readOnly } = status;
  if (check !== 'failed' || !readOnly) return null;
  const asks =
    mayLook && brokenAt !== null && brokenAt <= status.entries && here !== to.historyEntry(brokenAt) ? (
      <Button onPress={() => go(to.historyEntry(brokenAt))}>Show that entry</Button>
    ) : undefined;
  return (
    <div className="broken-banner" role="region" aria-label="The register does not hold">
      <Notice tone="problem" actions={asks}>
        <strong>{broken ?? checkDetail}</strong> Nothing more is written. Save a copy, call IT, and restore the newest
        backup.
      </Notice>
    </div>
  );
}
