import { expect, test } from 'vitest';
import { clustersAt, heightFor, heightForKey, lineFor } from './cut.ts';
import { drawnFor, layOutDendrogram, nodeAt } from './layout.ts';
import { segmentsOf } from './segments.ts';
import { arrange, countBefore, isWithin, rowsUnder } from './tree.ts';
import { heightText, summaryOf } from './words.ts';

// Rows 0…4. 5 = (0, 1) at 1, 6 = (2, 3) at 1, 7 = (4, 6) at 2, 8 = (5, 7) at 5.
const tree = { children: Int32Array.of(0, 1, 2, 3, 4, 6, 5, 7), heights: Float64Array.of(1, 1, 2, 5) };
const at = arrange(tree);

test('the rows of every node stand together, the first child before the second', () => {
  expect([...at.order]).toEqual([0, 1, 4, 2, 3]);
  expect([...rowsUnder(at, 7)]).toEqual([2, 3, 4]);
  expect([...rowsUnder(at, 2)]).toEqual([2]);
  expect(at.sizes[8]).toBe(5);
  expect([...at.parents]).toEqual([5, 5, 6, 6, 7, 8, 7, 8, -1]);
  expect(isWithin(at, 6, 7)).toBe(true);
  expect(isWithin(at, 7, 6)).toBe(false);
  expect(isWithin(at, 5, 7)).toBe(false);
  expect([...countBefore(at, new Set([4, 3]))]).toEqual([0, 0, 0, 1, 1, 2]);
});

test('the whole tree where there is room: a merge stands in the middle of its two', () => {
  const { leaves, joins } = layOutDendrogram(tree, at, 10);
  expect(leaves.map(({ node, x }) => [node, x])).toEqual([
    [0, 0.5],
    [1, 1.5],
    [4, 2.5],
    [2, 3.5],
    [3, 4.5],
  ]);
  expect(joins.map(({ node, x, height }) => [node, x, height])).toEqual([
    [5, 1, 1],
    [6, 4, 1],
    [7, 3.25, 2],
    [8, 2.125, 5],
  ]);
});

test('else its last merges, and leaves that stand for many rows', () => {
  const { leaves, joins } = layOutDendrogram(tree, at, 3);
  expect(leaves.map(({ node, size, height }) => [node, size, height])).toEqual([
    [5, 2, 1],
    [4, 1, 0],
    [6, 2, 1],
  ]);
  expect(joins.map(({ node }) => node)).toEqual([7, 8]);
  expect(layOutDendrogram(tree, at, 1).leaves.map(({ node }) => node)).toEqual([5, 7]);
});

test('a chain of thousands is laid out, and only its top is drawn', () => {
  const n = 20_000;
  const children = Int32Array.from({ length: 2 * (n - 1) }, (_, i) =>
    i % 2 === 0 ? (i === 0 ? 0 : n + i / 2 - 1) : (i + 1) / 2,
  );
  const chain = { children, heights: Float64Array.from({ length: n - 1 }, (_, m) => m + 1) };
  const { leaves, joins } = layOutDendrogram(chain, arrange(chain), 30);
  expect(leaves).toHaveLength(30);
  expect(leaves[0]).toMatchObject({ size: n - 29, height: n - 30 });
  expect(joins).toHaveLength(29);
});

test('two rows make one merge', () => {
  const pair = { children: Int32Array.of(0, 1), heights: Float64Array.of(0) };
  const { leaves, joins } = layOutDendrogram(pair, arrange(pair), 40);
  expect(leaves).toHaveLength(2);
  expect(joins).toHaveLength(1);
});

test('a place belongs to the cluster that a cut at its height would leave there', () => {
  const layout = layOutDendrogram(tree, at, 10);
  const found = (x: number, height: number) => nodeAt(layout, at, tree.heights, x, height);
  expect(found(3.6, 0.5)).toBe(2);
  expect(found(3.6, 1.5)).toBe(6);
  expect(found(3.6, 3)).toBe(7);
  expect(found(0.2, 3)).toBe(5);
  expect(found(0.2, 5)).toBe(5);
  expect(found(0.2, 5.1)).toBeNull();
  expect(found(-0.2, 1)).toBeNull();
  expect(found(5, 1)).toBeNull();
});

test('what is not drawn is in the leaf that is', () => {
  const layout = layOutDendrogram(tree, at, 3);
  expect([0, 2, 4, 6, 7, 8].map((node) => drawnFor(layout, at, node))).toEqual([5, 6, 4, 6, 7, 8]);
});

test('a cut through the tree: each piece below it has a cluster, the others none', () => {
  const layout = layOutDendrogram(tree, at, 10);
  const pieces = segmentsOf(layout, { x: (leaf) => leaf, y: (height) => height }, 5, 3, 3);
  const of = (key: string) => pieces.find((piece) => piece.key === key);
  expect(of('bar 8')?.isAbove).toBe(true);
  expect(of('bar 7')?.isAbove).toBe(false);
  expect(of('leg 7 below')).toMatchObject({ d: 'M3.25,2V3', node: 7, merge: 3 });
  expect(of('leg 7 above')).toMatchObject({ d: 'M3.25,3V5', isAbove: true });
  expect(of('leg 0 above')).toBeUndefined();
  const small = segmentsOf(layOutDendrogram(tree, at, 2), { x: (leaf) => leaf, y: (height) => height }, 5, 1, 0.5);
  expect(small.find(({ key }) => key === 'area 7')).toMatchObject({ isAbove: true, isArea: true });
  expect(small.find(({ key }) => key === 'area 5')?.isAbove).toBe(false);
});

test('a height leaves so many clusters, and so many clusters have a height, unless merges are level', () => {
  const { heights } = tree;
  expect([0, 1, 1.5, 2, 2.1, 5, 6].map((height) => clustersAt(heights, height))).toEqual([5, 5, 3, 3, 2, 2, 1]);
  for (const clusters of [1, 2, 3, 5]) expect(clustersAt(heights, heightFor(heights, clusters)!)).toBe(clusters);
  expect(heightFor(heights, 4)).toBeNull();
  expect(heightFor(heights, 2)).toBe(3.5);
  expect(lineFor(heights, 3)).toBe(1.5);
  expect(lineFor(heights, 1)).toBeCloseTo(5.25);
  const close = Float64Array.of(1, 1 + 2e-12, 2);
  expect(clustersAt(close, heightFor(close, 3)!)).toBe(3);
  // Nothing but equal rows: they are one cluster or none.
  const level = Float64Array.of(0, 0);
  expect(heightFor(level, 1)).toBeGreaterThan(0);
  expect(heightFor(level, 3)).toBeNull();
});

test('keys go from one number of clusters to the next that there is', () => {
  const { heights } = tree;
  const after = (clusters: number, key: string) => {
    const height = heightForKey(heights, clusters, key, 4);
    return height === null ? null : clustersAt(heights, height);
  };
  expect(after(3, 'ArrowUp')).toBe(2);
  expect(after(5, 'ArrowUp')).toBe(3);
  expect(after(3, 'ArrowDown')).toBe(5);
  expect(after(1, 'ArrowUp')).toBeNull();
  expect(after(5, 'ArrowDown')).toBeNull();
  expect(after(5, 'PageUp')).toBe(1);
  expect(after(5, 'End')).toBe(1);
  expect(after(2, 'Home')).toBe(5);
  expect(after(2, 'a')).toBeNull();
});

test('says what it shows', () => {
  const data = { ...tree, clusters: 2, threshold: null, noun: { one: 'flower', many: 'flowers' } };
  expect(summaryOf({ ...data } as never, 4)).toBe('Dendrogram of 5 flowers, cut at 3.5 into 2 clusters');
  expect(summaryOf({ ...data, threshold: 9, clusters: 1 } as never, 2)).toBe(
    'Dendrogram of 5 flowers, cut at 9 into 1 cluster; the last 2 of 4 merges are drawn',
  );
  expect([0, 0.00012, Math.PI, 12345.6].map(heightText)).toEqual(['0', '1.2e-4', '3.14', '12346']);
});
