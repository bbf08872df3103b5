import { createHash } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * The head anchor: a small file beside the register that says where the chain ended after the last save. A register whose tail was cut
 * off, or that was put back to an earlier day, still has a sound chain; only the anchor shows it. Two slots are written in turn, so
 * that a power cut while one is being written leaves the other.
 */

/** Where the chain ends: the last entry's sequence and MAC (hex). */
export type Head = { readonly seq: number; readonly mac: string };

/** What the anchor holds: where the chain ended, and when that was saved (UTC, ISO); an anchor written before that was kept has no moment. */
export type Anchored = Head & { readonly at?: string };

/** An open anchor file. */
export type Anchor = {
  /** Writes the head and waits until the disk has it. Throws what the file system reports. */
  write(head: Anchored): void;
  close(): void;
};

const slotLength = 160;

/** The newest head that a file of anchors holds; null where no slot is whole. Throws when it cannot be read. */
export function readAnchor(path: string): Anchored | null {
  const { newest, slots } = read(readFileSync(path));
  return newest === null ? null : (slots[newest] ?? null);
}

/** Opens the anchor for writing and makes it where there is none, readable by this person alone. Throws what the file system reports. */
export function openAnchor(path: string): Anchor {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  let slot = read(readFileSync(path)).newest ?? 1;
  return {
    write: (head) => {
      slot = 1 - slot;
      writeSync(file, lineOf(head), slot * slotLength, 'latin1');
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

function read(bytes: Buffer): { readonly newest: number | null; readonly slots: readonly (Anchored | null)[] } {
  const slots = [0, 1].map((slot) =>
    parse(bytes.subarray(slot * slotLength, (slot + 1) * slotLength).toString('latin1')),
  );
  const [first, second] = slots;
  if (first == null) return { newest: second == null ? null : 1, slots };
  return { newest: second != null && second.seq > first.seq ? 1 : 0, slots };
}

function lineOf({ seq, mac, at }: Anchored): string {
  const text = at === undefined ? `${seq} ${mac}` : `${seq} ${mac} ${at}`;
  return `${`${text} ${checkOf(text)}`.padEnd(slotLength - 1)}\n`;
}

function parse(line: string): Anchored | null {
  const parts = line.trim().split(' ');
  const [seq, mac, at] = parts.slice(0, -1);
  if (seq === undefined || mac === undefined || parts.at(-1) !== checkOf(parts.slice(0, -1).join(' '))) return null;
  return { seq: Number(seq), mac, ...(at === undefined ? {} : { at }) };
}

function checkOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
