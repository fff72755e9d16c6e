import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { browserPages, expectClusters } from './support.ts';

const { open, takeComplaints } = browserPages();

/** Drawing a point throws from now on, or does no longer. */
const breakCanvas = (page: Page, isBroken: boolean) =>
  page.evaluate((broken) => {
    const { prototype } = CanvasRenderingContext2D as unknown as {
      prototype: { drawImage: () => void; kept?: () => void };
    };
    prototype.kept ??= prototype.drawImage;
    prototype.drawImage = broken
      ? () => {
          throw new Error('no canvas');
        }
      : prototype.kept;
  }, isBroken);

it('a picture that cannot be drawn says so, the run goes on, and the next step draws it', async () => {
  const page = await open('?dataset=iris&algorithm=KMeans&n_clusters=3&random_state=0');
  await expectClusters(page, 3);
  await breakCanvas(page, true);
  const step = page.getByRole('button', { name: 'Step back' });
  await step.click();
  const alert = page.getByRole('alert').filter({ hasText: 'A picture could not be drawn: no canvas.' });
  await alert.waitFor();
  // Another run, with its scores: none of it is a failed run.
  const number = page.getByRole('spinbutton', { name: 'n_clusters' });
  await number.fill('4');
  await number.press('Enter');
  await expectClusters(page, 4);
  await page
    .getByRole('region', { name: 'Run' })
    .getByText(/^converged in/)
    .waitFor();
  expect(await alert.count()).toBe(1);
  await breakCanvas(page, false);
  await step.click();
  await alert.waitFor({ state: 'hidden' });
  expect(takeComplaints().filter((words) => !words.startsWith('error: Error: no canvas'))).toEqual([]);
});
