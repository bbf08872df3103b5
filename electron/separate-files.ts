import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, failureOf } from '../db/failures';
import { fail, ok, type Result } from '../shared/result';
import { writeFresh } from './whole-file';

/** A file to be saved beside others: its name, and its bytes when their turn comes; null where they are lost. */
export type SeparateFile = { readonly name: string; readonly bytes: () => Uint8Array | null };

/**
 * Saves files in a folder, one after the other. A file that stands there already is left alone where it is the same one; where it is another,
 * nothing at all is written. A disk that fills up leaves no half file, and the failure says how far it came.
 */
export async function saveSeparately(
  folder: string,
  files: readonly SeparateFile[],
  tell: (done: number) => void,
): Promise<Result<null>> {
  const missing: SeparateFile[] = [];
  const others: string[] = [];
  for (const file of files) {
    const there = await bytesAt(path.join(folder, file.name));
    if (there === null) missing.push(file);
    else if (there === 'unreadable' || !there.equals(file.bytes() ?? new Uint8Array())) others.push(file.name);
  }
  const [first] = others;
  if (first !== undefined) {
    const many = others.length > 1;
    return fail({
      kind: 'wrong-state',
      message: `${many ? `${others.length} files of these names are` : `Another file named ${first} is`} in that folder already${many ? `, the first ${first}` : ''}. None was replaced, and nothing was written.`,
      next: 'Choose an empty folder, or move those files away, and save again.',
    });
  }
  let done = files.length - missing.length;
  let last = '';
  for (const { name, bytes } of missing) {
    const content = bytes();
    if (content === null) return fail({ kind: 'not-found', what: `The PDF for ${name}` });
    try {
      await writeFresh(path.join(folder, name), content);
    } catch (error) {
      const failure = failureOf(error, folder);
      if (failure === null) throw error;
      return fail({
        kind: 'files-stopped',
        path: folder,
        written: done,
        of: files.length,
        last,
        full: failure.kind === 'disk-full',
      });
    }
    done += 1;
    last = name;
    tell(done);
  }
  return ok(null);
}

async function bytesAt(file: string): Promise<Buffer | 'unreadable' | null> {
  try {
    return await readFile(file);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : 'unreadable';
  }
}
