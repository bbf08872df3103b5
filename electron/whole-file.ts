import { link, rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is there whole or not at all: what stands under its name is only replaced once everything is on the disk. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await beside(file, bytes, (part) => rename(part, file));
}

/** The same for a name under which nothing stands yet; what stands there is left as it is, and the error says `EEXIST`. */
export async function writeFresh(file: string, bytes: Uint8Array): Promise<void> {
  // A name given by a link is refused where it is taken, also by another program a moment ago.
  await beside(file, bytes, (part) => link(part, file).catch((error: unknown) => linkless(error, part, file)));
}

/** Some file systems, of memory sticks for one, know no links. */
async function linkless(error: unknown, part: string, file: string): Promise<void> {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EEXIST') throw error;
  const { open } = await import('node:fs/promises');
  const reserved = await open(file, 'wx');
  await reserved.close();
  await rename(part, file);
}

async function beside(file: string, bytes: Uint8Array, take: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, bytes, { flush: true });
    await take(part);
  } finally {
    await rm(part, { force: true });
  }
}
