import { defineConfig } from '@playwright/test';

/** The virtual displays that the tests share out among them; none where they run on the screen at hand. */
const displays = (process.env['REFUND_DESK_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '');

// The tests in the real window. `npm run check -- app` runs them, with a virtual display on Linux.
export default defineConfig({
  testDir: 'test/app',
  // Windows keeps files to their person by the rights of the profile folder, not by modes.
  grepInvert: process.platform === 'win32' ? /can be read by its person alone/ : [],
  // The unpacked product is made on Linux alone; elsewhere the installers are what one looks at.
  testIgnore: process.platform === 'linux' ? [] : ['**/packaged.spec.ts'],
  outputDir: '.cache/playwright',
  // One window at a time on each display: two would fight for its keyboard focus.
  workers: displays.length > 1 ? displays.length : 1,
  // Two windows at once leave each a core; what a person would wait for is waited for.
  expect: { timeout: 15_000 },
  timeout: 90_000,
  // On a busy machine a key can come before the list that it is for. Such a test is asked once more and reported as flaky.
  retries: 1,
  // A display that hangs must not hang whoever waits for `npm test`.
  globalTimeout: 18 * 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/app.json' }]],
});
