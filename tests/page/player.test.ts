import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { boxAtRest, browserPages, narration, stopClock } from './support.ts';

const { open } = browserPages();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const step = async (page: Page) =>
  Number(await page.getByRole('slider', { name: 'Step' }).getAttribute('aria-valuenow'));

it('steps, restarts, plays to the end and pauses', async () => {
  const page = await open();
  const last = await step(page);
  expect(last).toBeGreaterThan(3);
  await button(page, 'Restart').click();
  await expect.poll(() => step(page)).toBe(0);
  await expect.poll(() => narration(page).textContent()).toMatch(/Step 0 · init/);
  await button(page, 'Step forward').click();
  await button(page, 'Step forward').click();
  await button(page, 'Step back').click();
  await expect.poll(() => step(page)).toBe(1);
  await expect.poll(() => narration(page).textContent()).toMatch(/Step 1 · assign/);
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: '8×' }).click();
  await stopClock(page);
  await button(page, 'Play').click();
  await button(page, 'Pause').waitFor();
  await page.clock.resume();
  await expect.poll(() => step(page)).toBe(last);
  await button(page, 'Play').waitFor();
});

it('keeps the stage where it is from step to step', async () => {
  const page = await open('?dataset=iris&features=2,3&n_clusters=6&random_state=42');
  const height = async () => (await boxAtRest(page.getByRole('region', { name: 'Stage' }))).height;
  await narration(page)
    .getByText(/converged/)
    .waitFor();
  const before = await height();
  await button(page, 'Restart').click();
  await expect.poll(() => narration(page).textContent()).toMatch(/drawn by k-means\+\+/);
  await expect.poll(height).toBe(before);
});

it('keeps it there on a small desktop too, where some words take three lines', async () => {
  const query = '?dataset=iris&algorithm=SpectralClustering&n_clusters=3&random_state=0';
  const page = await open(query, { viewport: { width: 1280, height: 800 } });
  const height = async () => (await boxAtRest(page.getByRole('region', { name: 'Stage' }))).height;
  await button(page, 'Restart').click();
  await expect.poll(() => narration(page).textContent()).toMatch(/^Step 0/);
  const before = await height();
  await button(page, 'Step forward').click();
  await expect.poll(() => narration(page).textContent()).toMatch(/^Step 1 · the embedding/);
  expect(await height()).toBe(before);
});

it('answers to keys, but not while somebody types', async () => {
  const page = await open();
  const last = await step(page);
  await page.keyboard.press('Home');
  await expect.poll(() => step(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => step(page)).toBe(1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => step(page)).toBe(0);
  await stopClock(page);
  await page.keyboard.press('Space');
  await button(page, 'Pause').waitFor();
  await page.keyboard.press('Space');
  await button(page, 'Play').waitFor();
  await page.clock.resume();
  await page.keyboard.press('End');
  await expect.poll(() => step(page)).toBe(last);
  const field = page.getByRole('spinbutton', { name: 'n_clusters' });
  await field.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  expect(await step(page)).toBe(last);
  expect(await field.inputValue()).toBe('3');
});

it('scrubs on the track', async () => {
  const page = await open();
  const track = page.getByRole('slider', { name: 'Step' });
  const box = await boxAtRest(track);
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 10, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => step(page)).toBe(0);
  await track.press('End');
  await expect.poll(() => track.getAttribute('aria-valuetext')).toMatch(/^Step \d+ of \d+, assign, inertia 31\.37/);
});

it('shows its keys', async () => {
  const page = await open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.getByText(/Play or pause/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await button(page, 'Keys').click();
  await dialog.waitFor();
});

it('a red flag stands by the words of the last step alone, and leads to its advice', async () => {
  const page = await open('?dataset=iris&algorithm=DBSCAN&eps=0.25&min_samples=10', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const flag = page.getByRole('button', { name: 'Nearly all points are noise (91.3 %)', exact: true });
  await flag.tap();
  const advice = page.getByText('Raise eps or lower min_samples.');
  await expect.poll(async () => (await advice.boundingBox())!.y).toBeLessThan(844);
  await page.getByRole('button', { name: 'Step back', exact: true }).tap();
  await expect.poll(() => flag.count()).toBe(0);
});

it('says what is in the way of a first picture where the steps would be told, on a phone too, and plays nothing', async () => {
  const screen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await open('?dataset=iris&algorithm=KMeans&n_clusters=200&random_state=0', screen, narration);
  await expect
    .poll(() => narration(page).textContent())
    .toBe('Nothing to show: params.n_clusters must be at most the number of rows (150).');
  const { y, height } = await boxAtRest(narration(page));
  expect(y + height).toBeLessThan(844);
  for (const name of ['Restart', 'Step back', 'Play', 'Step forward'])
    await expect.poll(() => button(page, name).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('spinbutton', { name: 'n_clusters' }).fill('3');
  await page.getByRole('spinbutton', { name: 'n_clusters' }).press('Enter');
  await expect.poll(() => narration(page).textContent()).toMatch(/^Step \d+ · assign\. Nothing changed/);
  await expect.poll(() => button(page, 'Play').getAttribute('aria-disabled')).toBe('false');
});
