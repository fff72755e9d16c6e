import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { address, boxAtRest, browserPages, expectAddress, narration } from './support.ts';

const { open } = browserPages();

const moons = '?dataset=make_moons&data.n_samples=200&data.noise=0.05&data.random_state=0';
const legend = (page: Page) => page.getByRole('list', { name: 'Legend' });
const disc = (page: Page) => page.getByRole('slider', { name: 'Disc radius' });

describe('the picture of DBSCAN', () => {
  it('says in words what is core, border and noise, and that there is no predict', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    const words = () => legend(page).getByRole('listitem').allTextContents();
    await expect.poll(async () => (await words()).slice(0, 3)).toEqual(['core', 'border', 'noise']);
    await expect.poll(async () => (await words()).at(-1)).toMatch(/nearest labelled neighbour .*DBSCAN has no predict/);
    await expect.poll(() => page.locator('.cs-regions path').count()).toBeGreaterThan(0);
  });

  it('has a disc whose rim sets eps: one step back undoes the whole drag', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    const box = await boxAtRest(disc(page));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => Number(address(page).get('eps'))).toBeGreaterThan(0.25);
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toMatch(/^eps 0\.[3-9]/);
    await page.goBack();
    await expectAddress(page, { eps: '0.2' });
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toBe('eps 0.2');
  });

  it('and by keys, which are not the player’s then', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    await narration(page).getByText(/done/).waitFor();
    await disc(page).press('ArrowLeft');
    await disc(page).press('Enter');
    await expectAddress(page, { eps: '0.196' });
    await narration(page).getByText(/done/).waitFor();
  });
});

describe('another algorithm on the same points', () => {
  it('brings its own picture, and takes the other’s away', async () => {
    const page = await open(`${moons}&algorithm=DBSCAN&eps=0.2`);
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: /^Mean-Shift/ }).click();
    await legend(page).getByText('mode', { exact: true }).waitFor();
    await expect.poll(() => disc(page).getAttribute('aria-valuetext')).toMatch(/^bandwidth /);
    await expect.poll(() => page.locator('.cs-center[role=button]').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: /^K-Means/ }).click();
    await legend(page).waitFor({ state: 'detached' });
    await expect.poll(() => disc(page).count()).toBe(0);
    await expect.poll(() => page.locator('.cs-center[role=button]').count()).toBeGreaterThan(0);
  });
});
