import { Link } from 'wouter';
import { newestOf } from '../../../shared/policy/in-force';
import { Notice } from '../../components/notice';
import { usePacks } from '../../policies';
import { to } from '../../routes';
import { shortDay } from '../wording';

/** Which policy decides the office's courses, and where it is read, changed and its open sentences are settled. */
export function PolicyLink({ policy }: { readonly policy: string }) {
  const pack = newestOf(usePacks()).find((p) => p.id === policy)?.pack ?? null;
  return (
    <div className="stack">
      {pack === null ? (
        <Notice tone="problem">The policy “{policy}” is not one this Refund Desk has. Choose one under Office.</Notice>
      ) : (
        <p>
          {pack.name.en}, version {pack.version}, for courses that begin on or after {shortDay(pack.effectiveFrom)}.
        </p>
      )}
      <p>
        <Link href={to.policies}>Open the policies</Link> to see what this one says, how this office reads the sentences
        that leave room, or to make a new version.
      </p>
    </div>
  );
}
