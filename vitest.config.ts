import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { compileKernels } from './scripts/kernels.mjs';
import { images } from './scripts/vite-images.mjs';

await compileKernels();

export default defineConfig({
  plugins: [react(), images()],
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'tests/{reference,cli,unit}/**/*.test.ts'],
          testTimeout: 30_000,
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
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
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
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
