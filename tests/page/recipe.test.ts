import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { address, boxAtRest, browserPages, expectAddress, expectClusters, expectMetric, metric } from './support.ts';

const { open } = browserPages();

const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });

async function choose(page: Page, combobox: string, option: string) {
  await page.getByRole('combobox', { name: combobox, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('parameters', () => {
  it('follow the slider while it is dragged, and make one entry of history', async () => {
    const page = await open();
    const before = await page.evaluate(() => history.length);
    const box = await boxAtRest(slider(page, 'n_clusters'));
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 8 + ((box.width - 16) * 2) / 19, y);
    await page.mouse.down();
    for (const k of [3, 4, 5, 6]) {
      await page.mouse.move(box.x + 8 + ((box.width - 16) * (k - 1)) / 19, y);
      await expectClusters(page, k);
      await expect.poll(() => field(page, 'n_clusters').inputValue()).toBe(String(k));
    }
    await page.mouse.up();
    await expectAddress(page, { n_clusters: '6' });
    await expect.poll(() => page.evaluate(() => history.length)).toBe(before + 1);
  });

  it('go by arrow keys on slider and field', async () => {
    const page = await open();
    await slider(page, 'n_clusters').press('ArrowRight');
    await expectClusters(page, 4);
    await field(page, 'n_clusters').press('ArrowUp');
    await expectClusters(page, 5);
  });

  it('name what is wrong under the field and keep the last good picture', async () => {
    const page = await open();
    const good = await metric(page, 'silhouette_score');
    await field(page, 'n_clusters').fill('0');
    await page.getByText('must be at least 1').waitFor();
    await field(page, 'n_clusters').fill('many');
    await page.getByText(/must be a whole number/).waitFor();
    await expect.poll(() => field(page, 'n_clusters').getAttribute('aria-invalid')).toBe('true');
    expect(await metric(page, 'silhouette_score')).toBe(good);
    await field(page, 'n_clusters').fill('151');
    await page.getByRole('region', { name: 'Run' }).getByRole('alert').waitFor();
    await expectClusters(page, 3);
    await field(page, 'n_clusters').fill('2');
    await expectClusters(page, 2);
  });

  it('say how the scores moved, also when the same value is asked for once more', async () => {
    const page = await open();
    await field(page, 'n_clusters').fill('4');
    await expectClusters(page, 4);
    const busy = () => page.getByRole('region', { name: 'Scores' }).getAttribute('aria-busy');
    await expect.poll(busy).toBe('false');
    const changes = () => page.getByRole('table', { name: 'Metrics' }).getByText(/[▲▼] [+−]\d/);
    await expect.poll(() => changes().count()).toBeGreaterThan(5);
    const moved = await changes().allTextContents();
    await field(page, 'n_clusters').press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await expect.poll(busy).toBe('false');
    await expect.poll(() => changes().allTextContents()).toEqual(moved);
  });

  it("return to scikit-learn's default one by one", async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Reset n_clusters to 8' }).click();
    await expectClusters(page, 8);
    await expect.poll(() => field(page, 'n_clusters').inputValue()).toBe('8');
  });

  it('say that a run without a seed differs each time', async () => {
    const page = await open();
    await page.getByText('reproducible: random_state=42').waitFor();
    await field(page, 'random_state').fill('None');
    await page.getByText(/each run starts from other random numbers/).waitFor();
  });

  it('hold the advanced ones back until asked', async () => {
    const page = await open();
    expect(await field(page, 'max_iter').count()).toBe(0);
    await page.getByRole('button', { name: /3 more: max_iter, tol, algorithm/ }).click();
    await field(page, 'max_iter').fill('1');
    await page.getByText('stopped after 1 iteration').waitFor();
  });
});

it('a run that takes long says so and can be cancelled; the picture stays', async () => {
  const page = await open('?dataset=digits&n_clusters=10&random_state=0');
  await field(page, 'n_init').fill('20000');
  const run = page.getByRole('region', { name: 'Run' });
  await run.getByText(/running for/).waitFor();
  await run.getByRole('button', { name: 'Cancel' }).press('Enter');
  await run.getByText(/Cancelled/).waitFor();
  await expectClusters(page, 10);
  // The button that was pressed is gone: the focus is where it is told what became of it, and goes on from there.
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Run');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Run again');
  await page.keyboard.press('Enter');
  await run.getByText(/running for/).waitFor();
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Run');
  await run.getByRole('button', { name: 'Cancel' }).press('Enter');
  await run.getByText(/Cancelled/).waitFor();
  await field(page, 'n_init').fill('1');
  await run.getByText(/converged in/).waitFor();
});

describe('the data', () => {
  it('is chosen from its list by letters too', async () => {
    const page = await open();
    const picker = page.getByRole('combobox', { name: 'Dataset' });
    await picker.press('Enter');
    await page.getByRole('option', { name: 'Iris' }).and(page.locator('[data-combobox-selected]')).waitFor();
    for (const [letter, label] of [
      ['m', 'MNIST digits'],
      ['m', 'Moons'],
    ] as const) {
      await picker.press(letter);
      const option = page.getByRole('option', { name: label }).and(page.locator('[data-combobox-selected]'));
      await option.waitFor();
      expect(await picker.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    }
    await picker.press('Enter');
    await expectAddress(page, { dataset: 'make_moons' });
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Dataset');
  });

  it('changes with the dataset, and brings its own start', async () => {
    const page = await open();
    await choose(page, 'Dataset', 'Wine');
    await page.getByText(/178 wines/).waitFor();
    await expectAddress(page, { dataset: 'wine' });
    await expectClusters(page, 3);
  });

  it('is generated as the page starts it when its name is chosen', async () => {
    const page = await open();
    await choose(page, 'Dataset', 'Moons');
    await page.getByText(/500 points · 2 features/).waitFor();
    await expectAddress(page, { 'data.noise': '0.05', 'data.random_state': '0' });
  });

  it('may have no classes: the picture and the scores that need none are there', async () => {
    const page = await open();
    await choose(page, 'Dataset', 'No structure');
    await page.getByText(/500 points · 2 features/).waitFor();
    await expectClusters(page, 3);
    await page.getByText('No classes are known for this data.').waitFor();
    await choose(page, 'Dataset', 'Iris');
    await page.getByText(/150 flowers/).waitFor();
  });

  it('is generated from parameters of its own', async () => {
    const page = await open('?dataset=make_moons&data.random_state=0&n_clusters=2&random_state=0');
    await expectClusters(page, 2);
    await field(page, 'n_samples').fill('300');
    await expectAddress(page, { 'data.n_samples': '300' });
    await page.getByText(/300 points · 2 features/).waitFor();
  });

  it('is clustered by the features that are chosen, scaled as chosen', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'sepal width' }).click();
    await expect.poll(() => address(page).get('features')).toMatch(/1,2,3/);
    await page.getByRole('radio', { name: 'standard' }).check({ force: true });
    await expectAddress(page, { scaler: 'standard' });
  });
});

it('keeps dozens of features manageable', async () => {
  const page = await open('?dataset=digits&n_clusters=10&random_state=0');
  await page.getByText('64 of 64 features').waitFor();
  const features = page.getByRole('group', { name: 'Features' });
  await expect.poll(() => features.locator('[aria-pressed]').count()).toBe(48);
  await features.getByRole('button', { name: 'show 16 more' }).click();
  await expect.poll(() => features.locator('[aria-pressed]').count()).toBe(64);
  await page.getByRole('searchbox', { name: 'Search features' }).fill('3_4');
  await expect.poll(() => features.locator('[aria-pressed]').count()).toBe(1);
  await features.getByRole('button', { name: 'none', exact: true }).click();
  await features.getByText(/Choose at least one feature/).waitFor();
  await expectClusters(page, 10);
  await features.getByRole('button', { name: 'pixel_3_4' }).click();
  await expectAddress(page, { features: '28' });
});

describe('the URL', () => {
  it('opens the recipe that it spells', async () => {
    const page = await open(
      '?lab=cluster&dataset=iris&algorithm=KMeans&n_clusters=3&n_init=10&random_state=42&view=pca',
    );
    await expectMetric(page, 'adjusted_rand_score', 0.7302382722834697);
    await expect.poll(() => page.getByRole('combobox', { name: 'Projection' }).textContent()).toMatch(/PCA/);
  });

  it('opens at the step that it names, and names the one that is shown', async () => {
    const page = await open('?dataset=iris&features=2,3&algorithm=KMeans&n_clusters=3&random_state=42&step=3');
    const step = page.getByRole('slider', { name: 'Step', exact: true });
    await expect.poll(() => step.getAttribute('aria-valuenow')).toBe('3');
    await step.press('ArrowRight');
    await expectAddress(page, { step: '4' });
    await step.press('End');
    await expectAddress(page, { step: null });
    await step.press('Home');
    await expectAddress(page, { step: '0' });
    await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
    await expectAddress(page, { n_clusters: '4', step: null });
    await page.goBack();
    await expectAddress(page, { n_clusters: '3', step: '0' });
    await expect.poll(() => step.getAttribute('aria-valuenow')).toBe('0');
  });

  it('goes back and forward with the browser', async () => {
    const page = await open();
    await field(page, 'n_clusters').fill('5');
    await field(page, 'n_clusters').press('Enter');
    await expectClusters(page, 5);
    await choose(page, 'Dataset', 'Wine');
    await page.getByText(/178 wines/).waitFor();
    await expectAddress(page, { dataset: 'wine' });
    await page.goBack();
    await expectClusters(page, 5);
    await expect.poll(() => page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('Iris');
    await page.goBack();
    await expectClusters(page, 3);
    await page.goForward();
    await expectClusters(page, 5);
  });

  it('is dropped where it is nonsense, and the page says what was dropped', async () => {
    const page = await open(
      '?dataset=iris&algorithm=KMeans&n_clusters=-4&n_init=soup&random_state=42&colour=%F0%9F%92%A5&features=99',
    );
    await page.getByRole('alert').filter({ hasText: 'n_clusters' }).waitFor();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    await expect.poll(() => field(page, 'n_init').inputValue()).toBe('auto');
  });
});
