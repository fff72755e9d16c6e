import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { browserPages, expectClusters, narration } from './support.ts';

const { open } = browserPages();
describe('in both themes', () => {
  it('axe finds nothing serious, at any width', async () => {
    const page = await open();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  it('axe finds nothing serious with an algorithm’s own picture, its legend and its handle', async () => {
    const page = await open('?dataset=make_moons&data.random_state=0&algorithm=DBSCAN&eps=0.2');
    await page.getByRole('slider', { name: 'Disc radius' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('axe finds nothing serious in the Images lab, in a race too', async () => {
    const query = '?lab=images&dataset=digits&algorithm=KMeans&n_clusters=10&random_state=42';
    const page = await open(query);
    const sizes = [1440, 390].map((width) => ({ width, height: 844 }));
    await page.getByRole('listbox', { name: 'Members' }).waitFor();
    await page.getByRole('spinbutton', { name: 'Row to take' }).fill('7');
    await page
      .getByRole('status', { name: 'Nearest cluster' })
      .getByText(/^Would join/)
      .waitFor();
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect(await axeViolations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Race', exact: true }).click();
    await page.getByRole('button', { name: 'Race again' }).waitFor();
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  it('axe finds nothing serious with a list, a help or a dialog open, or with an error', async () => {
    const page = await open('', { reducedMotion: 'reduce' });
    await page.getByRole('combobox', { name: 'Dataset' }).click();
    await page.getByRole('option', { name: 'Iris' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const about = page.getByRole('button', { name: 'About n_clusters' });
    const help = page.getByText('How many clusters to form');
    await about.press('Enter');
    await help.waitFor();
    await expect.poll(() => about.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.getByRole('spinbutton', { name: 'n_clusters' }).fill('0');
    await page.getByText('must be at least 1').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

it('changes theme at a button, and remembers it', async () => {
  const page = await open('', { colorScheme: 'light' });
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  await expect.poll(scheme).toBe('light');
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect.poll(scheme).toBe('dark');
  await page.reload();
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  expect(await scheme()).toBe('dark');
});

/** Tab until a control of that role and name has the focus. */
async function tabTo(page: Page, role: 'combobox' | 'slider' | 'spinbutton' | 'button', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${role} ${name}`);
}

it('goes from dataset to result by keyboard alone', async () => {
  const page = await open();
  await tabTo(page, 'combobox', 'Dataset');
  await page.keyboard.press('Enter');
  // The list opens a moment before the keys move in it: from Iris, which is chosen, down to Wine.
  const marked = (name: string) => page.locator('[role=option][data-combobox-selected]', { hasText: name });
  await marked('Iris').waitFor();
  await page.keyboard.press('ArrowDown');
  await marked('Wine').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/178 wines/).waitFor();
  await tabTo(page, 'slider', 'n_clusters');
  await page.keyboard.press('ArrowRight');
  await expectClusters(page, 4);
  await tabTo(page, 'combobox', 'Projection');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /PCA/ }).waitFor();
  await page.keyboard.press('Escape');
  await tabTo(page, 'button', 'Restart');
  await page.keyboard.press('Enter');
  await expect.poll(() => narration(page).textContent()).toMatch(/Step 0/);
  await tabTo(page, 'button', 'Step forward');
  await page.keyboard.press('Enter');
  await expect.poll(() => narration(page).textContent()).toMatch(/Step 1/);
});
