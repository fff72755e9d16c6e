import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { algorithms } from '../../src/engine/algorithms/specs.ts';
import { browserPages, narration } from './support.ts';

const { open } = browserPages();

const moons = '?dataset=make_moons&data.n_samples=200&data.noise=0.05&data.random_state=0';
const legend = (page: Page) => page.getByRole('list', { name: 'Legend' });
const disc = (page: Page) => page.getByRole('slider', { name: 'Disc radius' });
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe('the picture of DBSCAN', () => {
  it('says in words what is core, border and noise, and that there is no predict', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    const words = await legend(page).getByRole('listitem').allTextContents();
    expect(words.slice(0, 3)).toEqual(['core', 'border', 'noise']);
    expect(words.at(-1)).toMatch(/nearest labelled neighbour .*DBSCAN has no predict/);
    expect(await page.locator('.cs-regions path').count()).toBeGreaterThan(0);
  });

  it('has a disc whose rim sets eps: one step back undoes the whole drag', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    const box = (await disc(page).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => Number(param(page, 'eps'))).toBeGreaterThan(0.25);
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toMatch(/^eps 0\.[3-9]/);
    await page.goBack();
    await expect.poll(() => param(page, 'eps')).toBe('0.2');
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toBe('eps 0.2000');
  });

  it('and by keys, which are not the player’s then', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    const before = await narration(page).textContent();
    await disc(page).press('ArrowLeft');
    await disc(page).press('Enter');
    await expect.poll(() => param(page, 'eps')).toBe('0.196');
    expect(before).toMatch(/done/);
    expect(await narration(page).textContent()).toMatch(/done/);
  });
});

describe('another algorithm on the same points', () => {
  it('brings its own picture, and takes the other’s away', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: /^Mean-Shift/ }).click();
    await legend(page).getByText('mode', { exact: true }).waitFor();
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toMatch(/^bandwidth /);
    expect(await page.locator('.cs-center[role=button]').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: /^K-Means/ }).click();
    await legend(page).waitFor({ state: 'detached' });
    await expect.poll(() => disc(page).count()).toBe(0);
    expect(await page.locator('.cs-center[role=button]').count()).toBeGreaterThan(0);
  });
});

describe.each(algorithms.map(({ id }) => id))('%s', (id) => {
  it.each([
    ['iris', '?dataset=iris&features=2,3'],
    ['moons', '?dataset=make_moons&data.n_samples=100&data.noise=0.05&data.random_state=0'],
  ])('tells each of its steps, from the first to the last, on %s', async (_, points) => {
    const page = await open(`${points}&algorithm=${id}`);
    const step = page.getByRole('slider', { name: 'Step' });
    const last = Number(await step.getAttribute('aria-valuemax'));
    await step.press('Home');
    const said = new Set<string | null>([await narration(page).textContent()]);
    for (let i = 0; i < last; i++) {
      await step.press('ArrowRight');
      said.add(await narration(page).textContent());
    }
    expect(Number(await step.getAttribute('aria-valuenow'))).toBe(last);
    expect(said.size).toBeGreaterThan(Math.min(3, last));
    expect([...said].join(' ')).not.toMatch(/undefined|NaN|\[object/);
    expect(await page.locator('[data-stage]').innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
  });
});
