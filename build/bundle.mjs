import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { say } from './setup/shell.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

/** What goes into the bundle; a change in any of it makes a new one due. */
const sources = [
  'shared',
  'db',
  'electron',
  'renderer',
  'build/bundle.mjs',
  'build/licences.mjs',
  'package.json',
  'package-lock.json',
];

/** Puts the app together in dist/: main.mjs, preload.cjs, renderer/ and licences.txt. Nothing is done when it is up to date. */
export async function bundle() {
  const started = Date.now();
  const stamp = path.join(dist, 'licences.txt');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map((name) => newest(path.join(root, name)))))
    return;
  say('Bundling the app …');

  // Made beside dist/ and then put in its place, so that an app that is just starting never reads half of it.
  const work = path.join(root, '.cache', `bundle-${process.pid}`);
  try {
    const packages = new Set((await Promise.all([bundleNode(work), bundleRenderer(work)])).flat());
    const { licenceText } = await import('./licences.mjs');
    writeFileSync(path.join(work, 'licences.txt'), licenceText(packages));
    // As old as the moment the sources were read: what was saved meanwhile still counts as newer.
    utimesSync(path.join(work, 'licences.txt'), started / 1000, started / 1000);
    const old = `${work}-old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(work, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The main process and the preload script. What main imports when it needs it is a file of its own, so that nobody waits for it when
 * the app starts.
 * @param {string} to
 * @returns {Promise<string[]>} every file that went in
 */
async function bundleNode(to) {
  const { build } = await import('esbuild');
  const alike = /** @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: root,
    outdir: to,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Electron is the runtime; better-sqlite3 is a binary, and the one package that ships as it is.
    external: ['electron', 'better-sqlite3'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // Names stay: the log tells by them where in the program an error arose.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  const main = await build({
    ...alike,
    plugins: [zodInParts],
    entryPoints: { main: 'electron/main.ts' },
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    // For the packages inside that are CommonJS and ask for Node's own modules.
    banner: {
      js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere(import.meta.url);",
    },
  });
  // A sandboxed preload script can be nothing but CommonJS.
  const preload = await build({
    ...alike,
    entryPoints: { preload: 'electron/preload.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  });
  return [main, preload].flatMap(({ metafile }) => Object.keys(metafile.inputs).map((file) => path.join(root, file)));
}

/**
 * `import { z }` brings all of zod, its messages in fifty languages included; `import * as z` brings what is used.
 * @type {import('esbuild').Plugin}
 */
const zodInParts = {
  name: 'zod-in-parts',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      if (file.includes('node_modules')) return undefined;
      const source = await readFile(file, 'utf8');
      return { contents: source.replace("import { z } from 'zod';", "import * as z from 'zod';"), loader: 'ts' };
    });
  },
};

/**
 * The window's page with its scripts, styles and fonts.
 * @param {string} to
 * @returns {Promise<string[]>} every file that went in
 */
async function bundleRenderer(to) {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  /** @type {string[]} */
  const files = [];
  mkdirSync(to, { recursive: true });
  await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    // The page is served as app://…/index.html, so it finds its files beside it.
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      react(),
      fontsAhead,
      {
        name: 'list-what-goes-in',
        generateBundle(_options, made) {
          files.push(...this.getModuleIds());
          // Fonts come in by the styles' addresses and are no modules.
          for (const part of Object.values(made)) {
            if (part.type === 'asset')
              files.push(...part.originalFileNames.map((name) => path.resolve(root, 'renderer', name)));
          }
        },
      },
    ],
    build: {
      outDir: path.join(to, 'renderer'),
      emptyOutDir: true,
      // The oldest Chromium it has to run on: the test Electron's.
      target: 'chrome130',
      sourcemap: true,
      // The content security policy allows no data: addresses, so every font and picture is a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        output: {
          // Fonts keep their names: the printed page asks for them as well, by name.
          assetFileNames: ({ names }) =>
            names[0]?.endsWith('.woff2') ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  return files;
}

/**
 * Every screen is set in these: asked for with the page, they are there for its first layout, which else lays all lines twice, first in
 * whatever font the system finds.
 * @type {import('vite').Plugin}
 */
const fontsAhead = {
  name: 'fonts-ahead',
  transformIndexHtml: () =>
    [400, 600, 700].map((weight) => ({
      tag: 'link',
      injectTo: 'head',
      attrs: {
        rel: 'preload',
        href: `./fonts/source-sans-3-latin-${weight}-normal.woff2`,
        as: 'font',
        type: 'font/woff2',
        crossorigin: true,
      },
    })),
};

/** The latest change in a file, or in a folder with all that is in it. @param {string} place @returns {number} */
function newest(place) {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

if (process.argv[1] === import.meta.filename) await bundle();
