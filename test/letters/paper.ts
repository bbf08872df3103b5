import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { electronFlags, electronHere } from '../../build/electron-here.mjs';
import type { ManyPages, Page } from '../../electron/desktop';

const root = path.resolve(import.meta.dirname, '../..');

/** The PDFs that the app's own printing makes of these pages, in order. Needs a display. */
export async function printed(pages: readonly Page[]): Promise<readonly Uint8Array[]> {
  return (await asPdfs(pages, false)).each;
}

/** The same of pages made many at once, and the one PDF of all of them. */
export async function printedTogether(
  pages: readonly ManyPages[],
): Promise<{ readonly each: readonly Uint8Array[]; readonly all: Uint8Array }> {
  const { each, all } = await asPdfs(pages, true);
  if (all === null) throw new Error('no PDF of all pages');
  return { each, all };
}

async function asPdfs(pages: readonly Page[], together: boolean) {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.cache/paper-'));
  try {
    writeFileSync(path.join(folder, 'pages.json'), JSON.stringify(pages));
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: 'paper', version: '1.0.0', main: 'main.cjs' }),
    );
    await build({
      absWorkingDir: root,
      entryPoints: ['test/letters/paper-main.ts'],
      outfile: path.join(folder, 'main.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['electron'],
      logLevel: 'error',
    });
    cpSync(path.join(root, 'node_modules/@fontsource/source-sans-3/files'), path.join(folder, 'dist/renderer/fonts'), {
      recursive: true,
    });
    const { path: program } = electronHere();
    const env = { ...process.env, PAPER_FOLDER: folder, PAPER_TOGETHER: together ? '1' : '0' };
    await promisify(execFile)(program, [...electronFlags(), `--user-data-dir=${path.join(folder, 'data')}`, folder], {
      env,
      timeout: 120_000,
    }).catch((error: unknown) => {
      const said = path.join(folder, 'error.txt');
      throw new Error(existsSync(said) ? readFileSync(said, 'utf8') : String(error));
    });
    const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
    return {
      each: pages.map((_page, index) => read(`${index}.pdf`)),
      all: existsSync(path.join(folder, 'all.pdf')) ? read('all.pdf') : null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
