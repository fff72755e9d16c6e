import { describe, expect, test } from 'vitest';
import type { Frame } from '../engine/types.ts';
import { narrower, widened } from './narrow.ts';

const frameOf = (labels: Int32Array): Frame => ({
  step: 3,
  phase: 'assign',
  labels,
  changed: new Int32Array(0),
  centers: null,
  score: 1.5,
  extra: {},
});
const many = (label: (i: number) => number) => Int32Array.from({ length: 12_000 }, (_, i) => label(i));
const bytesOf = ({ labels }: Frame) => labels.byteLength;

describe('labels of many rows', () => {
  test.each([
    ['ten clusters, noise and rows without a label', 1, (i: number) => (i % 12) - 2],
    ['as many as a byte holds', 1, (i: number) => i % 128],
    ['one more', 2, (i: number) => i % 129],
    ['as many as rows', 2, (i: number) => i],
    ['more than two bytes hold', 4, (i: number) => i * 3],
  ])('%s take %i bytes each on the way, and are read as they were', (_, bytes, label) => {
    const labels = many(label);
    const sent = structuredClone(narrower()(frameOf(labels)));
    expect(bytesOf(sent)).toBe(bytes * 12_000);
    const frame = widened(sent);
    expect(frame.labels).toEqual(labels);
    expect({ ...frame }).toEqual(frameOf(labels));
  });

  test('are one array for whoever reads them twice', () => {
    const frames = [0, 1].map((more) => widened(narrower()(frameOf(many((i) => (i % 5) + more)))));
    expect(frames[0]!.labels).toBe(frames[0]!.labels);
    expect(frames[1]!.labels).not.toBe(frames[0]!.labels);
    expect([frames[0]!.labels[4], frames[1]!.labels[4]]).toEqual([4, 5]);
  });

  test('are one array on the way where two frames share them', () => {
    const narrow = narrower();
    const labels = many((i) => i % 3);
    const [first, second] = structuredClone([narrow(frameOf(labels)), narrow({ ...frameOf(labels), step: 4 })]);
    expect(second!.labels).toBe(first!.labels);
    expect(narrow(frameOf(labels.slice())).labels).not.toBe(first!.labels);
  });
});

test('frames of few rows stay what they are', () => {
  const frame = frameOf(Int32Array.of(0, 1));
  expect(narrower()(frame)).toBe(frame);
  expect(widened(frame)).toBe(frame);
});
