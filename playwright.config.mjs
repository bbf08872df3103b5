import { defineConfig } from '@playwright/test';

// The tests in the real window. `npm run check -- app` runs them, with a virtual display on Linux.
export default defineConfig({
  testDir: 'test/app',
  outputDir: '.cache/playwright',
  // One window at a time: two would fight for the keyboard focus of one display.
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/app.json' }]],
});
