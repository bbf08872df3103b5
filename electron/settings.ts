import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { failureOf } from '../db/failures';
import { renameDurably } from '../db/files';
import type { Failure } from '../shared/errors';
import { lastOpen } from './folders';

const settingsSchema = z.object({
  /** The folder of the office's own register; null before set-up. */
  registerFolder: z.string().nullable(),
  /** Whether the sample office is the one that is open. */
  sample: z.boolean(),
  /** The printers of this PC; a file from before there was a choice lacks them. */
  printing: z
    .object({
      /** The one that letters go to without a question; null where the system's dialog asks. */
      chosen: z.string().nullable(),
      /** How far each one's paper lies off, by its name, in 1/32 inch. */
      nudges: z.record(z.string(), z.object({ x: z.number().int(), y: z.number().int() })),
    })
    .optional(),
});
/** What the app remembers between two starts. */
export type Settings = z.infer<typeof settingsSchema>;

const fresh: Settings = { registerFolder: null, sample: false };

/** What was remembered; a file that is not there or cannot be read means nothing was. */
export function readSettings(folder: string): Settings {
  const file = path.join(folder, lastOpen);
  if (!existsSync(file)) return fresh;
  try {
    const read = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : fresh;
  } catch (error) {
    if (error instanceof SyntaxError || failureOf(error, file) !== null) return fresh;
    throw error;
  }
}

/** What is remembered of this PC's printers; nothing is chosen where the file says nothing. */
export type PrintingHere = NonNullable<Settings['printing']>;

/** The printers remembered on this PC. */
export function readPrinting(folder: string): PrintingHere {
  return readSettings(folder).printing ?? { chosen: null, nudges: {} };
}

/** Remembers the printers, beside what else is remembered. Gives the failure where it could not. */
export function keepPrinting(folder: string, printing: PrintingHere): Failure | null {
  return written(folder, { ...readSettings(folder), printing });
}

/** Remembers what is open; the printers stay as they are on the disk. */
export function keepSettings(folder: string, { registerFolder, sample }: Omit<Settings, 'printing'>): Failure | null {
  const { printing } = readSettings(folder);
  return written(folder, { registerFolder, sample, ...(printing === undefined ? {} : { printing }) });
}

/** Writes wholly or not at all: a new file takes the old one's name once the disk has it. Gives the failure where it could not. */
function written(folder: string, settings: Settings): Failure | null {
  const file = path.join(folder, lastOpen);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openSync(`${file}.part`, 'w', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(settings, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameDurably(`${file}.part`, file);
    return null;
  } catch (error) {
    const failure = failureOf(error, file);
    if (failure === null) throw error;
    // What stands in the way is no register.
    return failure.kind === 'register-exists' || failure.kind === 'register-missing'
      ? { kind: 'disk-read-only', path: file }
      : failure;
  }
}
