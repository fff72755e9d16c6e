import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What comes and goes by degrees has come or gone: half faded in, it would have too little contrast. */
const atRest = (page: Page) =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // Nothing comes by degrees from here on: it might begin to after `atRest` has looked.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await atRest(page);
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as Violation[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${colorScheme}, ${id}: ${html} ${failureSummary}`),
    );
}

/** What axe finds serious or critical in either theme, in words. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  return [...(await inTheme(page, 'dark')), ...(await inTheme(page, 'light'))];
}
