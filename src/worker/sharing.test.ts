import { expect, test } from 'vitest';
import { fakeHelpers, finishLater } from '../../tests/support/helpers.ts';
import { somePixels } from '../../tests/support/pixels.ts';
import type { Helpers } from '../engine/kernels/helpers.ts';
import { linear } from '../engine/projections/linear.ts';
import { Sharing } from './sharing.ts';

/** As few rows as are shared at all. */
const X = somePixels(1, 20_000, 8);

/** Helpers who answer nothing before they are let. */
function heldHelpers() {
  const asked: (() => void)[] = [];
  const plain = fakeHelpers(1);
  const helpers: Helpers = {
    ...plain,
    hold(...given) {
      const ask = plain.hold(...given);
      return async (work, values) => {
        await new Promise<void>((resolve) => asked.push(resolve));
        return ask(work, values);
      };
    },
  };
  return { helpers, asked, letAll: () => asked.splice(0).map((answer) => answer()) };
}

/** What has happened when everything that can go on has. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => {
    isSettled = true;
  });
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  return isSettled;
}

test('axes and fits wait until rows are packed', async () => {
  const { helpers, asked, letAll } = heldHelpers();
  const sharing = new Sharing(helpers);
  sharing.pack(X);
  await expect.poll(() => asked.length).toBe(1);
  const [fit, axes] = [sharing.ready(), finishLater(sharing.project(X, linear.pca))];
  expect([await settled(fit), asked.length]).toEqual([false, 1]);
  letAll();
  expect(await fit).toBe(helpers);
  const timer = setInterval(letAll);
  expect((await axes).components.rows).toBe(2);
  clearInterval(timer);
});

test('a fit waits for axes that are under way, also for those that are given up', async () => {
  const { helpers, asked } = heldHelpers();
  const sharing = new Sharing(helpers);
  const axes = sharing.project(X, linear.pca);
  for (let step = axes.next(); asked.length === 0; step = axes.next()) await step.value;
  const fit = sharing.ready();
  expect(await settled(fit)).toBe(false);
  axes.return(undefined as never);
  expect(await fit).toBe(helpers);
});

test('rows that could not be packed keep nobody', async () => {
  const helpers: Helpers = {
    ...fakeHelpers(1),
    hold() {
      throw new Error('lost');
    },
  };
  const sharing = new Sharing(helpers);
  sharing.pack(X);
  expect(await sharing.ready()).toBe(helpers);
});
