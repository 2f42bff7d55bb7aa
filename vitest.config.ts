import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const tests = (...folders: readonly string[]): string[] => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);
const database = ['fake-indexeddb/auto'];
const together = { sequence: { groupOrder: 0 }, testTimeout: 20_000 };
/** Tests that put another module in the place of Electron's. */
const replacing = ['test/unit/electron/portal-pages.test.ts', 'test/unit/electron/ways-out.test.ts'];
/** Tests that start real browsers: one file at a time, after all others. */
const alone = { fileParallelism: false, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      // Pure code: a worker loads it once for all files. Those that put another module in its place are kept apart.
      {
        test: { ...together, name: 'unit', environment: 'node', isolate: false, include: tests('unit', 'contract', 'lint'), exclude: replacing },
      },
      { test: { ...together, name: 'replacing', environment: 'node', include: replacing } },
      { test: { ...together, name: 'data', environment: 'node', include: tests('data'), setupFiles: database } },
      {
        plugins: [react()],
        test: {
          ...together, name: 'features', environment: 'jsdom', include: tests('features'),
          setupFiles: [...database, 'test/support/patience.ts', 'test/support/no-owner-stacks.ts'],
        },
      },
      { test: { ...together, name: 'practice', environment: 'node', isolate: false, include: tests('practice') } },
      {
        test: {
          ...alone,
          name: 'runtime',
          environment: 'node',
          include: tests('runtime'),
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...alone,
          name: 'e2e',
          environment: 'node',
          include: tests('e2e'),
          testTimeout: 180_000,
          // What the app does soon is waited for as long as what its screen shows soon, also on a slow machine.
          expect: { poll: { interval: 20, timeout: 20_000 } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
