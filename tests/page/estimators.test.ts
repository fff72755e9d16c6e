import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { algorithms } from '../../src/engine/algorithms/specs.ts';
import { startRecipe } from '../../src/engine/spec/defaults.ts';
import { recipeToQuery } from '../../src/engine/spec/url.ts';
import { browserPages, narration } from './support.ts';

const { open } = browserPages();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const track = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });
const step = async (page: Page) => Number(await track(page).getAttribute('aria-valuenow'));
const last = async (page: Page) => Number(await track(page).getAttribute('aria-valuemax'));
const words = async (page: Page) => (await narration(page).textContent()) ?? '';

/** Plays from the start to the end on a clock of our own: hours of play take as long as their pictures take to draw. */
async function play(page: Page) {
  await button(page, 'Restart').click();
  await expect.poll(() => step(page)).toBe(0);
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: '8×' }).click();
  await page.clock.install();
  await button(page, 'Play').click();
  await button(page, 'Pause').waitFor();
  const end = await last(page);
  const seen = new Set<number>();
  for (let second = 0; second < 60 && (await step(page)) < end; second++) {
    seen.add(await step(page));
    await page.clock.runFor(1000);
  }
  expect(await step(page)).toBe(end);
  await button(page, 'Play').waitFor();
  return seen;
}

describe.each(algorithms.map((spec) => [spec.id, spec] as const))('%s', (id, spec) => {
  it.each(['iris', 'make_moons'])('plays from its first frame to its last on %s', async (dataset) => {
    const recipe = startRecipe(dataset, id);
    // Motion would only be drawn between the steps.
    const page = await open(`?${recipeToQuery(recipe)}`, { reducedMotion: 'reduce' });
    expect(await page.getByRole('combobox', { name: 'Algorithm' }).textContent()).toBe(spec.title);
    const end = await last(page);
    expect(end).toBeGreaterThan(1);
    expect(await step(page)).toBe(end);
    const result = await words(page);
    expect(result).toMatch(/\. \S/);

    const seen = await play(page);
    expect(seen.size).toBeGreaterThan(0);
    expect(await words(page)).toBe(result);

    await track(page).press('Home');
    const first = await words(page);
    expect(first).toMatch(/\. \S/);
    expect(first).not.toBe(result);
    await track(page).press('ArrowRight');
    expect(await words(page)).not.toBe(first);
  });

  it('is chosen by its name, with every parameter under scikit-learn’s', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: spec.title, exact: true }).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Run' }).textContent(), { timeout: 10_000 })
      .toMatch(/\d (ms|s)/);
    const more = page.getByRole('region', { name: 'Method' }).getByRole('button', { name: /\d more:/ });
    if (await more.count()) await more.click();
    const shown = await page
      .getByRole('region', { name: 'Method' })
      .locator('[aria-label]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
    for (const [name, param] of Object.entries(spec.params)) if (!param.when) expect(shown).toContain(name);
  });
});
