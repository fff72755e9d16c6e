// Drags n_clusters on Iris, end to end in Chromium against the built page: from the input event to the new picture painted.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { servePage } from './serve.mjs';
import { milliseconds, quantile } from './statistics.mjs';

/** DESIGN §8: at most this many milliseconds from input to picture (p95), and for any task of the main thread. */
const PICTURE_BUDGET = 33;
const TASK_BUDGET = 50;
const SWEEPS = 10;
const VALUES = { low: 1, high: 20 };

/**
 * Runs in the page before its own scripts: notes when each value of the slider was asked for, and when the picture of that
 * value had been painted. The stage marks each picture that it is handed; it paints on the next animation frame, and a
 * message sent from that frame arrives after the paint.
 */
function watch() {
  const asked = new Map();
  window.bench = { latencies: [], tasks: [], first: null };
  addEventListener('input', ({ target, timeStamp }) => asked.set(Number(target.value), timeStamp), true);
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    if (name === 'clusterscope:picture') {
      window.bench.first ??= performance.now();
      const value = options.detail.params.n_clusters;
      const since = asked.get(value);
      asked.delete(value);
      if (since !== undefined) {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.bench.latencies.push(performance.now() - since);
          port2.postMessage(null);
        });
      }
    }
    return mark(name, options);
  };
  for (const type of ['longtask', 'long-animation-frame']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.bench.tasks.push({ type, duration: entry.duration, at: entry.startTime });
    }).observe({ type, buffered: true });
  }
}

async function drag(page) {
  const slider = page.getByRole('slider', { name: 'n_clusters' });
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  const at = (value) => box.x + 8 + ((box.width - 16) * (value - VALUES.low)) / (VALUES.high - VALUES.low);
  await page.mouse.move(at(3), y);
  await page.mouse.down();
  const pause = () => page.evaluate(() => new Promise(requestAnimationFrame));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i <= 3 * (VALUES.high - VALUES.low); i++) {
      const share = i / 3;
      await page.mouse.move(at(sweep % 2 === 0 ? VALUES.low + share : VALUES.high - share), y);
      await pause();
    }
  }
  await page.mouse.up();
}

const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  const start = await page.evaluate(() => performance.now());
  await drag(page);
  const { latencies, tasks, first } = await page.evaluate(() => window.bench);
  const during = tasks.filter(({ at }) => at >= start);
  const longest = (type) => Math.max(0, ...during.filter((task) => task.type === type).map(({ duration }) => duration));
  latencies.sort((a, b) => a - b);
  const p95 = quantile(latencies, 0.95);
  console.log(`first picture ${milliseconds(first)} after the navigation began`);
  console.log(`n_clusters on Iris, input to picture, ${latencies.length} pictures`);
  console.log(
    `  p50 ${milliseconds(quantile(latencies, 0.5))}  p95 ${milliseconds(p95)}  max ${milliseconds(latencies.at(-1))}`,
  );
  console.log(
    `  longest main-thread task: ${longest('longtask') ? milliseconds(longest('longtask')) : 'none over 50 ms'}`,
  );
  console.log(
    `  longest animation frame: ${longest('long-animation-frame') ? milliseconds(longest('long-animation-frame')) : 'none over 50 ms'}`,
  );
  const good = latencies.length > 50 && p95 <= PICTURE_BUDGET && longest('longtask') <= TASK_BUDGET;
  console.log(`  ${good ? 'within' : 'OVER'} the budget: p95 ≤ ${PICTURE_BUDGET} ms, no task over ${TASK_BUDGET} ms`);
  process.exitCode = good ? 0 : 1;
} finally {
  await browser.close();
  await close();
}
