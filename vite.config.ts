import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileKernels } from './scripts/kernels.mjs';
import { images } from './scripts/vite-images.mjs';
import { d3OfPlot } from './scripts/vite-plot.mjs';
import { preload } from './scripts/vite-preload.mjs';
import { wordless } from './scripts/vite-wordless.mjs';

await compileKernels();

// How long a plugin takes on a busy machine is no warning.
const checks = { bundlerTimings: false };

// `base: './'` keeps the build free of absolute paths, so any static host serves it from any folder.
export default defineConfig({
  base: './',
  plugins: [
    react(),
    images(),
    d3OfPlot(),
    preload(['/labs/cluster/ClusterLab.tsx'], ['inter-latin-wght', 'jetbrains-mono-latin-wght']),
  ],
  worker: { format: 'es', plugins: () => [wordless()], rolldownOptions: { checks } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      checks,
      output: {
        // What the page needs first, in four scripts: left to itself the bundler makes sixty, which is a tenth more to load.
        codeSplitting: {
          groups: [
            { name: 'packing', test: /\/packed-points\.ts$|vite\/preload-helper/, priority: 5 },
            { name: 'react', test: /node_modules\/react-dom\//, priority: 4 },
            { name: 'state', test: /\/src\/state\/start\.ts$/, priority: 3 },
            { name: 'page', test: /\/src\/page\.tsx$/, priority: 2 },
            { name: 'cluster', test: /\/labs\/cluster\/ClusterLab\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
});
