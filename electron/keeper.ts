import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { backUp, listBackups, restore } from '../db/backup';
import { filesOf, type Files } from '../db/files';
import type { Found, Progress } from '../db/check';
import { isThere, openRegister } from '../db/open';
import type { Register } from '../db/register';
import type { Status } from '../shared/contract/register';
import type { Failure } from '../shared/errors';
import { fail, ok, type Result } from '../shared/result';
import type { Desktop } from './desktop';
import type { DeskControl } from './handlers/context';
import { makeRegister } from './making';
import type { Report } from './router';
import { keepSettings, readSettings, type Settings } from './settings';
import { createSitting, type Sitting, type StandingHere } from './sitting';
import { noteRestored, saveCopy } from './copies';
import { createIdle, inTurn } from './slices';
import { statusOf, type Check } from './status';
import type { Turn } from './turn';
import { checkQuietly, refusalOf, verifyRegister } from './verify';

/** Keeps the one register that is open: opens, checks behind the window, backs up, restores, and remembers which it was. */
export type Keeper = DeskControl & {
  /** Who makes a call that comes now, and what it finds open. */
  readonly standing: () => StandingHere;
  readonly refuse: Sitting['refuse'];
  /** Somebody is at the window; the desk locks when nobody is for as long as the office's rules say. */
  readonly stir: () => void;
  readonly look: () => void;
  readonly lock: () => void;
  /** Tells the window the status as it is now. */
  readonly tell: () => Status;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Makes the keeper of a desktop; no register is open yet. */
export function createKeeper(desktop: Desktop, report: Report, turnAtDesk: Turn): Keeper {
  let settings: Settings = readSettings(desktop.settingsFolder);
  let register: Register | null = null;
  let failure: Failure | null = null;
  let check: Check = { state: 'passed', detail: '' };
  let chosen = settings.registerFolder ?? desktop.registerFolder;
  let backedUpSeq = 0;
  // A register is opened, closed or changed for another by one call at a time, however fast somebody clicks.
  const turn = inTurn();
  const idle = createIdle();
  const sitting = createSitting(desktop, turnAtDesk, () => void tell());

  // The sample office's register lies in a folder of its own, beside that of the office.
  const sampleFolder = path.join(path.dirname(desktop.registerFolder), 'sample');
  const ownFolder = (): string => settings.registerFolder ?? desktop.registerFolder;
  const presentFolder = (): string => (settings.sample ? sampleFolder : ownFolder());
  const presentFiles = (): Files => register?.files ?? filesOf(presentFolder());
  const isSample = (one: Register): boolean => one.files.folder === sampleFolder;

  const status = (): Status =>
    statusOf({ desktop, register, failure, check, sample: settings.sample, files: presentFiles(), turn: turnAtDesk });

  function tell(): Status {
    const now = status();
    desktop.emit('status', now);
    return now;
  }

  /** Remembers what is open for the next start; what is open stays open where that fails, and the failure is told. */
  function remember(next: Settings): Result<Status> {
    settings = next;
    const failed = keepSettings(desktop.settingsFolder, next);
    const now = tell();
    return failed === null ? ok(now) : fail(failed);
  }

  /** Lets go of the register that is open, after a backup where it changed. */
  async function letGo(): Promise<void> {
    const closing = register;
    sitting.close(closing, closing !== null && isSample(closing));
    register = null;
    failure = null;
    if (closing === null) return;
    const changed = closing.changes() > 0 && closing.entryCount() !== backedUpSeq;
    if (changed && closing.readOnly() === null) await backUp(closing, desktop.now());
    closing.close();
  }

  function take(opened: Register): Status {
    register = opened;
    sitting.open(opened, isSample(opened));
    failure = null;
    const doubt = opened.doubt();
    check = doubt === null ? { state: 'running', detail: '' } : { state: 'failed', detail: doubt.detail };
    checkBehind(opened).catch((error: unknown) => report('check', 'register.verify', error));
    backedUpSeq = listBackups(opened.files)[0]?.entries ?? 0;
    return tell();
  }

  async function openFolder(folder: string): Promise<Result<Status>> {
    await letGo();
    const opened = await openRegister(folder, desktop.now());
    if (opened.ok) {
      // A sample from before people signed in gets those that one made now has.
      if (isSample(opened.value) && opened.value.readOnly() === null && opened.value.people.none()) {
        const { addStaff } = await import('./sample/staff');
        await addStaff(opened.value, desktop);
      }
      return ok(take(opened.value));
    }
    ({ failure } = opened);
    tell();
    return opened;
  }

  /** Opens what was open last; before set-up there is nothing to open, and nothing wrong. */
  async function openPresent(): Promise<Result<Status>> {
    const folder = presentFolder();
    if (settings.registerFolder === null && !isThere(filesOf(folder))) return ok(tell());
    return openFolder(folder);
  }

  /** Opens another register in the place of this one; where that cannot be, this one stays the open one. */
  async function change(folder: string, next: Settings): Promise<Result<Status>> {
    const files = filesOf(folder);
    if (!isThere(files)) return fail({ kind: 'register-missing', path: files.db });
    const session = turnAtDesk.session();
    const opened = await openFolder(folder);
    if (!opened.ok) {
      await openPresent();
      sitting.goOn(register, session);
      return opened;
    }
    return remember(next);
  }

  /** Checks the register behind the window. What does not hold stops all writing at once. */
  async function checkBehind(checked: Register): Promise<void> {
    const wanted = (): boolean => register === checked;
    const found = await checkQuietly(checked, idle, wanted, (p) => desktop.emit('progress', { task: 'check', ...p }));
    if (!wanted() || found === undefined) return;
    settle(checked, found);
    tell();
  }

  /** What a check came to stands until the register is closed. */
  function settle(checked: Register, found: Found): void {
    if (found !== null) checked.distrust(found);
    const doubt = checked.doubt();
    check = doubt === null ? { state: 'passed', detail: '' } : { state: 'failed', detail: doubt.detail };
  }

  async function backUpNow(open: Register): ReturnType<typeof backUp> {
    const made = await backUp(open, desktop.now(), async () => {
      await setImmediate();
    });
    if (made.ok) backedUpSeq = made.value.entries;
    tell();
    return made;
  }

  const place = () => ({ path: chosen, refusal: refusalOf(chosen) });

  return {
    status,
    tell,
    standing: () => {
      idle.stir();
      return sitting.standing({ register, sample: settings.sample, failed: failure !== null });
    },
    refuse: sitting.refuse,
    stir: sitting.stir,
    look: () => sitting.look(register !== null && isSample(register) ? null : register),
    lock: () => sitting.lock(register, 'screen-lock'),
    place,
    choosePlace: (folder) => {
      chosen = folder;
      return place();
    },
    start: async () => {
      await turn(openPresent);
    },
    close: () => turn(letGo),

    create: (input) =>
      turn(async () => {
        // A double click: the register is made, and made by this very request.
        if (register?.hasAction(input.requestId) === true) return ok(status());
        const [{ officeProblems }, { shippedPacks }] = await Promise.all([
          import('./handlers/policies'),
          import('../shared/policy/packs/index'),
        ]);
        const problems = officeProblems(input.office, shippedPacks);
        if (problems.length > 0) return fail({ kind: 'invalid', problems });
        const made = await makeRegister(chosen, input, desktop);
        if (!made.ok) return made;
        await letGo();
        take(made.value);
        return remember({ registerFolder: chosen, sample: false });
      }),

    openSample: () =>
      turn(async () => {
        if (settings.sample && register !== null) return ok(status());
        if (!isThere(filesOf(sampleFolder))) {
          const { makeSample } = await import('./sample-register');
          const made = await makeSample(desktop, sampleFolder, report);
          if (!made.ok) return made;
        }
        return change(sampleFolder, { ...settings, sample: true });
      }),

    closeSample: () =>
      turn(async () => {
        await letGo();
        const remembered = remember({ ...settings, sample: false });
        return remembered.ok ? openPresent() : remembered;
      }),

    openOther: (folder) => turn(() => change(folder, { registerFolder: folder, sample: false })),
    retry: () => turn(() => openFolder(presentFolder())),

    restore: (name) =>
      turn(async () => {
        const files = presentFiles();
        const at = desktop.now();
        const session = turnAtDesk.session();
        const open = register;
        register = null;
        open?.close();
        const restored = restore(files, name, at);
        const opened = await openFolder(files.folder);
        if (!restored.ok) {
          sitting.goOn(register, session);
          return restored;
        }
        const back = register as Register | null;
        if (!opened.ok || back === null) return opened;
        const person = session?.account ?? desktop.account;
        const kept = noteRestored(back, { backup: name, head: restored.value.head }, { person, at: desktop.now() });
        return kept.ok ? ok(tell()) : kept;
      }),

    backUp: async () => (register === null ? fail({ kind: 'no-register' }) : backUpNow(register)),
    backups: () => ok(listBackups(presentFiles())),

    saveCopy: () => {
      const open = register;
      return saveCopy(presentFiles(), desktop, open === null ? null : () => backUpNow(open));
    },

    verify: async () => {
      const open = register;
      if (open === null) return fail({ kind: 'no-register' });
      const wanted = (): boolean => register === open;
      const told = (p: Progress): void => desktop.emit('progress', { task: 'verify', ...p });
      const verified = await verifyRegister(open, wanted, told, turnAtDesk.session());
      if (wanted() && open.doubt() !== null) settle(open, null);
      tell();
      return verified;
    },
  };
}
