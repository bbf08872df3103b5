import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { electronFlags, electronHere } from '../../build/electron-here.mjs';
import { makeSample } from '../../electron/sample-register';
import { desktopHere } from './parts/desk-here';
import { proportionalMemory } from './parts/memory';

// The letters of 1,000 cases, decided anew, planned and printed in Electron by the app's own making: to one PDF for the printer, and each
// kept in the register as its own tagged PDF. Beside them LibreOffice's mail merge of 1,000 letters of one page from a CSV. Then the
// memory of all our processes at 1,000 letters and at 10,000.

const many = Number(process.env['BENCH_LETTERS'] ?? 1000);
const much = many * 10;
const rounds = 2;
const least = { job: 4, archive: 1.2 };
const mostMemory = 1.3;

const root = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-letters-'));
const program = path.join(root, '.cache/bench/letters-app');
const said = { job: [] as number[], archive: [] as number[], peer: [] as number[] };
try {
  await prepare();
  const small = await register(many, 'small');
  const peer = peerHere();
  for (let round = 0; round < rounds; round++) {
    // In turns, so that what else the machine does meets all of them.
    said.job.push((await app('job', many, copied(small))).milliseconds);
    if (peer !== null) said.peer.push(await merged(peer));
    const { milliseconds, bytesEach } = await app('archive', many, copied(small));
    said.archive.push(milliseconds);
    if (round === 0) console.log(`a letter as kept: ${(bytesEach / 1024).toFixed(1)} KiB of tagged PDF`);
  }
  const [job, archive] = [Math.min(...said.job), Math.min(...said.archive)];
  console.log(`${many} letters to one PDF for printing: ${seconds(job)} (the best of ${rounds})`);
  console.log(`${many} letters, each kept as its own tagged PDF: ${seconds(archive)}`);
  if (peer !== null) {
    const theirs = Math.min(...said.peer);
    console.log(`LibreOffice’s mail merge of ${many} letters: ${seconds(theirs)}`);
    console.log(`one PDF ${(theirs / job).toFixed(1)} × as fast (at least ${least.job})`);
    console.log(`each kept ${(theirs / archive).toFixed(1)} × as fast (at least ${least.archive})`);
    if (theirs / job < least.job || theirs / archive < least.archive) process.exitCode = 1;
  }
  const large = await register(much, 'large');
  for (const what of ['job', 'archive'] as const) {
    const [less, more] = [await app(what, many, copied(large), true), await app(what, much, copied(large), true)];
    const ratio = more.memory / less.memory;
    console.log(
      `memory, ${what}: ${less.memory.toFixed(0)} MiB for ${many}, ${more.memory.toFixed(0)} MiB for ${much} in ${seconds(more.milliseconds)}: ${ratio.toFixed(2)} × (at most ${mostMemory})`,
    );
    if (ratio > mostMemory) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Said = { readonly milliseconds: number; readonly bytesEach: number; readonly memory: number };

/** The app's making of letters as a program for Electron. */
async function prepare(): Promise<void> {
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/parts/letters-main.ts'],
    outfile: path.join(program, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron', 'better-sqlite3'],
    logLevel: 'error',
  });
  writeFileSync(path.join(program, 'package.json'), '{"name":"letters","version":"1.0.0","main":"main.cjs"}');
  cpSync(path.join(root, 'node_modules/@fontsource/source-sans-3/files'), path.join(program, 'dist/renderer/fonts'), {
    recursive: true,
  });
}

/** A register with so many decided cases, in a folder below the bench's own. */
async function register(letters: number, name: string): Promise<string> {
  const place = path.join(folder, name);
  const desktop = desktopHere(place);
  const made = await makeSample(desktop, desktop.registerFolder, (_reference, error) => console.error(error), {
    // Some forms are held, withdrawn or wait for a second person.
    forms: Math.ceil(letters * 1.4),
    letters: 0,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return place;
}

/** Another copy of a register: letters that were made once are not made again. */
function copied(place: string): string {
  const copy = `${place}-copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(place, copy, { recursive: true });
  return copy;
}

async function app(what: 'job' | 'archive', letters: number, place: string, weigh = false): Promise<Said> {
  const env = { ...process.env, BENCH_FOLDER: place, BENCH_WHAT: what, BENCH_LETTERS: String(letters) };
  const child = spawn(
    electronHere().path,
    [...electronFlags(), `--user-data-dir=${path.join(place, 'data')}`, program],
    { env, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let memory = 0;
  // Looking takes time itself, and is not done where the time is what counts.
  const look = setInterval(() => {
    if (weigh && child.pid !== undefined) memory = Math.max(memory, proportionalMemory(child.pid));
  }, 250);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`the app ended with ${String(code)}: ${errors}`);
  return { ...(JSON.parse(readFileSync(path.join(place, 'said.json'), 'utf8')) as Said), memory };
}

/** The Python that has LibreOffice's bridge; null where there is none, with a word about it. */
function peerHere(): string | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      execFileSync(python, ['-c', 'import uno'], { stdio: 'ignore' });
      execFileSync('soffice', ['--version'], { stdio: 'ignore' });
      return python;
    } catch {
      // The next may have it.
    }
  }
  console.log(
    'LibreOffice’s mail merge is not on this machine (Debian: libreoffice-writer libreoffice-base python3-uno); ours alone is measured.',
  );
  return null;
}

/** How long LibreOffice merges the letters, in milliseconds, without its own start. */
async function merged(python: string): Promise<number> {
  const place = mkdtempSync(path.join(folder, 'merge-'));
  mkdirSync(path.join(place, 'data'));
  const lines = Array.from(
    { length: many },
    (_, i) =>
      `Student ${i + 1},${i + 1} Alder Street,"Arcadia, CA 95521",RD-2026-${String(i + 1).padStart(4, '0')},EXT ${100 + (i % 40)},400.00,260.00,"September ${1 + (i % 30)}, 2026"`,
  );
  writeFileSync(
    path.join(place, 'data/letters.csv'),
    ['name,addr,city,case_no,course,fee,refund,received', ...lines].join('\n'),
  );
  const script = path.join(root, 'test/bench/parts/mail-merge.py');
  const { stdout } = await promisify(execFile)(python, [script, place]);
  const found = /merge ([\d.]+) s/.exec(stdout);
  if (found === null) throw new Error(`LibreOffice merged nothing: ${stdout}`);
  return Number(found[1]) * 1000;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
