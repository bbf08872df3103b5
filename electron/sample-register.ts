import { existsSync, renameSync, rmSync } from 'node:fs';
import { newId } from '../db/uuid';
import { ok, type Result } from '../shared/result';
import { openHandlerOf } from './answers';
import type { Desktop } from './desktop';
import { makeRegister } from './making';
import { sessionOf } from './leave';
import { openContext } from './open-context';
import { createRouter, type Report } from './router';
import { createTurn } from './turn';
import type { Route } from './sample/clerk';
import { createClerkClock } from './sample/clerk-clock';
import { plusDays, weekOf } from './sample/days';
import { fillSample } from './sample/fill';
import { addStaff } from './sample/staff';
import { sampleOffice } from './sample/office';

/** How much is in the sample: a term of a small office. The same day gives the same one. */
const order = { seed: 20_260_922, forms: 60, letters: 24 };
const timeZone = 'America/Los_Angeles';

/**
 * Makes the sample office's register in a folder, through the same calls as the screens. It is filled in a folder of another name and gets
 * its own only when it is whole, so that one that was cut short is made again.
 */
export async function makeSample(
  desktop: Desktop,
  folder: string,
  report: Report,
  size: { readonly forms: number; readonly letters: number } = order,
): Promise<Result<null>> {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const { day } = desktop.local(timeZone);
  // The register is to look as if it had been kept through the term: its clerk lives by a clock of their own.
  const clock = createClerkClock(timeZone, plusDays(weekOf(day), -120));
  const atDesk: Desktop = { ...desktop, ...clock };
  const { office, terms } = sampleOffice(day, desktop.account);
  const requestId = newId(Date.parse(clock.now()));
  const made = await makeRegister(part, { requestId, office, terms: [...terms] }, atDesk);
  if (!made.ok) return made;
  const register = made.value;
  const routeOf = (account: string): Route => {
    const person = register.people.withAccount(account);
    const turn = createTurn(person === null ? null : sessionOf(person));
    const context = openContext({
      desktop: atDesk,
      register,
      turn,
      caller: turn.session(),
      tell: () => undefined,
    });
    return createRouter(
      async (name, input) => (await openHandlerOf(name))(input, context),
      () => ({ session: turn.session(), opened: 'sample' }),
      report,
    );
  };
  try {
    await addStaff(register, atDesk);
    const fill = () =>
      fillSample({
        ...order,
        ...size,
        route: routeOf('clerk'),
        supervises: routeOf('supervisor'),
        governs: routeOf('administrator'),
        office,
        today: day,
        dayBegins: (next) => clock.beginDay(next),
        progress: (done, total) => desktop.emit('progress', { task: 'sample', done, total }),
      });
    await made.value.hurry(fill);
  } finally {
    made.value.close();
  }
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(part, folder);
  return ok(null);
}
