import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { openRegister } from '../../db/open';
import type { Register } from '../../db/register';
import { noImpact, rerunRegister } from '../../electron/rerun';
import { makeSample } from '../../electron/sample-register';
import { compile } from '../../shared/policy/compile';
import { shippedPacks } from '../../shared/policy/packs/index';
import { desktopHere } from './parts/desk-here';

// A million determinations of a register decided once more under a draft, beside reading and parsing the same facts. The register is made
// by the app's own calls and has fewer cases than that, so both go through it again and again, in turns: whatever else the machine does
// meets both. Nothing of one pass is kept for the next, so that a million rows in one file would be the same work.

const cases = Number(process.env['BENCH_CASES'] ?? 20_000);
const determinations = Number(process.env['BENCH_DETERMINATIONS'] ?? 1_000_000);
const atMost = 3;

const folder = mkdtempSync(`${os.tmpdir()}/refund-desk-rerun-`);
try {
  const desktop = desktopHere(folder);
  const began = performance.now();
  const made = await makeSample(desktop, desktop.registerFolder, (_reference, error) => console.error(error), {
    forms: cases,
    letters: 0,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const opened = await openRegister(desktop.registerFolder, desktop.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const register = opened.value;
  console.log(`register of ${cases} forms made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  measure(register);
  register.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(register: Register): void {
  const draft = draftOf(register);
  const total = readAll(register);
  const passes = Math.ceil(determinations / total);
  const spent = { read: 0, rerun: 0 };
  let differing = 0;
  let memory = 0;
  for (let pass = 0; pass <= passes; pass++) {
    const read = milliseconds(() => readAll(register));
    let found = noImpact();
    const rerun = milliseconds(() => {
      found = rerunAll(register, draft);
    });
    if (found.cases === 0 || found.differing === 0) throw new Error('the draft concerns no case');
    // The first pass warms both up and is not counted; what memory it needs is the measure for the rest.
    if (pass === 0) {
      memory = heap();
      differing = found.differing;
      console.log(
        `${total} determinations that count, ${found.cases} under the draft, ${differing} come out otherwise`,
      );
      continue;
    }
    if (found.differing !== differing) throw new Error('the same facts came out otherwise');
    spent.read += read;
    spent.rerun += rerun;
  }
  const count = passes * total;
  const grown = heap() - memory;
  const ratio = spent.rerun / spent.read;
  console.log(`${count} determinations in ${passes} passes`);
  console.log(
    `read and parsed: ${(spent.read / 1000).toFixed(1)} s, ${((spent.read * 1000) / count).toFixed(1)} µs each`,
  );
  console.log(
    `decided again and compared: ${(spent.rerun / 1000).toFixed(1)} s, ${((spent.rerun * 1000) / count).toFixed(1)} µs each: ${ratio.toFixed(2)} × (at most ${atMost})`,
  );
  console.log(
    `heap after all passes: ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MiB of ${memory.toFixed(1)} (at most + 5)`,
  );
  if (ratio > atMost || grown > 5) process.exitCode = 1;
}

/** A draft of the register's own policy that refunds less in every band between everything and nothing. */
function draftOf(register: Register) {
  const office = register.office.get();
  const shipped = shippedPacks.find((p) => p.id === office?.policy);
  if (shipped === undefined) throw new Error('the register’s policy is not shipped');
  const schedules = shipped.pack.schedules.map((schedule) => ({
    ...schedule,
    bands: schedule.bands.map((band) =>
      band.percent > 0 && band.percent < 100 ? { ...band, percent: band.percent - 5 } : band,
    ),
  }));
  return compile({ ...shipped.pack, version: 'draft', effectiveFrom: '2000-01-01', schedules });
}

/** Reads and parses every determination that counts; gives how many there are. */
function readAll(register: Register): number {
  let count = 0;
  for (let page = register.past.after(0, 25); page.last !== null; page = register.past.after(page.last, 25))
    for (const stored of page.cases) count += stored.facts.policy === '' ? 0 : 1;
  return count;
}

function rerunAll(register: Register, draft: ReturnType<typeof compile>) {
  const steps = rerunRegister(register, draft, shippedPacks, noImpact());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function milliseconds(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** What the program holds on to, in MiB. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
