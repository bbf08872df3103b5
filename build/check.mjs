import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { startVirtualDisplay } from './display.mjs';
import { root, run } from './setup/shell.mjs';

// Every check, the cheap ones first. `npm run check -- lint unit` runs the named ones alone.
// A failing step does not hide what the later ones would say; the exit code tells whether all of them passed.

const reports = path.join(root, '.cache/reports');

/** @type {Record<string, { title: string, run: () => Promise<boolean> }>} */
const steps = {
  types: { title: 'Types', run: () => tool('typescript/bin/tsc', ['-b']) },
  lint: {
    title: 'Lint and layout',
    run: async () => {
      const linted = await tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
      return (await tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '--cache', '.'])) && linted;
    },
  },
  dead: { title: 'Dead code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  unit: {
    title: 'Tests without a window',
    run: () =>
      tool('vitest/vitest.mjs', [
        'run',
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${path.join(reports, 'unit.json')}`,
      ]),
  },
  app: { title: 'Tests in the real window', run: testApp },
};

async function testApp() {
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  // One of the tests drives the app as it is packaged, with everything shut that a product has shut.
  if (process.platform === 'linux') {
    const { packageApp } = await import('./package.mjs');
    await packageApp();
  }
  // On Linux never on the screen one is working at: the tests would take its keyboard.
  const displays = process.platform === 'linux' ? await startVirtualDisplays() : [];
  const names = displays.map(({ env }) => env['DISPLAY']).join(' ');
  try {
    return await tool('@playwright/test/cli.js', ['test'], {
      ...(displays[0]?.env ?? process.env),
      REFUND_DESK_DISPLAYS: names,
    });
  } finally {
    for (const display of displays) display.stop();
  }
}

/** Two displays where two windows can have a core each. */
async function startVirtualDisplays() {
  const first = await startVirtualDisplay();
  return availableParallelism() > 1 ? [first, await startVirtualDisplay()] : [first];
}

/** @param {string} script under node_modules @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
async function tool(script, args, env = process.env) {
  const code = await run(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    stdio: 'inherit',
    env,
  });
  return code === 0;
}

/**
 * What vitest and Playwright wrote down. A run that left no report counts as one failure.
 * @param {string} file
 * @param {(report: any) => { passed: number, failed: number }} read
 */
function count(file, read) {
  const report = path.join(reports, file);
  return existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
}

const counted = {
  unit: () =>
    count('unit.json', (report) => ({
      passed: report.numPassedTests,
      // A file that cannot even be loaded has no test in it that could fail.
      failed:
        report.numFailedTests +
        report.testResults.filter(
          (/** @type {any} */ file) =>
            file.status === 'failed' &&
            !file.assertionResults.some((/** @type {any} */ one) => one.status === 'failed'),
        ).length,
    })),
  app: () =>
    count('app.json', ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    })),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(1);
}

mkdirSync(reports, { recursive: true });
/** @type {string[]} */
const summary = [];
let passed = 0;
let failed = 0;
let allWell = true;
for (const [name, step] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${step.title}`);
  rmSync(path.join(reports, `${name}.json`), { force: true });
  const started = Date.now();
  const well = await step.run().catch((/** @type {unknown} */ error) => {
    console.error(error);
    return false;
  });
  summary.push(`${well ? 'ok    ' : 'FAILED'} ${step.title} (${Math.round((Date.now() - started) / 1000)} s)`);
  allWell &&= well;
  if (name === 'unit' || name === 'app') {
    const result = counted[name]();
    passed += result.passed;
    failed += result.failed;
  }
}

console.log(`\n${summary.join('\n')}`);
const testsRan = chosen.length === 0 || chosen.some((name) => name in counted);
if (testsRan) console.log(`${passed} passed, ${failed} failed`);
process.exit(allWell && failed === 0 && (!testsRan || passed > 0) ? 0 : 1);
