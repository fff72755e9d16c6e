import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { algorithms } from '../../src/engine/algorithms/specs.ts';
import { METRIC_NAMES } from '../../src/engine/metrics/specs.ts';
import { gridRecipes } from '../../src/state/compare/grid.ts';
import { axeViolations } from './axe.ts';
import { boxAtRest, browserPages, expectAddress, expectNoScroll, stopClock } from './support.ts';

const pages = browserPages();
const open = (query: string, options = {}) =>
  pages.open(query, options, (page) => page.getByRole('radiogroup', { name: 'Section' }));

/** scikit-learn 1.9.1 on petal length and width of iris, with the page's start values; in the order of METRIC_NAMES. */
const reference: Record<string, readonly number[]> = {
  KMeans: [
    0.8639756867013152, 0.8643954288752761, 0.864185506820222, 0.8856970310281228, 0.8624853568628786,
    0.8641855068202221, 0.9233071803662838, 0.6604800083974887, 1217.1934326018418, 0.4847299226047592,
  ],
  MiniBatchKMeans: [
    0.8800572622440009, 0.8801640906840562, 0.8801106732223012, 0.9037141640512019, 0.8786101813903089,
    0.8801106732223013, 0.9353829497514403, 0.6593732171537122, 1214.6913558667316, 0.4850123514956579,
  ],
  AgglomerativeClustering: [
    0.8696753060490501, 0.8713691782871594, 0.8705214181790611, 0.8857921001989628, 0.8688992655389335,
    0.870521418179061, 0.9234341632720613, 0.6573949269287823, 1194.0247602646912, 0.48092090079618854,
  ],
  DBSCAN: [
    0.6977582021429684, 0.6206283081435167, 0.6569370804547311, 0.6102317880794702, 0.6506669066249113,
    0.656937080454731, 0.7351128198623011, 0.44815044241509167, 390.183584684665, 1.9282488873823846,
  ],
  MeanShift: [
    0.8639756867013153, 0.8643954288752763, 0.8641855068202222, 0.8856970310281228, 0.8624853568628787,
    0.8641855068202222, 0.9233071803662838, 0.6604800083974887, 1217.1934326018418, 0.4847299226047592,
  ],
  Birch: [
    0.8696753060490501, 0.8713691782871594, 0.8705214181790611, 0.8857921001989628, 0.8688992655389335,
    0.870521418179061, 0.9234341632720613, 0.6573949269287823, 1194.0247602646912, 0.48092090079618854,
  ],
  AffinityPropagation: [
    0.7959816227812412, 0.8156456882407057, 0.805693691215336, 0.7591987071071522, 0.8032287370935433,
    0.8056936912153358, 0.8407289157574822, 0.6564932287038844, 1143.3173894134136, 0.484468916032683,
  ],
  SpectralClustering: [
    0.8696753060490501, 0.8713691782871594, 0.8705214181790611, 0.8857921001989628, 0.8688992655389335,
    0.870521418179061, 0.9234341632720613, 0.6573949269287823, 1194.0247602646912, 0.48092090079618854,
  ],
};

/** So many take part where the link names none, and stand in a row of the grid. */
const ALL = algorithms.length;
const CELLS = gridRecipes.length;

const scores = (page: Page) => page.getByRole('table', { name: 'Scores' });
const rowNames = (page: Page) => scores(page).getByRole('rowheader').allTextContents();
/** The table's rows come after the pictures. */
const expectRows = (page: Page, names: readonly string[]) => expect.poll(() => rowNames(page)).toEqual(names);
const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

/** The full values of a row, by the names of the columns. */
async function valuesOf(page: Page, algorithm: string): Promise<Record<string, string>> {
  const heads = await scores(page).getByRole('columnheader').allTextContents();
  const row = scores(page)
    .getByRole('row')
    .filter({ hasText: new RegExp(`^${algorithm}`) });
  const titles = await row.locator('td').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
  return Object.fromEntries(titles.map((title, i) => [heads[i + 1]!.replace(/[▲▼]$/, ''), title]));
}

/** The text of the file that a button saves. */
async function exported(page: Page, name: string): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFile(await (await saved).path(), 'utf8');
}

/** The place of the leftmost mark of a picture in the window, once it is drawn. */
async function leftmostMark(picture: Locator): Promise<{ x: number; y: number }> {
  const find = () =>
    picture.evaluate((node) => {
      const canvas = node.querySelector('canvas') ?? (node as HTMLCanvasElement);
      const { width, height } = canvas;
      // Of a copy: the browser remarks on a canvas that is read twice.
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      for (let i = 0; i < width * height; i++) {
        const [x, y] = [Math.floor(i / height), i % height];
        if (data[(y * width + x) * 4 + 3]! > 150) return [x / width, y / height] as const;
      }
      return null;
    });
  await expect.poll(find).not.toBeNull();
  const box = await boxAtRest(picture);
  const [x, y] = (await find())!;
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

/** Waits until as many results are there. */
async function ended(page: Page, count: number): Promise<void> {
  const busy = page.getByRole('status', { name: /is running$/ });
  await expect
    .poll(() => scores(page).locator('td:first-of-type[title^="0."], td:first-of-type[title="1"]').count())
    .toBe(count);
  await expect.poll(() => busy.count()).toBe(0);
}

describe('side by side', () => {
  it("has a row an algorithm, with scikit-learn's ten scores to 1e-6", async () => {
    const page = await open('?lab=compare');
    await ended(page, ALL);
    await expectRows(
      page,
      algorithms.map(({ id }) => id),
    );
    for (const [algorithm, expected] of Object.entries(reference)) {
      const values = await valuesOf(page, algorithm);
      METRIC_NAMES.forEach((name, i) => {
        expect(Math.abs(Number(values[name]) - expected[i]!), `${algorithm} ${name}`).toBeLessThan(1e-6);
      });
      expect(Number(values.seconds)).toBeGreaterThan(0);
    }
    expect((await valuesOf(page, 'DBSCAN')).noise).toBe('30');
  });

  it('sorts by any column, the best first, and marks the best in words too', async () => {
    const page = await open('?lab=compare&compare=KMeans,MiniBatchKMeans,DBSCAN');
    await ended(page, 3);
    const head = (name: string) => scores(page).getByRole('columnheader', { name });
    await head('adjusted_rand_score').getByRole('button').click();
    await expect.poll(() => head('adjusted_rand_score').getAttribute('aria-sort')).toBe('descending');
    await expectRows(page, ['MiniBatchKMeans', 'KMeans', 'DBSCAN']);
    await head('davies_bouldin_score').getByRole('button').click();
    await expect.poll(() => head('davies_bouldin_score').getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => head('adjusted_rand_score').getAttribute('aria-sort')).toBe('none');
    await expectRows(page, ['KMeans', 'MiniBatchKMeans', 'DBSCAN']);
    await head('davies_bouldin_score').getByRole('button').click();
    await expect.poll(async () => (await rowNames(page))[0]).toBe('DBSCAN');
    const best = scores(page)
      .getByRole('row')
      .filter({ hasText: /^MiniBatchKMeans/ })
      .locator('[data-best]');
    await expect.poll(() => best.first().textContent()).toMatch(/best$/);
  });

  it('the same algorithm twice, with parameters changed in place; the link says so and brings it back', async () => {
    const page = await open('?lab=compare&compare=KMeans,DBSCAN');
    await ended(page, 2);
    await page.getByRole('button', { name: 'Duplicate DBSCAN' }).click();
    await page.getByRole('button', { name: 'Parameters of DBSCAN 2' }).click();
    const eps = page.getByRole('spinbutton', { name: 'eps' });
    await eps.fill('0.4');
    await eps.press('Enter');
    await page.keyboard.press('Escape');
    await ended(page, 3);
    await expectAddress(page, { compare: 'KMeans,DBSCAN,DBSCAN;eps=0.4;min_samples=10' });
    await card(page, 'DBSCAN 2').getByText('eps=0.4, min_samples=10').waitFor();
    await page.reload();
    await ended(page, 3);
    await card(page, 'DBSCAN 2').getByText('eps=0.4, min_samples=10').waitFor();
    await page.getByRole('button', { name: 'Remove K-Means' }).click();
    await expectRows(page, ['DBSCAN', 'DBSCAN']);
    await page.getByRole('button', { name: 'Every algorithm, as it starts' }).click();
    await ended(page, ALL);
    await expectAddress(page, { compare: null });
  });

  it('reports what a link says that cannot be, and opens with the rest', async () => {
    const page = await open('?lab=compare&compare=KMeans,Foo,DBSCAN;eps=-1&section=nowhere');
    const alert = page.getByRole('alert').filter({ hasText: 'Left out of the link' });
    await expect
      .poll(() => alert.getByRole('listitem').allTextContents())
      .toEqual([
        expect.stringMatching(/^compare unknown "Foo"/),
        expect.stringMatching(/^compare\.DBSCAN\.eps must be greater than 0/),
        expect.stringMatching(/^section unknown "nowhere"/),
      ]);
    await ended(page, 2);
  });

  it('a run that fails says why in its card; one that is too dear waits there', async () => {
    const page = await open('?lab=compare&compare=KMeans;n_clusters=200,DBSCAN');
    await ended(page, 1);
    await expect
      .poll(() => card(page, 'K-Means').getByRole('alert').textContent())
      .toMatch(/^params\.n_clusters .*\.$/);
    const large = await open(
      '?lab=compare&dataset=make_blobs&data.n_samples=12000&data.random_state=0&algorithm=KMeans&compare=KMeans;n_clusters=3,AffinityPropagation',
    );
    await large.getByRole('button', { name: 'Run anyway: Affinity Propagation' }).waitFor();
    await card(large, 'Affinity Propagation')
      .getByText(/needs about .* for 12,000 rows/)
      .waitFor();
  });

  it('a click on a row opens it in Cluster, and Back comes back to the results', async () => {
    const page = await open('?lab=compare');
    await ended(page, ALL);
    await scores(page).getByRole('button', { name: 'DBSCAN', exact: true }).click();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    await expectAddress(page, { algorithm: 'DBSCAN', eps: '0.25' });
    await page.goBack();
    await ended(page, ALL);
  });

  it('one player and one hover for all', async () => {
    const page = await open('?lab=compare');
    await ended(page, ALL);
    const step = page.getByRole('slider', { name: 'Step' });
    await expect.poll(() => step.getAttribute('aria-valuetext')).toBe('100 % of each run');
    await page.keyboard.press('Home');
    await expect.poll(() => step.getAttribute('aria-valuetext')).toBe('0 % of each run');
    const play = page.getByRole('button', { name: 'Play', exact: true });
    await stopClock(page);
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.clock.resume();
    await page.keyboard.press('End');
    await play.waitFor();
    // The flowers at the left of the first picture.
    const flower = await leftmostMark(card(page, 'K-Means').getByRole('img'));
    await page.mouse.move(flower.x, flower.y);
    const tip = page.getByRole('tooltip');
    await expect.poll(() => tip.textContent()).toMatch(/^flower \d+ · setosa/);
    const feet = page.getByRole('article').getByText(/^(cluster \d|noise)$/);
    await expect.poll(() => feet.count()).toBe(ALL);
  });
});

describe('on a phone', () => {
  const picture = (page: Page) => page.locator('.cs-small').first();
  const top = async (page: Page) => (await picture(page).boundingBox())!.y;

  /** Fingers side by side on the first picture, moved by that much. */
  async function drag(page: Page, apart: readonly [from: number, to: number] | null, up: number): Promise<void> {
    const { x, y, width, height } = await boxAtRest(picture(page));
    const session = await page.context().newCDPSession(page);
    const points = (share: number) =>
      (apart ? [-1, 1] : [0]).map((side, id) => ({
        x: x + width / 2 + (side / 2) * (apart ? apart[0] + (apart[1] - apart[0]) * share : 0),
        y: y + height / 2 - up * share,
        id,
      }));
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
    for (let step = 1; step <= 8; step++) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 8) });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }

  it('two fingers zoom and move the pictures, one scrolls past them, and the whole is a tap away', async () => {
    const page = await open('?lab=compare&compare=KMeans,DBSCAN', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    // Whatever comes later would push the pictures away from under the fingers.
    await ended(page, 2);
    await picture(page).scrollIntoViewIfNeeded();
    await drag(page, [40, 220], 0);
    await page.locator('.cs-small[data-zoomed=true]').first().waitFor();
    const before = await top(page);
    await drag(page, null, 120);
    await expect.poll(() => top(page)).toBeLessThan(before - 60);
    await page.getByText('Two fingers move the pictures').waitFor();
    // A tap on a page that still glides only stops it.
    await boxAtRest(picture(page));
    await page.getByRole('button', { name: 'Show all points' }).tap();
    await page.locator('.cs-small[data-zoomed=true]').first().waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText('Two fingers move the pictures').count()).toBe(0);
  });
});

/** Cancels from within the page as soon as the grid has a result: by the time that we hear of it all may have ended. */
async function cancelAtFirstCell(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const hasResult = () =>
          [...document.querySelectorAll('table[aria-label=Grid] button')].some((cell) =>
            /: \d/.test(cell.getAttribute('aria-label') ?? ''),
          );
        const look = () => {
          const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
          if (!cancel || !hasResult()) return;
          observer.disconnect();
          cancel.click();
          done();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, attributes: true, characterData: true, subtree: true });
        look();
      }),
  );
}

describe('the grid', () => {
  it('fills in, says what it found, keeps what is done when it is cancelled, and opens a cell in Cluster', async () => {
    const page = await open('?lab=compare&section=grid');
    const cell = (name: RegExp) => page.getByRole('table', { name: 'Grid' }).getByRole('button', { name });
    await cancelAtFirstCell(page);
    const rest = page.getByRole('button', { name: /^Run the other/ });
    await rest.waitFor();
    await expect.poll(async () => (await cell(/: \d/).count()) + (await cell(/cancelled$/).count())).toBe(CELLS);
    const kept = await cell(/: \d/).count();
    expect(kept).toBeGreaterThan(0);
    const data = page.getByRole('region', { name: 'Data' });
    await data.getByText(/^The grid has datasets of its own/).waitFor();
    expect(await page.getByRole('combobox', { name: 'Dataset' }).count()).toBe(0);
    await rest.click();
    await page.getByText(`${CELLS} of ${CELLS}`, { exact: true }).waitFor({ timeout: 60_000 });
    await cell(/^DBSCAN on Moons: 2 clusters/).waitFor();
    await cell(/^DBSCAN on Uneven blobs: \d+ clusters · \d+ noise/).waitFor();
    await cell(/^Spectral on Circles: 2 clusters/).click();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    await expectAddress(page, { dataset: 'make_circles', affinity: 'nearest_neighbors' });
  });
});

describe('by the keys', () => {
  it('arrows go from cell to cell of the grid, one of which is in the tab order', async () => {
    const page = await open('?lab=compare&section=grid');
    const grid = page.getByRole('table', { name: 'Grid' });
    await expect.poll(() => grid.getByRole('button').count()).toBe(CELLS);
    await grid.getByRole('button', { name: /^K-Means on Circles/ }).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toMatch(/^Agglomerative on Moons/);
    const inOrder = grid.locator('button[tabindex="0"]');
    await expect.poll(() => inOrder.count()).toBe(1);
    expect(await inOrder.getAttribute('aria-label')).toMatch(/^Agglomerative on Moons/);
  });

  it('a card that goes leaves the focus to the next', async () => {
    const page = await open('?lab=compare&compare=KMeans,DBSCAN,Birch');
    await ended(page, 3);
    await page.getByRole('button', { name: 'Remove DBSCAN' }).focus();
    await page.keyboard.press('Enter');
    await expectRows(page, ['KMeans', 'Birch']);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Remove BIRCH');
  });
});

describe('what leaves the page', () => {
  it('pictures are circles in the SVG, one a row of each result', async () => {
    const page = await open('?lab=compare&compare=KMeans,DBSCAN');
    await ended(page, 2);
    const svg = await exported(page, 'Export the pictures as SVG');
    expect(svg.match(/<circle [^>]*\bopacity=/g)).toHaveLength(2 * 150);
    expect(svg).not.toContain('<image');
    // Noise is hollow.
    expect(svg.match(/fill-opacity="0.5" stroke="#/g)).toHaveLength(30);
  });

  it('so are those of the whole grid', async () => {
    const page = await open('?lab=compare&section=grid');
    await page.getByText(`${CELLS} of ${CELLS}`, { exact: true }).waitFor({ timeout: 40_000 });
    await expect.poll(() => page.getByRole('table', { name: 'Grid' }).locator('canvas').count()).toBe(CELLS);
    const svg = await exported(page, 'Export Algorithms by datasets as SVG');
    expect(svg.match(/<circle [^>]*\bopacity=/g)).toHaveLength(ALL * (6 * 500 + 150 + 178));
    expect(svg).not.toContain('<image');
  });

  it('the table is a CSV with full values', async () => {
    const page = await open('?lab=compare&compare=KMeans,DBSCAN');
    await ended(page, 2);
    const [head, first] = (await exported(page, 'Scores as CSV')).split('\n');
    expect(head).toMatch(/^algorithm,parameters,homogeneity_score,/);
    expect(first).toMatch(/^KMeans,"n_clusters=3,/);
    expect(Math.abs(Number(/",([\d.]+),/.exec(first!)![1]) - reference.KMeans![0]!)).toBeLessThan(1e-6);
  });
});

describe('the difference', () => {
  it("has scikit-learn's index, and a click on a flow selects its rows everywhere", async () => {
    const page = await open('?lab=compare&section=difference&pair=0,3');
    const figures = page.getByRole('status').filter({ hasText: 'adjusted_rand_score' });
    const index = () => figures.locator('b').first().getAttribute('title');
    await expect.poll(async () => Number(await index())).toBeCloseTo(0.6341920925981437, 6);
    const flow = page.getByRole('button', { name: '24 flowers from cluster 0 to noise' });
    await flow.click();
    await page.getByRole('button', { name: '24 selected · clear' }).waitFor();
    await expect.poll(() => flow.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('radiogroup', { name: 'Section' }).getByText('Side by side').click();
    await card(page, 'Spectral').waitFor();
    await page.getByRole('button', { name: '24 selected · clear' }).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('status').filter({ hasText: '24 selected' }).waitFor();
  });

  it('flows are reached by keys', async () => {
    const page = await open('?lab=compare&section=difference&pair=0,3');
    const flows = page.getByRole('group', { name: /^From K-Means to DBSCAN/ }).getByRole('button');
    await flows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: / selected · clear$/ }).waitFor();
    await page.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'Agglomerative' }).click();
    await expectAddress(page, { pair: '0,2' });
  });
});

describe.each(['multiples', 'grid', 'difference'])('%s', (section) => {
  it('axe finds nothing serious, in either theme', async () => {
    const page = await open(`?lab=compare&section=${section}`);
    if (section === 'multiples') await ended(page, ALL);
    else if (section === 'grid')
      await page.getByText(`${CELLS} of ${CELLS}`, { exact: true }).waitFor({ timeout: 60_000 });
    else await page.getByRole('figure', { name: 'Flows between two results' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('has no horizontal scroll at any width', async () => {
    const page = await open(`?lab=compare&section=${section}`, { viewport: { width: 360, height: 800 } });
    await page.locator('canvas').first().waitFor();
    for (const width of [360, 768, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoScroll(page, width);
    }
  });
});
