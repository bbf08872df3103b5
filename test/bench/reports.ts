import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { filesOf } from '../../db/files';
import { settle } from '../../db/pragmas';
import { reportStatements, reportValues } from '../../db/reports/statements';
import { createDesk } from '../../electron/desk';
import { keepSettings } from '../../electron/settings';
import { reportKinds, type Report, type ReportAsked, type ReportKind } from '../../shared/contract/reports';
import type { Result } from '../../shared/result';
import { anOffice, id } from '../db/records';
import { desktopHere } from './parts/desk-here';
import { fillCases, lastDay } from './parts/many-cases';
import { median } from './parts/median';

// Every report over a register of a million cases, as the window asks for it (the call through the router of a desk, from the register on disk to
// the finished report with its words and its picture), beside the bare SQL that it stands on: the report's own statement over all days at one go,
// by better-sqlite3 with the same pragmas, on a copy of the file. They take turns. The cases were put straight into the tables (`parts/many-cases`).

const cases = Number(process.env['BENCH_CASES'] ?? 1_000_000);
const turns = Number(process.env['BENCH_TURNS'] ?? 7);
const most = 1.5;

const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-reports-'));
let failed = false;
try {
  const desktop = { ...desktopHere(folder), now: () => `${lastDay}T16:00:00.000Z` };
  const session = { id: id(), account: 'bench', name: 'Bench', role: 'supervisor' } as const;
  const began = performance.now();
  const making = createDesk(desktop, bug, session);
  await value(making.route('register.create', { requestId: id(), office: anOffice(), terms: [] }));
  await making.close();
  const file = filesOf(desktop.registerFolder).db;
  fillCases(file, cases);
  console.log(
    `${cases.toLocaleString('en-US')} cases in ${(statSync(file).size / 2 ** 30).toFixed(1)} GiB, made in ${seconds(began)} s`,
  );
  keepSettings(desktop.settingsFolder, { registerFolder: desktop.registerFolder, sample: false });
  // One process holds a register at a time: the statement has a copy of the file to itself.
  const copy = path.join(folder, 'copy.db');
  copyFileSync(file, copy);
  const db = new Database(copy);
  settle(db);
  const desk = createDesk(desktop, bug, session);
  await desk.open();
  // The check behind the window would take its own turns in the pauses.
  const checking = performance.now();
  while (desk.status().check === 'running') await wait(50);
  console.log(`checked in ${seconds(checking)} s; medians of ${turns} turns, in milliseconds`);
  for (const kind of reportKinds) {
    const ours: number[] = [];
    const bare: number[] = [];
    let longest = 0;
    const statement = db.prepare(reportStatements[kind]);
    const values = reportValues(asked(kind), '0000-01-01', '9999-12-31', lastDay);
    // The first turn warms the caches of both and is not counted.
    for (let turn = 0; turn <= turns; turn++) {
      const ownBegan = performance.now();
      const stopped = watch();
      const report = await value<Report>(desk.route('report.run', asked(kind)));
      const own = performance.now() - ownBegan;
      const waited = stopped();
      const bareBegan = performance.now();
      const rows = statement.all(...values);
      const alone = performance.now() - bareBegan;
      if (report.rows.length === 0 || rows.length === 0) throw new Error(`${kind} found nothing`);
      if (turn === 0) continue;
      ours.push(own);
      bare.push(alone);
      longest = Math.max(longest, waited);
    }
    const ratio = median(ours) / median(bare);
    if (ratio >= most) failed = true;
    console.log(
      `${kind.padEnd(12)} ${median(ours).toFixed(0).padStart(6)} ms, bare SQL ${median(bare).toFixed(0).padStart(6)} ms: ${ratio.toFixed(2)} × (under ${most}); nothing else waited longer than ${longest.toFixed(0)} ms`,
    );
  }
  db.close();
  await desk.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function asked(kind: ReportKind): ReportAsked & { readonly kind: ReportKind } {
  return { kind, from: null, to: null, termId: null, policy: null };
}

async function value<T>(answer: Promise<Result<unknown>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value as T;
}

/** Watches how long whatever else wants its turn has to wait for it; gives the longest wait when it is stopped. */
function watch(): () => number {
  let [on, last, longest] = [true, performance.now(), 0];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    on = false;
    return longest;
  };
}

function bug(_reference: string, _call: string, error: unknown): void {
  console.error(error);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
