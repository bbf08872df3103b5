import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const settingsSchema = z.object({
  /** The folder of the office's own register; null before set-up. */
  registerFolder: z.string().nullable(),
  /** Whether the sample office is the one that is open. */
  sample: z.boolean(),
});
/** What the app remembers between two starts. */
export type Settings = z.infer<typeof settingsSchema>;

const fileName = 'register.json';
const fresh: Settings = { registerFolder: null, sample: false };

/** What was remembered; a file that is not there or cannot be read means nothing was. */
export function readSettings(folder: string): Settings {
  const file = path.join(folder, fileName);
  if (!existsSync(file)) return fresh;
  try {
    const read = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : fresh;
  } catch (error) {
    if (error instanceof SyntaxError) return fresh;
    throw error;
  }
}

/** Remembers, wholly or not at all: a new file takes the old one's name once the disk has it. */
export function keepSettings(folder: string, settings: Settings): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = path.join(folder, `${fileName}.part`);
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(settings, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, path.join(folder, fileName));
}
