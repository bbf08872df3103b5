import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startVirtualDisplay } from '../../build/display.mjs';
import { electronFlags, electronHere } from '../../build/electron-here.mjs';
import { expect, root, test } from './fixtures';

// Root's window cannot have Chromium's sandbox, and the other tests may run as root. Here the app runs as somebody without any
// privilege and without --no-sandbox, and the kernel is asked what its window's process may do.

/** Nobody, the account that every Unix has for whom nothing is meant. */
const nobody = 65534;

if (process.platform === 'linux') {
  test('an ordinary person’s window runs in Chromium’s sandbox', async ({ dataFolder }) => {
    const home = path.join(dataFolder, 'home');
    mkdirSync(home);
    const asRoot = process.getuid?.() === 0;
    const { program, app } = asRoot ? readableByAll(dataFolder) : { program: electronHere().path, app: root };
    if (asRoot) chownSync(dataFolder, nobody, nobody);
    if (asRoot) chownSync(home, nobody, nobody);
    const flags = electronFlags().filter((flag) => flag !== '--no-sandbox');
    const command = asRoot
      ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', program, ...flags, app]
      : [program, ...flags, app];
    // A display of its own: the one of the other tests may be open to root alone.
    const display = await startVirtualDisplay();
    const started = spawn(command[0] ?? '', command.slice(1), {
      env: { ...display.env, HOME: home, XDG_RUNTIME_DIR: home, REFUND_DESK_DATA: path.join(home, 'data') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    try {
      await expect.poll(() => windowsOf(started).length, { timeout: 30_000, message: said }).toBeGreaterThan(0);
      // Seccomp 2: the process may make only the system calls of its filter. NoNewPrivs: and can never get more.
      await expect
        .poll(() => windowsOf(started).map(({ Seccomp, NoNewPrivs }) => ({ Seccomp, NoNewPrivs })))
        .toEqual([{ Seccomp: '2', NoNewPrivs: '1' }]);
      if (asRoot) expect(windowsOf(started)[0]?.Uid).toMatch(/^65534\b/);
    } finally {
      if (started.exitCode === null) {
        const ended = new Promise((resolve) => started.once('exit', resolve));
        started.kill();
        await ended;
      }
      display.stop();
    }
  });
}

/** What the kernel says of each window's process among the descendants of a program. */
function windowsOf(program: ChildProcess): Record<string, string>[] {
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const lines = readFileSync(`/proc/${pid}/status`, 'utf8').trim().split('\n');
        const status = Object.fromEntries(lines.map((text) => text.split(/:\s*/, 2))) as Record<string, string>;
        return [{ PPid: '', ...status, pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        // Gone in the meantime.
        return [];
      }
    });
  const parents = new Map(statuses.map((status) => [status.pid, status.PPid]));
  const isBelow = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(program.pid) || isBelow(parents.get(pid)));
  return statuses.filter((status) => status.command.includes('--type=renderer') && isBelow(status.pid));
}

/** The app and its Electron where everybody may read them: as they are, or copied where they lie in somebody's own folder. */
function readableByAll(folder: string): { readonly program: string; readonly app: string } {
  const electron = electronHere();
  if ([electron.path, path.join(root, 'dist/main.mjs')].every(isOpenToAll))
    return { program: electron.path, app: root };
  const copy = path.join(folder, 'copy');
  cpSync(electron.folder, path.join(copy, 'electron'), { recursive: true });
  for (const part of ['dist', 'package.json', 'node_modules/better-sqlite3']) {
    cpSync(path.join(root, part), path.join(copy, 'app', part), { recursive: true });
  }
  return { program: path.join(copy, 'electron', path.basename(electron.path)), app: path.join(copy, 'app') };
}

/** Whether everybody may read the file and go through every folder above it. */
function isOpenToAll(file: string): boolean {
  const folders = (place: string): string[] =>
    place === path.dirname(place) ? [] : [place, ...folders(path.dirname(place))];
  const [own = file, ...above] = folders(file);
  return (statSync(own).mode & 0o004) !== 0 && above.every((place) => (statSync(place).mode & 0o001) !== 0);
}
