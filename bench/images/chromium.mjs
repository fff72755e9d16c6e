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

/**
 * Memory of the process that shows the page, its workers included: PSS, the parts that it shares with others divided among
 * them. It is the largest, since Chromium keeps spare ones ready. null where /proc does not say.
 */
export async function pageMegabytes(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => megabytesOf(id)));
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
