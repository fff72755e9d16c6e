import { expect, test } from 'vitest';
import { layOutFlows, MOST_NODES, nodesOf, OTHERS, rowsOfFlow } from './layout.ts';
import type { FlowSide } from './types.ts';

const side = (labels: number[], colors: number[]): FlowSide => ({
  title: '',
  labels: Int32Array.from(labels),
  colors: Int32Array.from(colors),
});
const from = side([0, 0, 0, 1, 1, -1], [0, 1]);
/** The same two clusters by other numbers, one row of the first gone over to the second, the noise taken in. */
const to = side([1, 1, 0, 0, 0, 2], [1, 0, 2]);

test('bars are as high as their clusters, and ribbons fill them on both sides', () => {
  const { left, right, flows } = layOutFlows(from, to, 100);
  expect(left.map(({ label, size }) => [label, size])).toEqual([
    [0, 3],
    [1, 2],
    [-1, 1],
  ]);
  // In the order of the clusters that they match.
  expect(right.map(({ label }) => label)).toEqual([1, 0, 2]);
  expect(left.at(-1)!.top + left.at(-1)!.height).toBeCloseTo(100);
  for (const [nodes, end] of [[left, 'from'] as const, [right, 'to'] as const]) {
    nodes.forEach((node, i) => {
      const through = flows.filter((flow) => flow[end] === i);
      expect(through.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(node.height);
      expect(Math.min(...through.map(({ top }) => top[end === 'from' ? 0 : 1]))).toBeCloseTo(node.top);
    });
  }
  expect(flows.map(({ size, moves }) => [size, moves])).toEqual([
    [2, false],
    [2, false],
    [1, true],
    [1, true],
  ]);
});

test('noise that stays noise does not move', () => {
  const { flows } = layOutFlows(side([-1, 0], [0]), side([-1, 0], [0]), 50);
  expect(flows.map(({ moves }) => moves)).toEqual([false, false]);
});

test('the rows of a flow, of a cluster', () => {
  const [zero, one] = [nodesOf(from)[0]!, nodesOf(to)[1]!];
  expect([...rowsOfFlow(from, to, zero, one)]).toEqual([0, 1]);
  expect([...rowsOfFlow(from, to, zero, null)]).toEqual([0, 1, 2]);
  expect([...rowsOfFlow(from, to, null, one)]).toEqual([0, 1]);
});

test('more clusters than anybody tells apart: the smallest are one', () => {
  const many = side(
    Array.from({ length: 200 }, (_, i) => (i < 100 ? i % 10 : i - 90)),
    [],
  );
  const nodes = nodesOf(many);
  expect(nodes).toHaveLength(MOST_NODES);
  expect(nodes.at(-1)).toMatchObject({ label: OTHERS, clusters: 87, size: 87 });
  const { flows } = layOutFlows(many, many, 400);
  expect(flows.reduce((sum, { size }) => sum + size, 0)).toBe(200);
  expect(rowsOfFlow(many, many, nodes.at(-1)!, null)).toHaveLength(87);
});

test('nothing at all has no bars', () => {
  expect(layOutFlows(side([], []), side([], []), 100)).toEqual({ left: [], right: [], flows: [] });
});
