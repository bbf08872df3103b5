import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { backUp, listBackups, restore } from '../db/backup';
import type { Progress } from '../db/check';
import { filesOf } from '../db/files';
import { createRegister, isThere, openRegister } from '../db/open';
import { placeRefusal, writeRefusal } from '../db/place';
import type { Register } from '../db/register';
import { newId } from '../db/uuid';
import type { Status } from '../shared/contract/register';
import type { Failure } from '../shared/errors';
import { fail, ok, type Result } from '../shared/result';
import type { Desktop } from './desktop';
import type { DeskControl, OpenContext } from './handlers/context';
import { officeProblems } from './handlers/policies';
import { openContext } from './open-context';
import type { Report } from './router';
import { makeSample } from './sample-register';
import { keepSettings, readSettings, type Settings } from './settings';

/** Keeps the one register that is open: opens, checks behind the window, backs up, restores, and remembers which it was. */
export type Keeper = DeskControl & {
  readonly open: () => OpenContext | null;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The most that a check works at one go, in milliseconds; then the window has its turn. */
const slice = 10;
/** The sample office's register lies in a folder of its own, beside that of the office. */
const sampleFolderOf = (desktop: Desktop): string => path.join(path.dirname(desktop.registerFolder), 'sample');

type Check = { readonly state: 'running' | 'passed' | 'failed'; readonly detail: string };

/** Makes the keeper of a desktop; no register is open yet. */
export function createKeeper(desktop: Desktop, report: Report): Keeper {
  let settings: Settings = readSettings(desktop.settingsFolder);
  let register: Register | null = null;
  let context: OpenContext | null = null;
  let failure: Failure | null = null;
  let check: Check = { state: 'passed', detail: '' };
  let chosen = settings.registerFolder ?? desktop.registerFolder;
  let backedUpSeq = 0;

  const sampleFolder = sampleFolderOf(desktop);
  const ownFolder = (): string => settings.registerFolder ?? desktop.registerFolder;

  function status(): Status {
    return {
      version: desktop.version,
      account: desktop.account,
      register: register !== null ? 'open' : failure !== null ? 'failed' : 'none',
      failure: register?.readOnly() ?? failure,
      path: register?.files.db ?? (failure === null ? null : filesOf(settings.sample ? sampleFolder : ownFolder()).db),
      sample: settings.sample,
      readOnly: register?.readOnly() != null,
      check: check.state,
      checkDetail: check.detail,
      backedUpAt: register === null ? null : (listBackups(register.files)[0]?.at ?? null),
      entries: register?.entryCount() ?? 0,
    };
  }

  function tell(): Status {
    const now = status();
    desktop.emit('status', now);
    return now;
  }

  function remember(next: Settings): void {
    settings = next;
    keepSettings(desktop.settingsFolder, next);
  }

  /** Lets go of the register that is open, after a backup where it changed. */
  async function letGo(): Promise<void> {
    const closing = register;
    register = null;
    context = null;
    if (closing === null) return;
    if (closing.changes() > 0 && closing.readOnly() === null && closing.entryCount() !== backedUpSeq)
      await backUp(closing, desktop.now());
    closing.close();
  }

  function take(opened: Register): Status {
    register = opened;
    context = openContext(desktop, opened);
    failure = null;
    const doubt = opened.readOnly();
    if (doubt === null) {
      check = { state: 'running', detail: '' };
      void checkBehind(opened);
    } else check = { state: 'failed', detail: doubt.kind === 'register-damaged' ? doubt.detail : '' };
    backedUpSeq = listBackups(opened.files)[0]?.entries ?? 0;
    return tell();
  }

  async function openFolder(folder: string): Promise<Result<Status>> {
    await letGo();
    const opened = await openRegister(folder, desktop.now());
    if (opened.ok) return ok(take(opened.value));
    ({ failure } = opened);
    tell();
    return opened;
  }

  /** Checks the whole chain and the file while the window is in use. What does not hold stops all writing at once. */
  async function checkBehind(checked: Register): Promise<void> {
    const found = await inSlices(checked.checkWhole(), () => register === checked, 'check');
    if (register !== checked || found === undefined) return;
    if (found === null) check = { state: 'passed', detail: '' };
    else {
      check = { state: 'failed', detail: found.detail };
      checked.stopWriting({ kind: 'register-damaged', path: checked.files.db, detail: found.detail });
    }
    tell();
  }

  /** Runs a long piece of work in short slices; undefined once `wanted` no longer holds. */
  async function inSlices<T>(
    steps: Generator<Progress, T>,
    wanted: () => boolean,
    task: string,
  ): Promise<T | undefined> {
    await setImmediate();
    while (wanted()) {
      const until = performance.now() + slice;
      let last: Progress | null = null;
      do {
        const step = steps.next();
        if (step.done === true) return step.value;
        last = step.value;
      } while (performance.now() < until);
      desktop.emit('progress', { task, ...last });
      await setImmediate();
    }
    return undefined;
  }

  function withRegister<T>(work: (open: Register) => T): T | Result<never> {
    return register === null ? fail({ kind: 'no-register' }) : work(register);
  }

  async function backUpNow(open: Register): ReturnType<typeof backUp> {
    const made = await backUp(open, desktop.now(), async () => {
      await setImmediate();
    });
    if (made.ok) backedUpSeq = made.value.entries;
    tell();
    return made;
  }

  return {
    status,
    open: () => context,
    place: () => ({ path: chosen, refusal: refusalOf(chosen) }),
    choosePlace: (folder) => {
      chosen = folder;
      return { path: chosen, refusal: refusalOf(chosen) };
    },

    start: async () => {
      const folder = settings.sample ? sampleFolder : ownFolder();
      // Before set-up there is nothing to open, and nothing wrong.
      if (settings.registerFolder === null && !isThere(filesOf(folder))) {
        tell();
        return;
      }
      await openFolder(folder);
    },

    close: async () => {
      await letGo();
    },

    create: async ({ requestId, office, terms }) => {
      // A double click: the register is made, and made by this very request.
      if (register?.hasAction(requestId) === true) return ok(status());
      const problems = officeProblems(office);
      if (problems.length > 0) return fail({ kind: 'invalid', problems });
      await letGo();
      const made = await createRegister(chosen, desktop.now(), (fresh) =>
        fresh.act(
          {
            id: requestId,
            call: 'register.create',
            input: { office, terms },
            person: desktop.account,
            at: desktop.now(),
          },
          (write) => {
            write.entry('office.saved', write.newId(), office);
            for (const term of terms) write.entry('term.saved', term.id, term);
            return ok(null);
          },
        ),
      );
      if (!made.ok) {
        tell();
        return made;
      }
      remember({ registerFolder: chosen, sample: false });
      return ok(take(made.value));
    },

    openSample: async () => {
      await letGo();
      if (!isThere(filesOf(sampleFolder))) {
        const made = await makeSample(desktop, sampleFolder, report);
        if (!made.ok) return made;
      }
      const opened = await openFolder(sampleFolder);
      if (opened.ok) remember({ ...settings, sample: true });
      return opened.ok ? ok(tell()) : opened;
    },

    closeSample: async () => {
      await letGo();
      remember({ ...settings, sample: false });
      failure = null;
      if (settings.registerFolder === null && !isThere(filesOf(ownFolder()))) return ok(tell());
      return openFolder(ownFolder());
    },

    openOther: async (folder) => {
      const opened = await openFolder(folder);
      if (opened.ok) remember({ registerFolder: folder, sample: false });
      return opened.ok ? ok(tell()) : opened;
    },

    retry: () => openFolder(settings.sample ? sampleFolder : ownFolder()),

    restore: async (name) => {
      const files = register?.files ?? filesOf(settings.sample ? sampleFolder : ownFolder());
      const open = register;
      register = null;
      context = null;
      open?.close();
      const at = desktop.now();
      const restored = restore(files, name, at);
      const opened = await openFolder(files.folder);
      if (!restored.ok) return restored;
      if (!opened.ok || register === null) return opened;
      const back: Register = register;
      const kept = back.act(
        { id: newId(Date.parse(at)), call: 'register.restore', input: { name }, person: desktop.account, at },
        (write) => {
          write.entry('register.restored', back.office.id() ?? write.newId(), {
            backup: name,
            head: restored.value.head,
          });
          return ok(null);
        },
      );
      return kept.ok ? ok(tell()) : kept;
    },

    backUp: async () => withRegister(backUpNow),
    backups: () => ok(listBackups(register?.files ?? filesOf(settings.sample ? sampleFolder : ownFolder()))),

    saveCopy: async () => {
      const files = register?.files ?? filesOf(settings.sample ? sampleFolder : ownFolder());
      const name = `refund-desk-${desktop.now().slice(0, 10)}.db`;
      if (register === null) {
        // A register that could not be opened is held by nobody here: its file is copied as it is, for whoever is to mend it.
        const copied = await desktop.saveCopyOf(files.db, name);
        return copied === null ? fail({ kind: 'cancelled' }) : ok({ path: copied });
      }
      const backup = await backUpNow(register);
      if (!backup.ok) return backup;
      const copied = await desktop.saveCopyOf(path.join(files.backups, backup.value.name), name);
      return copied === null ? fail({ kind: 'cancelled' }) : ok({ path: copied });
    },

    verify: async () => {
      const open = register;
      if (open === null) return fail({ kind: 'no-register' });
      const chain = await inSlices(open.checkChain(), () => register === open, 'verify');
      const rows = await inSlices(open.compareTables(), () => register === open, 'verify');
      if (chain === undefined || rows === undefined) return fail({ kind: 'cancelled' });
      return ok({
        entries: open.entryCount(),
        firstBroken: chain?.firstBroken ?? null,
        rowsDiffering: rows,
        head: open.head(),
      });
    },
  };
}

function refusalOf(folder: string): Failure | null {
  const why = placeRefusal(folder) ?? writeRefusal(folder);
  if (why !== null) return { kind: 'unsafe-place', path: folder, why };
  const files = filesOf(folder);
  return isThere(files) ? { kind: 'register-exists', path: files.db } : null;
}
