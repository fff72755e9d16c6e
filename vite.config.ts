import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `base: './'` keeps the build free of absolute paths, so any static host serves it from any folder.
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
});
