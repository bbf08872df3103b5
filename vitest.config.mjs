import { defineConfig } from 'vitest/config';

// Everything that needs no window. The tests in the real window are Playwright's (playwright.config.ts).
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/app/**'],
    // A native module that crashes takes its process with it: keep one test file's crash from being another's.
    pool: 'forks',
    testTimeout: 20_000,
  },
});
