import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileKernels } from './scripts/kernels.mjs';
import { images } from './scripts/vite-images.mjs';
import { d3OfPlot } from './scripts/vite-plot.mjs';
import { wordless } from './scripts/vite-wordless.mjs';

await compileKernels();

// `base: './'` keeps the build free of absolute paths, so any static host serves it from any folder.
export default defineConfig({
  base: './',
  plugins: [react(), images(), d3OfPlot()],
  worker: { format: 'es', plugins: () => [wordless()] },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
});
