import { describe, expect, it } from 'vitest';
import { RandomState } from '../../numeric/random-state.ts';
import { QuadTree } from './quad-tree.ts';

function byAllPairs(places: Float64Array, x: number, y: number): number[] {
  const sums = [0, 0, 0];
  for (let i = 0; i < places.length; i += 2) {
    const [dx, dy] = [x - places[i]!, y - places[i + 1]!];
    const w = 1 / (1 + dx * dx + dy * dy);
    sums[0]! += w * w * dx;
    sums[1]! += w * w * dy;
    sums[2]! += w;
  }
  return sums;
}

function pushed(places: Float64Array, x: number, y: number, angle: number): number[] {
  const tree = new QuadTree();
  tree.build(places);
  const into = new Float64Array(2);
  const sum = tree.push(x, y, angle, into);
  return [...into, sum];
}

const scattered = new RandomState(3).randomSamples(800).map((v) => 40 * v);

describe('the quadtree', () => {
  it('counts every point by itself where nothing seems narrow', () => {
    const exact = byAllPairs(scattered, 12, 20);
    pushed(scattered, 12, 20, 1e-6).forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i]!, 10);
    });
  });

  it('comes near with an angle', () => {
    const exact = byAllPairs(scattered, 12, 20);
    expect(pushed(scattered, 12, 20, 0.5)[2]!).toBeCloseTo(exact[2]!, 0);
    expect(Math.abs(pushed(scattered, 12, 20, 0.5)[2]! / exact[2]! - 1)).toBeLessThan(0.01);
  });

  it('bears points that are equal, nearly equal, or all in one place', () => {
    const same = new Float64Array(200).fill(1.5);
    expect(pushed(same, 1.5, 1.5, 0.5)).toEqual([0, 0, 100]);
    const close = Float64Array.of(0, 0, 1e-300, 0, 5, 5, 5, 5);
    const exact = byAllPairs(close, 1, 0);
    pushed(close, 1, 0, 1e-6).forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i]!, 10);
    });
  });

  it('is as good when it is built again', () => {
    const tree = new QuadTree();
    tree.build(scattered);
    tree.build(Float64Array.of(0, 0, 3, 4));
    const into = new Float64Array(2);
    expect(tree.push(0, 0, 0.5, into)).toBeCloseTo(1 + 1 / 26, 12);
  });
});
