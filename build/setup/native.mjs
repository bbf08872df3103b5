import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { root, run, say, stop } from './shell.mjs';
import { ensureSystem } from './system.mjs';

// better-sqlite3 brings a binary for each system. They want Node-API 10, so on Node below 22.14 and on the test
// Electron they take the whole process down with them. There its unchanged source is compiled once, against
// "experimental" Node-API, which those runtimes do have. That binary is for tests on this machine; no product gets it.

const sqlite = path.join(root, 'node_modules/better-sqlite3');
/** better-sqlite3 looks here before it looks at the binaries it brought. */
const compiledPlace = path.join(sqlite, 'build/Release/better_sqlite3.node');

const probe = `
  const Database = require(${JSON.stringify(sqlite)});
  const db = new Database(':memory:');
  db.exec('create table t (a)');
  db.prepare('insert into t values (?)').run(1);
  const read = db.prepare('select a from t').get().a;
  // What is thrown away must go without taking the process with it: some binaries load and fail only here.
  for (let i = 0; i < 20; i++) db.prepare('select ' + i).get();
  gc();
  setTimeout(() => process.exit(read === 1 ? 0 : 1), 5);
`;

/**
 * Makes sure that the register's SQLite loads in this Node and in the Electron that will be started.
 * @param {import('../electron-here.mjs').ElectronHere | undefined} electron
 */
export async function ensureNative(electron) {
  /** @type {{ name: string, program: string, env: Record<string, string> }[]} */
  const runtimes = [{ name: `Node ${process.versions.node}`, program: process.execPath, env: {} }];
  if (electron !== undefined) {
    runtimes.push({ name: `Electron ${electron.version}`, program: electron.path, env: { ELECTRON_RUN_AS_NODE: '1' } });
  }
  // Never by loading it here: where it does not fit, the process that tries is gone.
  const unfit = () =>
    runtimes
      .filter(
        ({ program, env }) =>
          spawnSync(program, ['--expose-gc', '-e', probe], { env: { ...process.env, ...env }, stdio: 'ignore' })
            .status !== 0,
      )
      .map(({ name }) => name);

  const before = unfit();
  if (before.length === 0) return;
  if (process.platform !== 'linux') {
    stop(
      `better-sqlite3 does not load in ${before.join(' and ')}. On this system it needs Node 22.14 or newer and Electron 36 or newer.`,
    );
  }
  if (existsSync(cachedBinary())) {
    put(cachedBinary(), compiledPlace);
    if (unfit().length === 0) return;
  }
  say(`better-sqlite3's own binary does not load in ${before.join(' and ')}.`);
  await ensureSystem(['compiler']);
  await compile(cachedBinary());
  put(cachedBinary(), compiledPlace);
  const after = unfit();
  if (after.length > 0) stop(`The compiled better-sqlite3 does not load in ${after.join(' and ')} either.`);
}

/** Kept outside node_modules, which `npm ci` empties, and outside the clone: the next clone needs the same. */
function cachedBinary() {
  const version = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(sqlite, 'package.json'), 'utf8'))
  ).version;
  const caches = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  return path.join(caches, 'refund-desk', `better-sqlite3-${version}-${process.platform}-${process.arch}.node`);
}

/**
 * The compiler is called directly, with the settings of the package's own binding.gyp, not through node-gyp: that
 * would need Python, make and the whole of Node's headers, and fails in a folder whose name has a space.
 * @param {string} target
 */
async function compile(target) {
  say('Compiling it (about 20 seconds on two cores, once on this machine) …');
  const find = createRequire(path.join(sqlite, 'package.json')).resolve;
  const addonApi = path.dirname(find('node-addon-api/package.json'));
  const headers = path.join(root, 'node_modules/node-api-headers/include');
  const options = readFileSync(path.join(sqlite, 'deps/defines.gypi'), 'utf8').matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g);
  const defines = [...options].map((option) => `-D${option[1]}`);
  const work = mkdtempSync(path.join(os.tmpdir(), 'better-sqlite3-'));
  // -O1 and no link-time optimisation: half the time of the package's own settings, and quick enough for tests.
  const declaration = path.join(work, 'post-finalizer.h');
  writeFileSync(
    declaration,
    '#include <node_api.h>\nextern "C" napi_status node_api_post_finalizer(napi_env, napi_finalize, void*, void*);\n',
  );
  const common = ['-c', '-O1', '-fPIC', '-w', '-DNDEBUG', ...defines, `-I${path.join(sqlite, 'deps/sqlite3')}`];
  try {
    const codes = await Promise.all([
      run('gcc', [
        '-std=gnu99',
        ...common,
        path.join(sqlite, 'deps/sqlite3/sqlite3.c'),
        '-o',
        path.join(work, 'sqlite3.o'),
      ]),
      run('g++', [
        '-std=c++20',
        '-fvisibility=hidden',
        ...common,
        // The headers package leaves out the part that turns NAPI_EXPERIMENTAL into this version number.
        '-DNAPI_EXPERIMENTAL',
        '-DNAPI_VERSION=2147483647',
        '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        // It leaves out as well what experimental modules must use to let go of an object: without it the first
        // garbage collection ends the process.
        '-DNODE_API_EXPERIMENTAL_HAS_POST_FINALIZER',
        '-include',
        declaration,
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        '-DBUILDING_NODE_EXTENSION',
        `-I${headers}`,
        `-I${addonApi}`,
        path.join(sqlite, 'src/better_sqlite3.cpp'),
        '-o',
        path.join(work, 'better_sqlite3.o'),
      ]),
    ]);
    const linked = path.join(work, 'better_sqlite3.node');
    if (codes.every((code) => code === 0)) {
      codes.push(
        await run('g++', [
          '-shared',
          '-Wl,-Bsymbolic',
          '-Wl,--exclude-libs,ALL',
          path.join(work, 'better_sqlite3.o'),
          path.join(work, 'sqlite3.o'),
          '-o',
          linked,
          '-ldl',
          '-lpthread',
          '-lm',
        ]),
      );
    }
    if (codes.some((code) => code !== 0)) stop('That failed; the compiler says above why.');
    put(linked, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Copies a file so that nobody ever sees half of it. @param {string} from @param {string} to */
function put(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  const partial = `${to}.${process.pid}`;
  copyFileSync(from, partial);
  renameSync(partial, to);
}
