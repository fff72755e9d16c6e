import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { tasksDuring } from '../../bench/tasks.mjs';
import { answer } from '../../cli/answer.ts';
import { unpackJson } from '../../src/engine/spec/packed-points.ts';
import { folderWith } from '../support/folder.ts';
import { idxFile } from '../support/idx.ts';
import { boxAtRest, browserPages, clusterSizes, expectClusters, expectMetric, expectSizes } from './support.ts';

const { open } = browserPages();

/** Three groups, their classes, a hole, an id and a decimal comma. */
const flowers = [
  'id;length;width;kind',
  ...Array.from({ length: 60 }, (_, i) => {
    const [group, length] = [i % 3, (i % 3) * 10 + ((i * 7) % 5) / 4];
    return `${i};${String(length).replace('.', ',')};${i === 30 ? '' : group * 5 + ((i * 3) % 4)};${'abc'[group]}`;
  }),
].join('\n');

const dialog = (page: Page) => page.getByRole('dialog');

async function dropFiles(page: Page, files: readonly { name: string; bytes: readonly number[] }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.getByText('Drop a CSV file').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}
const dropText = (page: Page, name: string, text: string) =>
  dropFiles(page, [{ name, bytes: [...new TextEncoder().encode(text)] }]);

async function exportedRecipe(page: Page): Promise<Record<string, unknown>> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Recipe (JSON)' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

async function expectScoresOf(page: Page, recipe: object): Promise<void> {
  const { failed, line } = await answer(recipe);
  expect(failed).toBe(false);
  for (const [name, value] of Object.entries<number>(JSON.parse(line).metrics)) await expectMetric(page, name, value);
}

describe('a CSV file', () => {
  it('is dropped, asked about, clustered, and gives what the terminal gives', async () => {
    const page = await open();
    await dropText(page, 'my flowers.csv', flowers);
    await dialog(page).getByText('60 rows · 4 columns · separated by semicolons · decimal commas').waitFor();
    expect(await dialog(page).getByText('stays on this machine').count()).toBe(1);
    expect(
      await dialog(page)
        .getByRole('checkbox', { name: /length/ })
        .isChecked(),
    ).toBe(true);
    expect(await dialog(page).getByRole('checkbox', { name: /^id/ }).isChecked()).toBe(false);
    await expect.poll(() => dialog(page).getByRole('combobox', { name: 'True class' }).textContent()).toBe('kind');
    await expect
      .poll(() => dialog(page).getByRole('status').textContent())
      .toBe('59 of 60 rows with 2 features; 1 row with a missing value is left out.');
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await expectMetric(page, 'adjusted_rand_score', 1);
    await expectSizes(page, [19, 20, 20]);
    await expect.poll(() => page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('my flowers.csv');
    await page.getByText('59 rows · 2 features · kind known · 1 left out: a value is missing').waitFor();
    await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
    await expectClusters(page, 4);

    const recipe = await exportedRecipe(page);
    const path = folderWith({ 'my flowers.csv': flowers });
    const { dataset } = recipe as { dataset: { csv: string } };
    expect(dataset).toMatchObject({ csv: 'my flowers.csv', target: 'kind', columns: ['length', 'width'], sep: ';' });
    await expectScoresOf(page, { ...recipe, dataset: { ...dataset, csv: path(dataset.csv) } });
  });

  it('is looked at in Explore, with what was missing', async () => {
    const page = await open();
    await dropText(page, 'flowers.csv', flowers);
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await page.getByRole('tab', { name: 'Explore' }).click();
    const width = page.getByRole('table', { name: 'Summary' }).getByRole('row', { name: /^width/ });
    await width.waitFor();
    // 59 of 60 rows are whole: count, missing.
    expect((await width.getByRole('cell').allTextContents()).slice(0, 2)).toEqual(['59', '1']);
    await page.getByText('1; rows that miss one are left out').waitFor();
    await page.getByRole('figure', { name: 'Columns at a glance' }).locator('svg path').first().waitFor();
  });

  it('is there again after a reload, and is forgotten when asked', async () => {
    const page = await open();
    await dropText(page, 'flowers.csv', flowers);
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await expectMetric(page, 'adjusted_rand_score', 1);
    await expect.poll(() => page.url()).toContain('csv=flowers.csv&data.target=kind');
    await page.getByText('this browser keeps it for your next visit').waitFor();
    await page.reload();
    await expectMetric(page, 'adjusted_rand_score', 1);
    await page.getByText('this browser keeps it for your next visit').waitFor();
    const address = page.url();
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('150 flowers').waitFor();
    await page.goto(address);
    await page.getByText('flowers.csv is not open here').first().waitFor();
    // Opened again, it is what the address asked for: nothing is to be chosen.
    await dropText(page, 'flowers.csv', flowers);
    await expectMetric(page, 'adjusted_rand_score', 1);
    await expect.poll(() => page.url()).toBe(address);
  });

  it('is read as it is said to be written, and so it is by link and terminal', async () => {
    // By itself: two columns between semicolons, with decimal commas. Said: two between commas, the second one of words.
    const text = 'a,b;c\n1,5;2\n2,5;2\n8,5;8\n9,5;8\n';
    const page = await open();
    await dropText(page, 'odd.csv', text);
    await dialog(page).getByText('separated by semicolons · decimal commas').waitFor();
    const decimal = dialog(page).getByRole('radiogroup', { name: 'Decimal sign' });
    await decimal.getByText('point').click();
    await dialog(page).getByText('text, another in every row').waitFor();
    await decimal.getByText('comma').click();
    await dialog(page).getByText('number, 1.5 to 9.5').waitFor();
    await decimal.getByText('point').click();
    await dialog(page).getByRole('combobox', { name: 'Delimiter' }).click();
    await page.getByRole('option', { name: 'commas', exact: true }).click();
    await dialog(page).getByText('number, 1 to 9').waitFor();
    await dialog(page).getByRole('columnheader', { name: 'b;c' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await expectMetric(page, 'adjusted_rand_score', 1);
    const recipe = await exportedRecipe(page);
    const { dataset } = recipe as { dataset: { csv: string } };
    expect(dataset).toMatchObject({ sep: ',', decimal: '.' });
    const path = folderWith({ 'odd.csv': text });
    await expectScoresOf(page, { ...recipe, dataset: { ...dataset, csv: path(dataset.csv) } });
  });

  it('that another delimiter would mend can be read anew', async () => {
    const page = await open();
    await dropText(page, 'bars.csv', 'x|y\n1|2\n3|4, and a half\n5|6\n');
    await dialog(page).getByRole('combobox', { name: 'Delimiter' }).click();
    await page.getByRole('option', { name: 'commas', exact: true }).click();
    await dialog(page).getByText('bars.csv, line 3: 2 columns where the header has 1.').waitFor();
    await dialog(page).getByRole('combobox', { name: 'Delimiter' }).click();
    await page.getByRole('option', { name: 'bars', exact: true }).click();
    await dialog(page).getByText('numbers but for line 3: “4, and a half”').waitFor();
  });

  it('that cannot be read is told by line, and leaves everything as it was', async () => {
    const page = await open();
    await dropText(page, 'bad.csv', 'a,b\n1,2\n3\n');
    await dialog(page).getByText('bad.csv, line 3: 1 column where the header has 2.').waitFor();
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    expect(await page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('Iris');
  });

  it.each([
    ['words alone', 'a,b\nx,y\nz,w\n', 'Choose at least one column of numbers.'],
    ['a hole in every row', 'a,b\n1,\n,2\n', 'Every row has a missing value in one of these columns; leave one out.'],
  ])('of %s cannot be clustered, and the dialog says why', async (_, text, words) => {
    const page = await open();
    await dropText(page, 'table.csv', text);
    await expect.poll(() => dialog(page).getByRole('status').textContent()).toBe(words);
    expect(await dialog(page).getByRole('button', { name: 'Cluster this table' }).isDisabled()).toBe(true);
  });

  it('of a single row, or of one value, is shown for what it is', async () => {
    const page = await open('?algorithm=KMeans&n_clusters=1&random_state=0');
    await dropText(page, 'one.csv', 'a,b\n1,2\n');
    await dialog(page).getByText('the same in every row').first().waitFor();
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await page.getByText('must be at most the number of rows (1)').first().waitFor();
    await dropText(page, 'same.csv', 'a,b\n1,2\n1,2\n1,2\n');
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await page.getByText('3 rows · 2 features').waitFor();
    await expect.poll(() => page.getByRole('region', { name: 'Stage' }).textContent()).not.toContain('NaN');
  });
});

it('a table of 200,000 rows is read, asked about and looked at while the page stays responsive', async () => {
  const page = await open();
  const line = (i: number) => `${i % 977},${(i * 7919) % 104_729},${i % 100 ? (i % 13) / 10 : ''},${i % 3 ? 'x' : 'y'}`;
  const text = ['a,b,c,kind', ...Array.from({ length: 200_000 }, (_, i) => line(i))].join('\n');
  const path = folderWith({ 'large.csv': text })('large.csv');
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('option', { name: 'Open a file…' }).click();
  const cdp = await page.context().newCDPSession(page);
  // By the processor's time: on a busy machine a task also waits, which is no fault of its own.
  const busiest = async (action: () => Promise<void>) =>
    Math.max(0, ...(await tasksDuring(cdp, action)).map(({ cpu }) => cpu));
  const reading = await busiest(async () => {
    await (await chooser).setFiles(path);
    await dialog(page).getByText('198,000 of 200,000 rows with 3 features; 2,000 rows').waitFor();
  });
  expect(reading).toBeLessThan(50);
  await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
  const clustered = async () => (await clusterSizes(page)).reduce((sum, size) => sum + size, 0);
  await expect.poll(clustered, { timeout: 30_000 }).toBe(198_000);
  const looking = await busiest(async () => {
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('figure', { name: 'Columns at a glance' }).locator('svg path').first().waitFor();
    await page.getByRole('tab', { name: 'Scatter matrix' }).click();
    await page.getByRole('group', { name: 'Scatter matrix' }).locator('svg path').first().waitFor();
  });
  expect(looking).toBeLessThan(50);
});

describe('a pasted table', () => {
  it('travels in the link', async () => {
    const page = await open();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x\ty\tkind\n0\t0\ta\n0\t1\ta\n9\t9\tb\n9\t8\tb\n');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await dialog(page).getByText('separated by tabs').waitFor();
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await expectMetric(page, 'adjusted_rand_score', 1);
    await expect.poll(() => page.url()).toContain('points=');
    expect((await exportedRecipe(page)).dataset).toEqual({
      X: [
        [0, 0],
        [0, 1],
        [9, 9],
        [9, 8],
      ],
      y: ['a', 'a', 'b', 'b'],
      feature_names: ['x', 'y'],
    });
    const other = await open(new URL(page.url()).search);
    await expectMetric(other, 'adjusted_rand_score', 1);
    await expectSizes(other, [2, 2]);
  });

  it('may be typed into a box, which the picker opens', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Dataset' }).click();
    await page.getByRole('option', { name: 'Paste a table…' }).click();
    await dialog(page).getByRole('textbox', { name: 'Table' }).fill('1,2\n3,4\n9,9\n8,9\n');
    await dialog(page).getByRole('button', { name: 'Read the table' }).click();
    await dialog(page).getByText('4 rows · 2 columns').waitFor();
    expect(await dialog(page).getByRole('checkbox', { name: 'The first row holds the names' }).isChecked()).toBe(false);
    await dialog(page).getByRole('button', { name: 'Cluster this table' }).click();
    await page.getByText('4 points · 2 features').waitFor();
  });
});

it('points are drawn, clustered stroke by stroke, undone, and travel in the link', async () => {
  const page = await open();
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'Draw points…' }).click();
  const layer = page.getByRole('region', { name: 'Draw points' });
  const box = await boxAtRest(layer.getByRole('img'));
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  for (const [x, y] of [
    [0.1, 0.1],
    [0.8, 0.2],
    [0.4, 0.8],
  ] as const) {
    await page.mouse.move(...at(x, y));
    await page.mouse.down();
    await page.mouse.move(...at(x + 0.1, y), { steps: 8 });
    await page.mouse.up();
  }
  await layer.getByText('points, clustered as you draw').waitFor();
  const circles = () => layer.locator('circle').count();
  const said = async () => Number.parseInt((await layer.getByRole('status').textContent())!, 10);
  await expect.poll(async () => (await circles()) - (await said())).toBe(0);
  const before = await circles();
  await expectClusters(page, 3);
  await layer.getByRole('textbox', { name: 'x' }).fill('2.5');
  await layer.getByRole('button', { name: 'Add' }).click();
  await expect.poll(circles).toBe(before + 1);
  await layer.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(circles).toBe(before);
  await layer.getByRole('button', { name: 'Done' }).click();
  await page.getByText(`${before} points · 2 features`).waitFor();
  const carried = () => unpackJson(new URL(page.url()).searchParams.get('points') ?? '', 'points') as { X: number[][] };
  await expect.poll(() => carried().X.length).toBe(before);
  const other = await open(new URL(page.url()).search);
  const sizes = async (of: Page) => (await clusterSizes(of)).sort((a, b) => a - b);
  const sum = (of: number[]) => of.reduce((total, size) => total + size, 0);
  await expect.poll(async () => sum(await sizes(page))).toBe(before);
  await expectClusters(page, 3);
  await expect.poll(async () => [await sizes(other), sum(await sizes(other))]).toEqual([await sizes(page), before]);
});

it('a stroke is whole although the page had no time for it before the hand was up', async () => {
  const page = await open();
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'Draw points…' }).click();
  const layer = page.getByRole('region', { name: 'Draw points' });
  await layer.getByRole('img').evaluate((picture) => {
    const { left, top, height } = picture.getBoundingClientRect();
    const send = (type: string, x: number, buttons: number) =>
      picture.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          clientX: left + x,
          clientY: top + height / 2,
          buttons,
        }),
      );
    send('pointerdown', 50, 1);
    for (let x = 70; x < 250; x += 20) send('pointermove', x, 1);
    send('pointerup', 250, 0);
  });
  await layer.getByText(/^10 points, clustered as you draw/).waitFor();
  await expect.poll(() => layer.locator('circle').count()).toBe(10);
});

describe('IDX files', () => {
  const side = 6;
  /** Bars upright or lying, alternately. */
  const pixels = Array.from({ length: 40 * side * side }, (_, i) => {
    const [image, at] = [Math.floor(i / (side * side)), i % (side * side)];
    const place = image % 2 ? Math.floor(at / side) : at % side;
    return place === 2 || place === 3 ? 200 + (image % 5) : 0;
  });
  const images = idxFile([40, side, side], pixels);
  const labels = idxFile(
    [40],
    Array.from({ length: 40 }, (_, i) => i % 2),
  );

  it('of images and labels are dropped together, and gives what the terminal gives', async () => {
    const page = await open();
    await dropFiles(page, [
      { name: 'bars-labels', bytes: [...labels] },
      { name: 'bars-images', bytes: [...images] },
    ]);
    await dialog(page).getByText('40 images · 6 × 6 pixels · 2 different labels (0 and 1)').waitFor();
    await dialog(page).getByRole('button', { name: 'Cluster these images' }).click();
    await expectMetric(page, 'adjusted_rand_score', 1);
    const recipe = await exportedRecipe(page);
    expect(recipe).toMatchObject({ dataset: { idx: ['bars-images'], labels: ['bars-labels'] }, scaler: 'unit' });
    const path = folderWith({ images, labels });
    await expectScoresOf(page, { ...recipe, dataset: { idx: [path('images')], labels: [path('labels')] } });
  });

  it('that are cut off say so', async () => {
    const page = await open();
    await dropFiles(page, [{ name: 'cut', bytes: [...images.subarray(0, 100)] }]);
    await dialog(page).getByText('cut is cut off: 100 bytes where its head (40 × 6 × 6) says 1456.').waitFor();
  });
});
