// The Tune lab's pictures: an elbow, a heat map, agreement of repeats.
import { join } from 'node:path';

const iris = 'dataset=iris&features=2,3';
const scenes = {
  'tune-elbow-light': {
    query: `${iris}&algorithm=KMeans&n_init=10&random_state=42&x=n_clusters,1,15,15&score=inertia&second=silhouette_score`,
  },
  'tune-density-dark': {
    query: `${iris}&algorithm=DBSCAN&x=eps,0.05,1,20&y=min_samples,2,20,10&score=silhouette_score`,
    colorScheme: 'dark',
  },
  'tune-stability-light': {
    query:
      'dataset=wine&scaler=standard&algorithm=KMeans&n_init=1&random_state=42&x=n_clusters,2,10,9&score=silhouette_score&seeds=20&bootstraps=20',
    height: 1180,
  },
};

/** Each scene as a visitor has it when its sweep is done. */
export async function takeTune(browser, url, folder) {
  for (const [name, { query, colorScheme = 'light', height = 900 }] of Object.entries(scenes)) {
    const page = await browser.newPage({ viewport: { width: 1440, height }, colorScheme });
    await page.goto(`${url}?lab=tune&${query}`);
    await page.getByRole('status', { name: 'Sweep progress' }).getByText('runs done').waitFor({ timeout: 120_000 });
    // Until what glides has come to rest.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
}
