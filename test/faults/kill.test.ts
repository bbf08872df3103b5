import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runThrough } from '../../db/check';
import { openRegister } from '../../db/open';
import { bundled } from './bundled';

/** How often the writer is killed. The nightly run asks for more. */
const cycles = Number(process.env.KILLS ?? 30);
const writer = await bundled('writer');

test(
  'a writer killed at any moment loses nothing that was confirmed, and leaves a register that opens whole',
  { timeout: 30_000 + cycles * 4_000 },
  async () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-kill-'));
    const confirmed: string[] = [];
    try {
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        confirmed.push(...(await killedAfter(place, 5 + ((cycle * 37) % 150))));
        const opened = await openRegister(place, '2026-09-30T17:00:00.000Z');
        if (!opened.ok) throw new Error(`cycle ${cycle}: ${JSON.stringify(opened.failure)}`);
        const register = opened.value;
        expect(register.readOnly()).toBeNull();
        expect(confirmed.filter((id) => register.students.get(id) === null)).toEqual([]);
        expect(runThrough(register.checkWhole())).toBeNull();
        register.close();
      }
      const opened = await openRegister(place, '2026-09-30T17:00:00.000Z');
      if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
      expect(runThrough(opened.value.compareTables())).toBe(0);
      opened.value.close();
      // The promise is only tried where something had been confirmed before most of the kills.
      expect(confirmed.length).toBeGreaterThan(cycles);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
);

/** Starts the writer on a register and kills it some milliseconds after it had opened it; gives what it had confirmed by then. */
function killedAfter(place: string, milliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, place], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      const first = said === '';
      said += data.toString();
      if (first) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('close', (code) => {
      if (code !== null) reject(new Error(`the writer ended by itself: ${complaint}`));
      // The last line may be cut off: only whole ones were said.
      else resolve([...said.matchAll(/saved (\S+)\n/g)].map(([, id]) => id ?? ''));
    });
    child.on('error', reject);
  });
}
