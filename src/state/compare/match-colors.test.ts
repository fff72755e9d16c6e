import { expect, test } from 'vitest';
import { matchAll } from './match-colors.ts';

const run = (labels: number[]) => ({ labels: Int32Array.from(labels), frames: [] });
const slots = (all: (Int32Array | null)[]) => all.map((one) => one && [...one]);

test('the same cluster has the same colour, whatever its number', () => {
  const runs = [run([0, 0, 1, 1, 2, 2]), run([2, 2, 0, 0, 1, 1]), null, run([1, 1, 1, 1, 0, 0])];
  const [first, second, missing, fourth] = slots(matchAll(runs, null));
  expect(first).toEqual([0, 1, 2]);
  expect(second).toEqual([1, 2, 0]);
  expect(missing).toBeNull();
  expect(fourth![0]).toBe(2);
});

test('a run of one cluster leads nobody', () => {
  const runs = [run([0, 0, 0, 0]), run([1, 1, 0, 0]), run([0, 0, 1, 1])];
  const [, second, third] = slots(matchAll(runs, null));
  expect(second).toEqual([0, 1]);
  expect(third).toEqual([1, 0]);
});

test('the leader follows what stands outside', () => {
  const seed = { labels: Int32Array.from([1, 1, 0, 0]), colors: Int32Array.from([4, 5]) };
  expect(slots(matchAll([run([0, 0, 1, 1]), run([-1, 0, 1, 1])], seed))).toEqual([
    [5, 4],
    [5, 4],
  ]);
});

test('clusters that a run has only on its way have colours too', () => {
  const labels = Int32Array.from([0, 0, 1, 1]);
  const frames = [{ labels: Int32Array.from([0, 1, 2, 3]), centers: null }];
  expect(matchAll([{ labels, frames }], null)[0]).toHaveLength(4);
  expect(matchAll([], null)).toEqual([]);
});
