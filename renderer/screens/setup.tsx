import { useMemo, useState } from 'react';
import type { Failure } from '../../shared/errors';
import { Button } from '../components/button';
import { call, queries, useCall } from '../wire';
import { blankOffice } from './office/blank-office';
import { writeOffice, type OfficeForm } from './office/office-text';
import { policiesNow } from '../policies';
import { FailureBox } from './saying';
import { SetupSteps } from './setup/setup-steps';
import './screens.css';

const key = 'setup-draft';

/** First run: the office step by step, or the sample office. Shown while no register is open; what was typed is there again after a restart. */
export function SetupScreen() {
  const status = useCall('app.status', {});
  const [begun, setBegun] = useState(() => localStorage.getItem(key) !== null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const account = status.data?.account ?? '';
  const start = useMemo(() => draftOr(account), [account]);

  async function open(name: 'register.openSample' | 'register.openOther'): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const result = await call(name, {});
    setBusy(false);
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    queries.setQueryData(['app.status', {}], result.value);
    void queries.invalidateQueries();
  }
  if (status.data === undefined) return null;
  if (begun)
    return (
      <SetupSteps
        start={start}
        onChange={(text) => localStorage.setItem(key, JSON.stringify(text))}
        onLeave={() => setBegun(false)}
        onDone={() => localStorage.removeItem(key)}
      />
    );
  return (
    <main className="alone setup-welcome">
      <h1>Welcome to Refund Desk</h1>
      <p>
        Key the drop forms that come in, get each refund worked out from your office’s own policy with every step shown,
        and print the letters. Everything stays on this PC.
      </p>
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="setup-ways">
        <section className="panel" aria-labelledby="way-own">
          <h2 id="way-own">Your own office</h2>
          <p>
            Six short steps: the office, its hours, closures, terms, letterhead, and where the register lies. All of it
            can be changed later.
          </p>
          <Button tone="primary" disabled={busy} onPress={() => setBegun(true)}>
            Set up the office
          </Button>
        </section>
        <section className="panel" aria-labelledby="way-sample">
          <h2 id="way-sample">The sample office</h2>
          <p>
            An invented university with a term of courses, students and forms at every stage, to try things out. Nothing
            in it is real.
          </p>
          <Button disabled={busy} onPress={() => void open('register.openSample')}>
            {busy ? 'Opening…' : 'Open the sample office'}
          </Button>
        </section>
        <section className="panel" aria-labelledby="way-other">
          <h2 id="way-other">A register you have</h2>
          <p>Moved from another PC or kept in another folder of this one.</p>
          <Button disabled={busy} onPress={() => void open('register.openOther')}>
            Open a register…
          </Button>
        </section>
      </div>
    </main>
  );
}

/** What was typed before the app was closed, or an office with nothing said yet. */
function draftOr(account: string): OfficeForm {
  const blank = writeOffice(
    blankOffice(account, policiesNow()[0]?.id ?? '', Intl.DateTimeFormat().resolvedOptions().timeZone),
    [],
  );
  const kept = localStorage.getItem(key);
  if (kept === null) return blank;
  try {
    const draft = JSON.parse(kept) as OfficeForm;
    return {
      terms: draft.terms,
      office: { ...blank.office, ...draft.office, person: { ...draft.office.person, account } },
    };
  } catch {
    return blank;
  }
}
