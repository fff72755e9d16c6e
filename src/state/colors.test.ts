import { describe, expect, test } from 'vitest';
import { clusterCount, matchColors } from './colors.ts';

const ints = (...values: number[]) => Int32Array.from(values);

describe('matchColors', () => {
  test('begins with slots in order', () => {
    expect(matchColors(ints(0, 1, 2), 3, null)).toEqual(ints(0, 1, 2));
  });

  test('follows the clusters when their numbers change', () => {
    const before = { labels: ints(0, 0, 1, 1, 2, 2), colors: ints(5, 1, 3) };
    expect(matchColors(ints(2, 2, 0, 0, 1, 1), 3, before)).toEqual(ints(1, 3, 5));
  });

  test('repaints the fewest rows where two clusters claim one colour', () => {
    // Cluster 0 shares 3 rows with old 0 and 2 with old 1; cluster 1 shares 2 with old 0 only.
    const before = { labels: ints(0, 0, 0, 1, 1, 0, 0), colors: ints(0, 1) };
    expect(matchColors(ints(0, 0, 0, 0, 0, 1, 1), 2, before)).toEqual(ints(1, 0));
  });

  test('gives a new cluster the lowest free slot, and a lost cluster’s slot away', () => {
    const before = { labels: ints(0, 0, 1, 1, 1, 1), colors: ints(2, 0) };
    expect(matchColors(ints(0, 0, 1, 1, 1, 2), 3, before)).toEqual(ints(2, 0, 1));
    expect(matchColors(ints(0, 0, 0, 0, 0, 0), 1, before)).toEqual(ints(0));
  });

  test('does not hand on a colour where no row is shared, and ignores noise', () => {
    const before = { labels: ints(0, -1, -1), colors: ints(4) };
    expect(matchColors(ints(-1, 0, 0), 1, before)).toEqual(ints(0));
  });

  test('gives clusters that were only on the way the slots that are left', () => {
    const before = { labels: ints(0, 0, 1), colors: ints(2, 0, 1, 3, 4, 5) };
    expect(matchColors(ints(1, 1, 0), 4, before)).toEqual(ints(0, 2, 1, 3));
  });

  test('of thousands of clusters too, at once', () => {
    const n = 3000;
    const own = Int32Array.from({ length: n }, (_, row) => row);
    const before = { labels: own, colors: own };
    const turned = own.map((row) => n - 1 - row);
    expect(matchColors(turned, n, before)).toEqual(turned);
    // Half of the clusters double, the other half are gone: each keeps one of its two colours.
    const halved = own.map((row) => row >> 1);
    const colors = matchColors(halved, n / 2, before);
    expect(colors.every((slot, cluster) => slot >> 1 === cluster)).toBe(true);
    const grown = matchColors(own, n, { labels: halved, colors });
    expect(new Set(grown).size).toBe(n);
    expect(colors.every((slot, cluster) => grown[2 * cluster] === slot || grown[2 * cluster + 1] === slot)).toBe(true);
  });

  test('begins anew on other rows', () => {
    expect(matchColors(ints(0, 1), 2, { labels: ints(1, 0, 0), colors: ints(3, 4) })).toEqual(ints(0, 1));
  });

  test('takes a run after one that found nothing but noise', () => {
    expect(matchColors(ints(0, 1), 2, { labels: ints(-1, -1), colors: ints() })).toEqual(ints(0, 1));
  });
});

test('clusterCount counts empty clusters by their centres', () => {
  expect(clusterCount(ints(0, 0, -1), 3)).toBe(3);
  expect(clusterCount(ints(-1, -2), 0)).toBe(0);
  expect(clusterCount(ints(4), 2)).toBe(5);
});
