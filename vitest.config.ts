import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Style sheets are read as they are: pages inline them, and their size and contrast are tested.
          css: true,
          include: ['{forms,worker,web,local,migrations}/**/*.test.{ts,tsx}', 'test/golden/scorecards.test.ts'],
          testTimeout: 20_000,
          // Some two hundred small files that share nothing but modules: a fresh worker for each takes three times as long.
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'api',
          include: ['test/{api,scenarios,isolation,golden}/**/*.test.ts'],
          // It needs no built service, so it is among the quick ones.
          exclude: ['test/golden/scorecards.test.ts'],
          globalSetup: './test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: './test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
