// Drags a slider of the page in Chromium and times it end to end: from the input event to the new picture painted.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { milliseconds, quantile } from './statistics.mjs';

/**
 * Runs in the page before its own scripts: notes when each value of a slider was asked for, and when the picture of that
 * value had been painted. The stage marks each picture that it is handed; it paints on the next animation frame, and an
 * urgent task posted from that frame comes right after the paint, before whatever else the page has to do.
 */
function watch(name) {
  const asked = new Map();
  window.bench = { latencies: [], tasks: [], first: null };
  const ask = ({ target, timeStamp }) => {
    // By then the control has rendered, and says which value its position stands for.
    queueMicrotask(() => asked.set(target.getAttribute('aria-valuetext'), timeStamp));
  };
  addEventListener('input', ask);
  const mark = performance.mark.bind(performance);
  performance.mark = (kind, options) => {
    if (kind === 'clusterscope:picture') {
      window.bench.first ??= performance.now();
      const value = String(options.detail.params[name]);
      const since = asked.get(value);
      asked.delete(value);
      if (since !== undefined) {
        requestAnimationFrame(() => {
          scheduler.postTask(() => window.bench.latencies.push(performance.now() - since), {
            priority: 'user-blocking',
          });
        });
      }
    }
    return mark(kind, options);
  };
  for (const type of ['longtask', 'long-animation-frame']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.bench.tasks.push({ type, duration: entry.duration, at: entry.startTime });
    }).observe({ type, buffered: true });
  }
}

/** Back and forth between two shares of the slider's length, `steps` places a sweep, one an animation frame. */
async function sweep(page, name, { from = 0, to = 1, steps = 40, sweeps = 4 }) {
  const slider = page.getByRole('complementary', { name: 'Recipe' }).getByRole('slider', { name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  const at = (share) => box.x + 8 + (box.width - 16) * share;
  const now =
    (Number(await slider.inputValue()) - Number(await slider.getAttribute('min'))) /
    (Number(await slider.getAttribute('max')) - Number(await slider.getAttribute('min')));
  await page.mouse.move(at(now), y);
  await page.mouse.down();
  for (let turn = 0; turn < sweeps; turn++) {
    for (let i = 0; i <= steps; i++) {
      const share = from + ((to - from) * (turn % 2 === 0 ? i : steps - i)) / steps;
      await page.mouse.move(at(share), y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
  await page.mouse.up();
}

/**
 * Opens the page with a recipe and drags one parameter's slider.
 * @returns sorted latencies, the longest tasks while it was dragged, and when the first picture stood, all in milliseconds
 */
export async function measureDrag(url, { query = '', param, ...path }) {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watch, param);
    await page.goto(url + query);
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    const start = await page.evaluate(() => performance.now());
    await sweep(page, param, path);
    const { latencies, tasks, first } = await page.evaluate(() => window.bench);
    const longest = (kind) =>
      Math.max(0, ...tasks.filter(({ type, at }) => type === kind && at >= start).map(({ duration }) => duration));
    latencies.sort((a, b) => a - b);
    return { latencies, task: longest('longtask'), frame: longest('long-animation-frame'), first };
  } finally {
    await browser.close();
  }
}

const orNone = (duration) => (duration ? milliseconds(duration) : 'none over 50 ms');

/** Prints what was measured; returns whether it is within the budget. */
export function report(title, { latencies, task, frame }, { picture, task: taskBudget = Number.POSITIVE_INFINITY }) {
  const p95 = quantile(latencies, 0.95);
  const good = latencies.length > 50 && p95 <= picture && task <= taskBudget;
  console.log(`${title}, input to picture, ${latencies.length} pictures`);
  console.log(
    `  p50 ${milliseconds(quantile(latencies, 0.5))}  p95 ${milliseconds(p95)}  max ${milliseconds(latencies.at(-1) ?? Number.NaN)}`,
  );
  console.log(`  longest main-thread task: ${orNone(task)}; longest animation frame: ${orNone(frame)}`);
  const limit = Number.isFinite(taskBudget) ? `, no task over ${taskBudget} ms` : '';
  console.log(`  ${good ? 'within' : 'OVER'} the budget: p95 ≤ ${picture} ms${limit}`);
  return good;
}
