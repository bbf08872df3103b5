import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureNode } from './setup.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/shell.mjs';

/**
 * Runs a command of ours that needs no window, database or Electron, with the arguments of this process. Bundled once and again after a
 * change, since Node 20 reads no TypeScript. Standard output belongs to the command's answer alone.
 * @param {string} name the command; its source is `build/NAME-cli.ts`
 */
export async function runProgram(name) {
  const folder = path.join(root, '.cache', name);
  const program = path.join(folder, `${name}.mjs`);
  /** The files that the bundle was made from. */
  const sources = path.join(folder, 'sources.json');
  ensureNode();
  await ensurePackages();
  if (!isUpToDate()) await make();
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });

  function isUpToDate() {
    if (!existsSync(program) || !existsSync(sources)) return false;
    const made = statSync(program).mtimeMs;
    const files = /** @type {string[]} */ (JSON.parse(readFileSync(sources, 'utf8')));
    return files.every((file) => existsSync(path.join(root, file)) && statSync(path.join(root, file)).mtimeMs < made);
  }

  async function make() {
    const { build } = await import('esbuild');
    mkdirSync(folder, { recursive: true });
    const partial = `${program}.${process.pid}`;
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [`build/${name}-cli.ts`],
      outfile: partial,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Some packages are CommonJS and ask for Node's modules by require, which a module file does not have by itself.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      sourcemap: 'inline',
      metafile: true,
      logLevel: 'warning',
    });
    writeFileSync(sources, JSON.stringify([...Object.keys(metafile.inputs), 'package-lock.json', 'build/program.mjs']));
    renameSync(partial, program);
  }
}
