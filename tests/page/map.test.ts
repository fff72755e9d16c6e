import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { boxAtRest, browserPages, expectNoScroll } from './support.ts';

const { open } = browserPages();

const digits = '?lab=images&dataset=digits&scaler=unit&algorithm=KMeans&n_clusters=10&random_state=42';
const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });
const plot = (page: Page) => map(page).locator('.cs-plot');

async function openMap(query = digits, options: Parameters<typeof open>[1] = {}) {
  const page = await open(query, options);
  // What stands above the map has come: it would push the map down in the middle of a drag.
  await page.getByRole('listbox', { name: 'Members' }).getByRole('option').first().waitFor();
  await map(page).scrollIntoViewIfNeeded();
  await expect.poll(() => map(page).locator('.cs-picture').getAttribute('aria-label')).toBeTruthy();
  return page;
}

it('shows all digits, and as one zooms in they become the digits themselves', async () => {
  const page = await openMap();
  await expect
    .poll(() => map(page).locator('.cs-picture').getAttribute('aria-label'))
    .toMatch(/^Map of 1,797 digits by component 1 .*, coloured by cluster; zoomed in, each dot becomes its digit$/);
  expect(await map(page).locator('[data-pictures]').count()).toBe(0);
  await map(page).locator('.cs-stage').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect
    .poll(async () => Number(await map(page).locator('[data-pictures]').getAttribute('data-pictures')))
    .toBeGreaterThan(20);
  await page.keyboard.press('0');
  await map(page).locator('[data-pictures]').waitFor({ state: 'detached' });
});

it('says of the digit under the cursor what it is, where it belongs and why, with its picture', async () => {
  const page = await openMap();
  await map(page).locator('.cs-stage').focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('tooltip');
  await expect
    .poll(() => card.textContent())
    .toMatch(/^digit \d+ · true class \dcluster \d.*nearest centre: \d, so cluster \d/);
  await expect.poll(() => card.getByRole('img').count()).toBe(1);
});

it('a lasso selects; the selection is a contact sheet; Escape clears it', async () => {
  const page = await openMap();
  await map(page).getByRole('button', { name: 'Lasso' }).click();
  const box = await boxAtRest(plot(page));
  const corners = [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
  ] as const;
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(corners[0]));
  await page.mouse.down();
  for (const corner of [...corners, corners[0]]) await page.mouse.move(...at(corner), { steps: 3 });
  await page.mouse.up();
  const sheet = map(page).getByRole('region', { name: 'Selection' });
  await sheet.getByText(/^[\d,]+ digits selected$/).waitFor();
  const all = Number((await sheet.getByRole('status').textContent())!.replace(/\D/g, ''));
  expect(all).toBeGreaterThan(50);
  const seen = () => sheet.getByRole('option').count();
  await expect.poll(seen).toBeGreaterThan(5);
  expect(await seen()).toBeLessThanOrEqual(all);
  await map(page).locator('.cs-stage').focus();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
});

it('a link opens the map as t-SNE, coloured by the true digit', async () => {
  const page = await openMap(`${digits}&view=tsne&color=class`);
  await map(page).getByText('All 1,797 digits laid out.').waitFor({ timeout: 60_000 });
  await expect
    .poll(() => map(page).locator('.cs-picture').getAttribute('aria-label'))
    .toMatch(/by t-SNE 1 and t-SNE 2, coloured by digit/);
  await map(page).getByRole('radio', { name: 'true digit', checked: true }).waitFor({ state: 'attached' });
});

it('fits a phone', async () => {
  const page = await open(digits, { viewport: { width: 360, height: 780 } });
  await map(page).scrollIntoViewIfNeeded();
  await expectNoScroll(page, 360);
  await expect.poll(async () => (await boxAtRest(plot(page))).width).toBeGreaterThan(240);
});

/** Two fingers, `from` and then `to` pixels apart, around the middle of a plot. */
async function pinch(page: Page, plotOf: typeof plot, from: number, to: number): Promise<void> {
  const box = await boxAtRest(plotOf(page));
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove', apart: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [-1, 1].map((side, id) => ({ x: x + (side * apart) / 2, y, id })),
    });
  await send('touchStart', from);
  for (let step = 1; step <= 8; step++) await send('touchMove', from + ((to - from) * step) / 8);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

it('two fingers zoom the map until dots are digits, and back; one finger scrolls the page', async () => {
  const page = await openMap(digits, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await plot(page).scrollIntoViewIfNeeded();
  const touchAction = () => plot(page).evaluate((node) => getComputedStyle(node).touchAction);
  await expect.poll(touchAction).toBe('pan-y');
  await pinch(page, plot, 40, 220);
  await map(page).locator('[data-pictures]').waitFor({ state: 'attached' });
  await expect.poll(touchAction).toBe('none');
  await pinch(page, plot, 220, 40);
  await map(page).locator('[data-pictures]').waitFor({ state: 'detached' });
  await expect.poll(touchAction).toBe('pan-y');
});

it('two fingers zoom the stage', async () => {
  const page = await open('?dataset=iris&algorithm=KMeans&n_clusters=3', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const stage = (at: Page) => at.locator('[data-stage] .cs-plot');
  const ticks = () => page.locator('[data-stage] .cs-ticks text').allTextContents();
  await expect.poll(async () => (await ticks()).length).toBeGreaterThan(2);
  const all = await ticks();
  await pinch(page, stage, 40, 220);
  await expect.poll(ticks).not.toEqual(all);
  await expect.poll(() => stage(page).evaluate((node) => getComputedStyle(node).touchAction)).toBe('none');
});
