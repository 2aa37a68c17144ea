import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{forms,worker,web,local,migrations}/**/*.test.{ts,tsx}', 'test/golden/scorecards.test.ts'],
        },
      },
      {
        test: {
          name: 'api',
          include: ['test/{api,scenarios,isolation,golden}/**/*.test.ts'],
          // It needs no built service, so it is among the quick ones.
          exclude: ['test/golden/scorecards.test.ts'],
          globalSetup: './test/support/build.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: './test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
