import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/install.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Of the bench's own page. */
export const built = join(root, 'node_modules/.cache/clusterscope/bench');

/** Builds the bench's page as the page itself is built. */
export async function buildPage() {
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    build: { outDir: built, emptyOutDir: true, rolldownOptions: { input: join(folder, 'page.html') } },
  });
}

export const launch = () => chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });

/** Memory of all processes of a browser that show pages, their shared parts divided among those who share them; null where /proc does not say. */
export async function rendererMegabytes(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return renderers.reduce((sum, { id }) => sum + megabytesOf(id), 0);
  } catch {
    return null;
  } finally {
    await session.detach();
  }
}

function megabytesOf(process) {
  const rollup = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  return Number(/^Pss: +(\d+) kB$/m.exec(rollup)[1]) / 1000;
}
