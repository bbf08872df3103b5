import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runThrough } from '../../db/check';
import { filesOf } from '../../db/files';
import { openRegister } from '../../db/open';
import type { Register } from '../../db/register';

// A program that damages copies of a register in every way it knows and opens each: `damager FOLDER FROM TO`. It says for each copy whether
// the damage was noticed (and how), or that nothing that was saved is different.

const [source = '', from = '0', to = '0'] = process.argv.slice(2);
const at = '2026-09-30T17:00:00.000Z';

/** The same numbers every time. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** One damage to a file's bytes, by its number. */
function damaged(bytes: Buffer, n: number): Buffer {
  const pick = chance(n + 1);
  const copy = Buffer.from(bytes);
  const place = pick(copy.length);
  const page = Math.floor(place / 4096) * 4096;
  switch (n % 6) {
    case 0:
      copy[place] = (copy[place] ?? 0) ^ (1 << pick(8));
      return copy;
    case 1:
      copy[place] = pick(256);
      return copy;
    case 2:
      return copy.fill(pick(256), page, page + 4096);
    case 3:
      copy.fill(0, Math.floor(place / 512) * 512, Math.floor(place / 512) * 512 + 512);
      return copy;
    case 4:
      return copy.subarray(0, place);
    default:
      // The header, where a single byte changes what the whole file is.
      copy[pick(100)] = pick(256);
      return copy;
  }
}

/** Everything that was saved, as the register reads it. */
function everything(register: Register): string {
  const people = register.students.find('', 50, '2026-01-01').map(({ student }) => student.id);
  const cases = register.cases.search('rd', 50).map(({ id }) => [id, register.cases.folded(id)]);
  return JSON.stringify([
    register.head(),
    register.office.get(),
    people.map((id) => register.entries('student', id)),
    cases,
  ]);
}

async function tried(n: number, bytes: Buffer, before: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'refund-desk-damage-'));
  try {
    cpSync(source, folder, { recursive: true });
    writeFileSync(filesOf(folder).db, damaged(bytes, n));
    const opened = await openRegister(folder, at);
    if (!opened.ok) return opened.failure.kind;
    const register = opened.value;
    try {
      if (register.readOnly() !== null) return 'read-only';
      if (runThrough(register.checkWhole()) !== null) return 'checked';
      if (runThrough(register.compareTables()) !== 0) return 'compared';
      return everything(register) === before ? 'same' : 'CHANGED';
    } catch (error) {
      // A read of a damaged page says so by its code, which the register knows.
      return register.recognises(error) !== null ? 'read' : `UNKNOWN ${String(error)}`;
    } finally {
      register.close();
    }
  } catch (error) {
    return `UNKNOWN ${String(error)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void (async () => {
  const bytes = readFileSync(filesOf(source).db);
  const sound = await openRegister(source, at);
  if (!sound.ok) throw new Error(sound.failure.kind);
  const before = everything(sound.value);
  sound.value.close();
  for (let n = Number(from); n < Number(to); n += 1) writeSync(1, `${n} ${await tried(n, bytes, before)}\n`);
})();
