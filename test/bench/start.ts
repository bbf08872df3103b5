import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronHere } from '../../build/electron-here.mjs';
import { practiceAccount, practicePassphrase } from '../../electron/sample/practice';
import { makeSample } from '../../electron/sample-register';
import { keepSettings } from '../../electron/settings';
import { desktopHere } from './parts/desk-here';
import { emptyApp } from './parts/empty-app';
import { median } from './parts/median';
import { startWindow, type Start } from './parts/window';

// Start to usable window with a register of many cases, and memory, beside an empty window of the same Electron. They take turns, so
// that whatever else the machine does meets both.

const cases = Number(process.env['BENCH_CASES'] ?? 10_000);
const turns = 7;

const desk = {
  // The first screen of an office's own register is its sign-in: from here on the name can be typed.
  usable:
    "document.activeElement?.dataset.field === 'account' && document.querySelector('main h1')?.textContent === 'Sign in'",
  then: `void window.desk.call('person.signIn', ${JSON.stringify({ account: practiceAccount, passphrase: practicePassphrase })})`,
  filled: "document.querySelector('.today-last')?.textContent.includes('RD-') === true",
};

const data = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-start-'));
const empty = emptyApp();
try {
  const desktop = desktopHere(data);
  const began = performance.now();
  const made = await makeSample(desktop, desktop.registerFolder, (_reference, error) => console.error(error), {
    forms: cases,
    letters: 0,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  keepSettings(desktop.settingsFolder, { registerFolder: desktop.registerFolder, sample: false });
  console.log(`register of ${cases} cases made in ${((performance.now() - began) / 1000).toFixed(1)} s`);

  const ours: Start[] = [];
  const theirs: Start[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const their = await startWindow(
      empty,
      { usable: "document.querySelector('h1') !== null", then: '0', filled: 'true' },
      {},
    );
    const our = await startWindow(path.resolve('.'), desk, { REFUND_DESK_DATA: data });
    // The first turn warms the disk's cache for both and is not counted.
    if (turn > 0) {
      ours.push(our);
      theirs.push(their);
    }
  }
  const usable = { ours: median(ours.map((s) => s.usable)), empty: median(theirs.map((s) => s.usable)) };
  const memory = { ours: median(ours.map((s) => s.memory)), empty: median(theirs.map((s) => s.memory)) };
  console.log(`Electron ${electronHere().version}, medians of ${turns}`);
  console.log(
    `start to usable window (the sign-in screen, its name field with the keyboard): ${usable.ours.toFixed(0)} ms, empty window ${usable.empty.toFixed(0)} ms: ${(usable.ours / usable.empty).toFixed(2)} × (at most 1.3)`,
  );
  console.log(
    `signing in to the first figures of the register on Today, the passphrase worked out: ${median(ours.map((s) => s.filled)).toFixed(0)} ms`,
  );
  console.log(
    `memory of all processes: ${memory.ours.toFixed(0)} MiB, empty window ${memory.empty.toFixed(0)} MiB: ${(memory.ours / memory.empty).toFixed(2)} × (at most 1.4)`,
  );
} finally {
  rmSync(data, { recursive: true, force: true });
  rmSync(empty, { recursive: true, force: true });
}
