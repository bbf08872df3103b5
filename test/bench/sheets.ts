import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { createDesk } from '../../electron/desk';
import type { Desktop } from '../../electron/desktop';
import type { CallName, Input, Output } from '../../shared/contract';
import { dayNumber, dayText } from '../../shared/day';
import type { Course } from '../../shared/register/course';
import type { Result } from '../../shared/result';
import { aCourse, anOffice, id } from '../db/records';
import { desktopHere } from './parts/desk-here';
import { spreadsheetOf } from './parts/spreadsheet';

// The deadline sheets of 2,000 courses as CSV: by the call that the screen makes, from the register on disk to the file, beside LibreOffice, which
// opens a spreadsheet of the same courses, works its formulas out and exports it. Both are compared line by line before anything is timed.

const many = 2000;
const rounds = 3;
/** Ours is over so soon that what else runs on the machine weighs on it: of so many, the best, which nothing can have added to. */
const ownRounds = 12;
const least = 10;

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (office === undefined)
  console.log('LibreOffice is not on this machine (Debian: libreoffice-calc); ours alone is measured.');

/** Courses of ten meetings a week apart, on different days, at different times. */
const courses: readonly Course[] = Array.from({ length: many }, (_, i) => {
  const first = dayNumber('2026-09-07') + (i % 40);
  const hour = 8 + (i % 11);
  const length = 60 + 20 * (i % 6);
  const end = hour * 60 + length;
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return aCourse({
    code: `EXT ${String(i + 1).padStart(4, '0')}`,
    title: `Course number ${i + 1}`,
    meetings: Array.from({ length: 10 }, (__, k) => ({
      date: dayText(first + 7 * k),
      from: time(hour * 60),
      to: time(end),
    })),
  });
});

const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-sheets-'));
try {
  const ours = path.join(folder, 'ours.csv');
  const desktop: Desktop = {
    ...desktopHere(folder),
    saveAs: (_name, bytes) => {
      writeFileSync(ours, bytes);
      return Promise.resolve(ours);
    },
  };
  const maker = { id: id(), account: 'bench', name: 'Bench', role: 'supervisor' } as const;
  const desk = createDesk(desktop, (_reference, call, error) => console.error(call, error), maker);
  const gives = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = (await desk.route(name, input)) as Result<Output<N>>;
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  await gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
  for (const course of courses) await gives('course.save', { requestId: id(), course });

  const filter = { courseId: null, text: '', termId: null };
  const save = () => gives('deadline.save', { filter, as: 'csv' });
  const made = await save();
  if (made.deadlines !== many * 3) throw new Error(`${made.deadlines} deadlines came of ${many} courses`);
  const times: number[] = [];
  for (let round = 0; round < ownRounds; round++) times.push(await milliseconds(save));
  const own = Math.min(...times);
  console.log(
    `${many} courses, ${made.deadlines} deadlines; the best of ${ownRounds} rounds, of LibreOffice’s ${rounds}`,
  );
  console.log(`Refund Desk, register to CSV: ${own.toFixed(0)} ms`);
  if (office !== undefined) await beside(office, ours, own);
  await desk.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** LibreOffice on the same courses: first that it comes to the same, then how long it takes, with and without its own start. */
async function beside(program: string, ours: string, own: number): Promise<void> {
  const sheet = path.join(folder, 'deadlines.fods');
  const blank = path.join(folder, 'blank.fods');
  writeFileSync(sheet, spreadsheetOf(courses));
  writeFileSync(blank, spreadsheetOf(courses.slice(0, 1)));
  const convert = async (file: string): Promise<string> => {
    await promisify(execFile)(program, [
      `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      path.join(folder, 'out'),
      file,
    ]);
    return path.join(folder, 'out', `${path.basename(file, '.fods')}.csv`);
  };
  // The first time it makes its profile; that is not counted.
  await convert(blank);
  same(ours, await convert(sheet));
  const whole: number[] = [];
  const start: number[] = [];
  for (let round = 0; round < rounds; round++) {
    start.push(await milliseconds(() => convert(blank)));
    whole.push(await milliseconds(() => convert(sheet)));
  }
  const theirs = Math.min(...whole);
  const alone = theirs - Math.min(...start);
  console.log(
    `LibreOffice, opening, recalculating and exporting: ${theirs.toFixed(0)} ms, of which ${alone.toFixed(0)} ms without its own start`,
  );
  console.log(
    `${(theirs / own).toFixed(1)} × as fast (at least ${least}); without LibreOffice’s start ${(alone / own).toFixed(1)} ×`,
  );
  if (theirs / own < least) process.exitCode = 1;
}

/** That both files say the same: course, deadline, date, time and percentage of every line. */
function same(ours: string, theirs: string): void {
  const read = (file: string): string[][] =>
    Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  const mine = read(ours)
    .slice(1)
    .map((r) => [r[0], r[6], r[8], r[9], r[10]].join('|'));
  const other = read(theirs).map((r) => [r[0], r[2], r[4], r[5], r[6]].join('|'));
  const differing = mine.findIndex((line, at) => line !== other[at]);
  if (differing !== -1 || mine.length !== other.length)
    throw new Error(`line ${differing + 1}: ours ${mine[differing]}, LibreOffice ${other[differing]}`);
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
