import { Fragment, lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Status } from '../shared/contract/register';
import { sayFailure } from '../shared/errors';
import { useCommands } from './commanding';
import { dropDrafts, storeDraftsAgain } from './forms/draft';
import { StandingHere, standingOf, type Standing } from './may';
import { SignInScreen } from './screens/sign-in/sign-in';
import { createStore, endSitting, useStore } from './store';
import { call, forgetRead, queries, statusKey, subscribe, useCall } from './wire';

const SetupScreen = lazy(async () => ({ default: (await import('./screens/setup')).SetupScreen }));
const FailureScreen = lazy(async () => ({ default: (await import('./screens/failure')).FailureScreen }));
const FirstRun = lazy(async () => ({ default: (await import('./screens/sign-in/first-run')).FirstRun }));

/** What was open last, as the page was told while main still opens it: nothing before set-up. */
const expected = document.querySelector('meta[name="register"]')?.getAttribute('content') ?? null;
const atSample: Standing = { role: 'supervisor', opened: 'sample' };
const nobody: Standing = { role: null, opened: 'none' };

/** How many people sat down at this desk since it was opened: whoever comes next gets screens of their own. */
const sittings = createStore(0);

type GateProps = { readonly desk: (status: Status | undefined) => ReactNode };

/** Lets nobody to the desk who is not signed in: before it stand set-up, the reason why a register did not open, the first administrator, and sign-in. */
export function Gate({ desk }: GateProps) {
  const status = useCall('app.status', {});
  /** Whether somebody is still being shown a recovery code: nothing may come before it is kept, though they may be signed in already. */
  const [beginning, setBeginning] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const sitting = useStore(sittings);
  useEffect(() => subscribe('status', take), []);
  useCommands({ 'app.quit': () => void call('app.quit', {}) });
  if (status.error !== null) return <Unanswered what={sayFailure(status.error.failure).what} />;
  const now = status.data;
  if (now === undefined && expected === null) return null;
  return (
    <StandingHere is={now !== undefined ? standingOf(now) : expected === 'sample' ? atSample : nobody}>
      <Suspense>{behind(now)}</Suspense>
    </StandingHere>
  );

  function behind(is: Status | undefined): ReactNode {
    // Where a register was open last, what it will show first is drawn while main still opens it: keys are taken, and questions wait.
    if (is === undefined) return expected === 'sample' ? deskOf(is) : signIn(is);
    if (is.register === 'none') return <SetupScreen />;
    // One that has nobody and can only be read lets nobody in.
    if (is.register === 'failed' || is.turn === 'nobody') return <FailureScreen status={is} />;
    if (is.turn === 'first' || beginning) return <FirstRun onBeginning={setBeginning} />;
    return is.turn === 'in' && !recovering ? deskOf(is) : signIn(is);
  }
  function deskOf(is: Status | undefined): ReactNode {
    return <Fragment key={sitting}>{desk(is)}</Fragment>;
  }
  function signIn(is: Status | undefined): ReactNode {
    return <SignInScreen status={is} onRecovering={setRecovering} />;
  }
}

/** Takes what main says of the register and of whose turn it is. */
function take(next: Status): void {
  const before = queries.getQueryData<Status>(statusKey);
  if (before === undefined) {
    // What was asked before the first status is still waiting for its answer.
    queries.setQueryData(statusKey, next);
    return;
  }
  const same = before.register === next.register && before.path === next.path;
  if (next.turn === 'in' && before.session?.account !== next.session?.account) {
    if (same && before.lockedBy?.account === next.session?.account) storeDraftsAgain();
    else beginSitting();
  }
  queries.setQueryData(statusKey, next);
  if (!same) void queries.invalidateQueries();
}

/** Somebody else sits down: they begin on Today, and find nothing of the one before. */
function beginSitting(): void {
  dropDrafts();
  endSitting();
  forgetRead();
  sittings.set(sittings.get() + 1);
  location.hash = '/';
}

function Unanswered({ what }: { readonly what: string }) {
  return (
    <main className="alone">
      <h1>Refund Desk</h1>
      <p role="alert">{what}</p>
    </main>
  );
}
