// `npm start`: install what is missing, build, serve, say where, and on a desktop open the browser.
import { ensureInstalled, root } from './install.mjs';

const port = Number(process.env.PORT ?? 4173);

function desktop() {
  if (process.env.CI || process.env.BROWSER === 'none') return false;
  if (process.platform === 'linux') return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return true;
}

try {
  ensureInstalled();
  const { build, preview } = await import('vite');
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, preview: { port, strictPort: false, host: '127.0.0.1', open: desktop() } });
  const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
  console.log(`Clusterscope is at ${address}  (Ctrl+C stops it)`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
