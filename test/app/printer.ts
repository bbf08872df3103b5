import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A printer that keeps what it is sent, in a printing system of its own, apart from this machine's. */
export type Printer = {
  readonly name: string;
  /** What programs need in their environment to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The jobs it was sent, as the PDFs that it was to print, oldest first. */
  jobs(): readonly Uint8Array[];
  stop(): Promise<void>;
};

const scheduler = ['/usr/sbin/cupsd', '/usr/bin/cupsd'].find((file) => existsSync(file));

/** Whether this machine has CUPS to make a printer with. */
export const hasPrinting = scheduler !== undefined;

/** Starts a printer; its files lie in a folder of their own until it is stopped. Needs CUPS. */
export async function startPrinter(): Promise<Printer> {
  // Not below a test's own folder: the address of a socket must be short.
  const folder = path.join(os.tmpdir(), `cups-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  const place = (part: string): string => path.join(folder, part);
  for (const part of ['spool/tmp', 'cache', 'state', 'ppd']) mkdirSync(place(part), { recursive: true, mode: 0o777 });
  const socket = place('socket');
  writeFileSync(place('cupsd.conf'), settings(socket));
  writeFileSync(place('cups-files.conf'), places(folder));
  const daemon = spawn(scheduler ?? '', ['-f', '-c', place('cupsd.conf'), '-s', place('cups-files.conf')], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  for (let tries = 0; !existsSync(socket) && daemon.exitCode === null && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const name = 'Letters';
  execFileSync('lpadmin', ['-h', socket, '-p', name, '-E', '-v', 'file:///dev/null', '-m', 'raw'], { stdio: 'ignore' });
  return {
    name,
    environment: { CUPS_SERVER: socket },
    jobs: () =>
      readdirSync(place('spool'))
        .filter((file) => /^d\d+-001$/.test(file))
        .sort()
        .map((file) => new Uint8Array(readFileSync(place(`spool/${file}`)))),
    async stop() {
      daemon.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(socket: string): string {
  return `Listen ${socket}
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
`;
}

function places(folder: string): string {
  // CUPS started by root insists on working for somebody else.
  const account = process.getuid?.() === 0 ? 'User lp\nGroup lp\n' : '';
  return `ServerRoot ${folder}
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/access
ErrorLog ${folder}/error
PageLog ${folder}/page
FileDevice Yes
Sandboxing Relaxed
${account}`;
}
