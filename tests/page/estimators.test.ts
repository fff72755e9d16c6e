import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { algorithms } from '../../src/engine/algorithms/specs.ts';
import { startRecipe } from '../../src/engine/spec/defaults.ts';
import { recipeToQuery } from '../../src/engine/spec/url.ts';
import { browserPages, narration, stopClock } from './support.ts';

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
  await stopClock(page);
  await button(page, 'Play').click();
  await button(page, 'Pause').waitFor();
  const end = await last(page);
  const seen = new Set<number>();
  for (let second = 0; second < 60 && (await step(page)) < end; second++) {
    seen.add(await step(page));
    await page.clock.runFor(1000);
  }
  await expect.poll(() => step(page)).toBe(end);
  await button(page, 'Play').waitFor();
  return seen;
}

/** What is told of each step from the first to the last. */
async function tell(page: Page) {
  const now = () =>
    page.evaluate(() => ({
      step: Number(document.querySelector('[role=slider][aria-label=Step]')!.getAttribute('aria-valuenow')),
      words: document.querySelector('[role=status][aria-label=Narration]')!.textContent,
    }));
  await track(page).press('Home');
  await expect.poll(async () => (await now()).step).toBe(0);
  const end = await last(page);
  let shown = await now();
  const told = [shown.words];
  for (let i = 1; i <= end; i++) {
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(
        async () => {
          shown = await now();
          return shown.step;
        },
        { interval: 5 },
      )
      .toBe(i);
    told.push(shown.words);
  }
  return told;
}

describe.each(algorithms.map((spec) => [spec.id, spec] as const))('%s', (id, spec) => {
  it.each(['iris', 'make_moons'])(
    'plays from its first frame to its last on %s, and tells each step',
    async (dataset) => {
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
      await expect.poll(() => words(page)).toBe(result);

      const told = await tell(page);
      expect(told[0]).toMatch(/\. \S/);
      expect(told[0]).not.toBe(result);
      expect(told[1]).not.toBe(told[0]);
      expect(told.at(-1)).toBe(result);
      expect(new Set(told).size).toBeGreaterThan(Math.min(3, end));
      expect(told.join(' ')).not.toMatch(/undefined|NaN|\[object/);
      expect(await page.locator('[data-stage]').innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});

it('each is chosen by its name, with every parameter under scikit-learn’s', async () => {
  const page = await open();
  const method = page.getByRole('region', { name: 'Method' });
  for (const spec of algorithms) {
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: spec.title, exact: true }).click();
    await expect.poll(() => page.getByRole('combobox', { name: 'Algorithm' }).textContent()).toBe(spec.title);
    await expect.poll(() => page.getByRole('region', { name: 'Run' }).textContent()).toMatch(/\d (ms|s)/);
    const always = Object.keys(spec.params).filter((name) => !spec.params[name]!.when);
    const shown = () =>
      method.locator('[aria-label]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
    await expect.poll(() => method.getByRole('link').first().getAttribute('href')).toContain(spec.id);
    const more = method.getByRole('button', { name: /\d more:/ });
    if (await more.count()) await more.click();
    await expect.poll(shown).toEqual(expect.arrayContaining(always));
  }
});
