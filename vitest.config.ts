import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { compileKernels } from './scripts/kernels.mjs';
import { images } from './scripts/vite-images.mjs';

await compileKernels();

// A test waits for the state that it asserts; how long that may take on a busy machine is no part of what it says.
const expectation = { poll: { timeout: 20_000 } };

export default defineConfig({
  plugins: [react(), images()],
  test: {
    // Vitest leaves one core to itself, which of two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'tests/{reference,cli,unit}/**/*.test.ts'],
          pool: 'threads',
          expect: expectation,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Found too late, inside a worker or by the page's own sources, they would reload the page in the middle of a test,
        // which then never ends: these are all, and no others are looked for.
        optimizeDeps: {
          noDiscovery: true,
          include: ['@observablehq/plot', 'axe-core', 'comlink', 'd3', 'fflate', 'papaparse', 'valibot', 'zustand'],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          expect: expectation,
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            fileParallelism: false,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findBrowser() ?? '', args: browserArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'page',
          environment: 'node',
          include: ['tests/page/**/*.test.ts'],
          globalSetup: ['tests/page/serve.ts'],
          // After the others. A page with its worker keeps more than one core busy, so that two at a time keep any machine busy.
          sequence: { groupOrder: 1 },
          pool: 'threads',
          maxWorkers: 2,
          expect: expectation,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
