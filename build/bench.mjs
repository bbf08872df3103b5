import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { setUp } from './setup.mjs';
import { root, run, say, stop } from './setup/shell.mjs';

// `npm run bench`: every test/bench/*.ts is one measurement, a program that prints its figures; what they share lies in
// folders below. `npm run bench -- evaluate` runs the named ones alone. One at a time: two would measure each other.

const folder = path.join(root, 'test/bench');
const all = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.basename(name, '.ts'))
  : [];
const chosen = process.argv.slice(2);
const names = chosen.length > 0 ? chosen : all;
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) stop(`There is no measurement named ${unknown.join(', ')}. There are: ${all.join(', ')}.`);

await setUp('tests');
await bundle();
const { build } = await import('esbuild');
const out = path.join(root, '.cache/bench');
mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: names.map((name) => `test/bench/${name}.ts`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Packages are loaded as they are: some are CommonJS, and one is a binary.
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [
    {
      // The build's own scripts find the repository from where they lie, so they stay there.
      name: 'build-stays',
      setup: (builder) =>
        builder.onResolve({ filter: /\/build\/[\w-]+\.mjs$/ }, ({ path: file }) => ({
          path: pathToFileURL(path.join(root, 'build', path.basename(file))).href,
          external: true,
        })),
    },
  ],
});

// Those that open a window need a display; all get the same surroundings, so that figures can be compared.
const { startVirtualDisplay } = await import('./display.mjs');
const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined;
let failed = 0;
for (const name of names) {
  say(`\n== ${name}`);
  const code = await run(process.execPath, ['--expose-gc', '--enable-source-maps', path.join(out, `${name}.mjs`)], {
    stdio: 'inherit',
    env: display?.env ?? process.env,
  });
  if (code !== 0) failed += 1;
}
display?.stop();
process.exit(failed === 0 && names.length > 0 ? 0 : 1);
