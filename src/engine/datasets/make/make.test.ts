import { describe, expect, it } from 'vitest';
import { RandomState } from '../../numeric/random-state.ts';
import { type BlobsParams, makeBlobs } from './blobs.ts';
import { makeCircles } from './circles.ts';
import { makeMoons } from './moons.ts';
import { makeSCurve } from './s-curve.ts';
import { makeSwissRoll } from './swiss-roll.ts';

const random = () => new RandomState(0);
const sizes = (y: Int32Array | null, k: number) =>
  Array.from({ length: k }, (_, c) => y!.filter((v) => v === c).length);

describe('makeBlobs', () => {
  const blobs = (params: Partial<BlobsParams>) =>
    makeBlobs(
      { n_samples: 10, n_features: 2, centers: null, cluster_std: 1, center_box: [-10, 10], shuffle: true, ...params },
      random(),
    );

  it('gives the first centres one row more where the number does not divide', () => {
    expect(sizes(blobs({}).y, 3)).toEqual([4, 3, 3]);
    expect(sizes(blobs({ n_samples: 1 }).y, 3)).toEqual([1, 0, 0]);
  });

  it('leaves the last of more centres than rows without any', () => {
    const made = blobs({ n_samples: 2, centers: 5 });
    expect(made.X.rows).toBe(2);
    expect(sizes(made.y, 5)).toEqual([1, 1, 0, 0, 0]);
  });

  it('puts all rows on the centres where the spread is 0', () => {
    const made = blobs({
      cluster_std: 0,
      centers: [
        [1, 2],
        [3, 4],
      ],
      shuffle: false,
    });
    expect(Array.from(made.X.data)).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4]);
  });

  it('keeps a list of counts, 0 among them', () => {
    expect(sizes(blobs({ n_samples: [2, 0, 5] }).y, 3)).toEqual([2, 0, 5]);
  });

  it('shuffles rows and classes alike', () => {
    const center = (y: number): [number, number] => (y === 0 ? [0, 0] : [100, 100]);
    const { X, y } = blobs({ n_samples: 200, centers: [center(0), center(1)] });
    for (const [i, c] of y!.entries()) expect(Math.abs(X.data[2 * i]! - center(c)[0])).toBeLessThan(10);
    expect(Array.from(y!)).not.toEqual(Array.from(y!).sort());
  });
});

describe('makeMoons', () => {
  const moons = (n_samples: number | number[], noise: number | null, shuffle = false) =>
    makeMoons({ n_samples, noise, shuffle }, random());

  it('gives the lower moon the odd row, so that one row is its first', () => {
    expect(sizes(moons(7, null).y, 2)).toEqual([3, 4]);
    expect(Array.from(moons(1, null).X.data)).toEqual([0, 0.5]);
  });

  it('lays noiseless rows on the two arcs, and draws noise of 0 without moving them', () => {
    const { X, y } = moons([40, 25], null, true);
    for (let i = 0; i < X.rows; i++) {
      const [x0, x1] = [X.data[2 * i]!, X.data[2 * i + 1]!];
      const radius = y![i] === 0 ? Math.hypot(x0, x1) : Math.hypot(1 - x0, 0.5 - x1);
      expect(radius).toBeCloseTo(1, 12);
    }
    expect(moons([40, 25], 0, true).X.data).toEqual(X.data);
    expect(moons([40, 25], 0.1, true).X.data).not.toEqual(X.data);
  });

  it('takes an empty moon', () => {
    expect(sizes(moons([0, 3], null).y, 2)).toEqual([0, 3]);
    expect(sizes(moons([3, 0], null).y, 2)).toEqual([3, 0]);
  });
});

describe('makeCircles', () => {
  const circles = (n_samples: number, factor: number) =>
    makeCircles({ n_samples, factor, noise: null, shuffle: false }, random());

  it.each([0, 0.5, 0.999999])('has an inner circle of radius %d', (factor) => {
    const { X, y } = circles(21, factor);
    for (let i = 0; i < X.rows; i++) {
      expect(Math.hypot(X.data[2 * i]!, X.data[2 * i + 1]!)).toBeCloseTo(y![i] === 0 ? 1 : factor, 12);
    }
  });

  it('makes one row: the first of the inner circle', () => {
    expect(circles(1, 0.5)).toEqual({
      X: { data: Float64Array.of(0.5, 0), rows: 1, cols: 2 },
      y: Int32Array.of(1),
      target: null,
    });
  });
});

describe('the curves in space', () => {
  it('have a position and no classes, also with one row', () => {
    for (const made of [
      makeSCurve({ n_samples: 1, noise: 0 }, random()),
      makeSwissRoll({ n_samples: 1, noise: 0, hole: false }, random()),
      makeSwissRoll({ n_samples: 1, noise: 0, hole: true }, random()),
    ]) {
      expect(made.y).toBeNull();
      expect(made.target!.length).toBe(1);
      expect([made.X.rows, made.X.cols]).toEqual([1, 3]);
    }
  });

  it('lie on their sheet without noise', () => {
    const { X, target } = makeSwissRoll({ n_samples: 50, noise: 0, hole: false }, random());
    for (let i = 0; i < 50; i++) {
      expect(Math.hypot(X.data[3 * i]!, X.data[3 * i + 2]!)).toBeCloseTo(target![i]!, 12);
      expect(X.data[3 * i + 1]!).toBeGreaterThanOrEqual(0);
      expect(X.data[3 * i + 1]!).toBeLessThan(21);
    }
  });

  it('leave the hole empty', () => {
    const { X, target } = makeSwissRoll({ n_samples: 2000, noise: 0, hole: true }, random());
    const inside = Array.from(target!, (t, i) => [t / Math.PI, X.data[3 * i + 1]!] as const).filter(
      ([turn, height]) => turn > 2.5 && turn < 3.5 && height > 7 && height < 14,
    );
    expect(inside).toEqual([]);
  });
});
