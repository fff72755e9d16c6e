import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../../../../tests/reference/runs.ts';
import { fromRows, matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Frame, type Matrix, type Params, UNASSIGNED } from '../../types.ts';
import { clusterQr } from './cluster-qr.ts';
import { discretize } from './discretize.ts';
import { fit as spectral } from './fit.ts';
import { spec } from './spec.ts';

function run(X: Matrix, params: Params) {
  const frames: Frame[] = [];
  const fitted = drain(spectral, spec, X, params, (frame) => frames.push(frame));
  return { fitted, frames };
}

const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));
const noun = { one: 'point', many: 'points' };
const METHODS = ['kmeans', 'discretize', 'cluster_qr'] as const;

/** Two rings around one centre. */
function rings(n: number): Matrix {
  const row = (i: number) => {
    const radius = i % 2 === 0 ? 1 : 3;
    return [radius * Math.cos((2 * Math.PI * i) / n), radius * Math.sin((2 * Math.PI * i) / n)];
  };
  return fromRows(Array.from({ length: n }, (_, i) => row(i)));
}

const problems = fc
  .record({ rows: fc.integer({ min: 2, max: 30 }), cols: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -5, max: 5 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        n_clusters: fc.integer({ min: 1, max: rows }),
        affinity: fc.constantFrom('rbf', 'nearest_neighbors'),
        gamma: fc.constantFrom(0, 0.1, 5),
        n_neighbors: fc.integer({ min: 1, max: rows }),
        assign_labels: fc.constantFrom(...METHODS),
        // The one that takes as many components as rows of a sparse graph.
        eigen_solver: fc.constant('lobpcg'),
        random_state: fc.nat(1000),
      }),
    }),
  );

describe('SpectralClustering: what always holds', () => {
  test('labels are below n_clusters, eigenvalues ascend from 0 within 0…2', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted } = run(X, params);
        for (const label of fitted.labels) expect(label >= 0 && label < params.n_clusters).toBe(true);
        const values = Array.from(fitted.attributes.eigenvalues as Float64Array);
        expect(values.length).toBe(params.n_clusters);
        values.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(at === 0 ? -1e-12 : values[at - 1]! - 1e-12);
          expect(value).toBeLessThanOrEqual(2 + 1e-12);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('frames change nothing, begin with the graph, count their steps and end at the result', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted, frames } = run(X, params);
        const quiet = drain(spectral, spec, X, params);
        expect(Array.from(quiet.labels)).toEqual(Array.from(fitted.labels));
        expect(quiet.attributes).toEqual(fitted.attributes);
        expect(frames.slice(0, 2).map(({ phase }) => phase)).toEqual(['graph', 'embed']);
        expect(frames.map(({ step }) => step)).toEqual(frames.map((_, step) => step));
        expect(new Set(frames[1]!.labels)).toEqual(new Set([UNASSIGNED]));
        expect(Array.from(frames.at(-1)!.labels)).toEqual(Array.from(fitted.labels));
        expect(frames.at(-1)!.labels.buffer).not.toBe(fitted.labels.buffer);
      }),
      { numRuns: 40 },
    );
  });

  test.each(METHODS)('%s: every frame can be told and every row asked about', (assign_labels) => {
    const X = uniform(40, 2);
    for (const affinity of ['rbf', 'nearest_neighbors']) {
      const { frames } = run(X, { n_clusters: 3, affinity, assign_labels });
      frames.forEach((frame, at) => {
        const { title, text } = spec.narrate(frame, frames[at - 1] ?? null, noun);
        expect(text.length).toBeGreaterThan(20);
        expect(`${title} ${text}`).not.toMatch(/undefined|NaN|null/);
        expect(spec.why({ row: 3, X, frame, frames, noun }).reason).not.toMatch(/undefined|NaN|null/);
      });
    }
  });

  test('the graph frame holds each tie once, at most four for each row', () => {
    for (const affinity of ['rbf', 'nearest_neighbors']) {
      const { edges, weights, degrees } = run(uniform(50, 2), { n_clusters: 2, affinity }).frames[0]!.extra;
      const pairs = Array.from(weights as Float64Array, (_, at) =>
        Array.from((edges as Int32Array).slice(2 * at, 2 * at + 2)),
      );
      expect(new Set(pairs.map(String)).size).toBe(pairs.length);
      expect(pairs.every(([a, b]) => a! < b!)).toBe(true);
      expect(pairs.length).toBeLessThanOrEqual(200);
      expect((degrees as Float64Array).length).toBe(50);
    }
  });

  test('rows sit at the nearest centre of the embedding in the end', () => {
    const { frames } = run(uniform(60, 2), { n_clusters: 4 });
    const { labels, extra } = frames.at(-1)!;
    const d = extra.components as number;
    const embedding = extra.embedding as Float64Array;
    const centers = extra.embedding_centers as Float64Array;
    for (let i = 0; i < 60; i++) {
      const squares = [0, 1, 2, 3].map((j) => {
        let sum = 0;
        for (let f = 0; f < d; f++) sum += (embedding[i * d + f]! - centers[j * d + f]!) ** 2;
        return sum;
      });
      expect(labels[i]).toBe(squares.indexOf(Math.min(...squares)));
    }
  });
});

describe('SpectralClustering: what it is for, and its edges', () => {
  test.each(METHODS)('%s tells one ring from another', (assign_labels) => {
    const { labels } = run(rings(120), { n_clusters: 2, gamma: 10, assign_labels }).fitted;
    expect(new Set(labels.filter((_, i) => i % 2 === 0)).size).toBe(1);
    expect(labels[0]).not.toBe(labels[1]);
  });

  test('a graph in more parts than clusters is flagged, and so are fewer parts, but not as many', () => {
    const X = fromRows([[0], [0.1], [0.2], [9], [9.1], [9.2], [50], [50.1], [50.2]]);
    const flags = (n_clusters: number) =>
      run(X, { n_clusters, affinity: 'nearest_neighbors', n_neighbors: 3 }).fitted.warnings.join();
    expect(flags(2)).toMatch(/3 parts that no tie joins, more than n_clusters/);
    expect(flags(3)).toBe('');
    expect(flags(4)).toMatch(/3 parts that no tie joins; it takes a higher n_neighbors/);
  });

  test.each(METHODS)('%s: the first assignment changes nobody’s cluster', (assign_labels) => {
    const { frames } = run(rings(40), { n_clusters: 2, gamma: 10, assign_labels });
    const at = frames.findIndex(({ labels }) => labels[0]! >= 0);
    expect(spec.narrate(frames[at]!, frames[at - 1]!, noun).text).not.toContain('changed cluster');
  });

  test('a point out of all reach has no ties, and is no trouble', () => {
    const X = fromRows([[0], [0.5], [1], [1.2], [1e4]]);
    const { fitted, frames } = run(X, { n_clusters: 2, gamma: 1 });
    expect(fitted.attributes.n_connected_components).toBe(2);
    expect((frames[0]!.extra.degrees as Float64Array)[4]).toBe(0);
    expect(spec.why({ row: 4, X, frame: frames[0]!, frames, noun }).reason).toBe('it is tied to none');
  });

  test.each(METHODS)('ties that are next to nothing do not take places out of all numbers: %s', (assign_labels) => {
    // exp(-26.8²) is 1e-312: the square root of such a degree is 1e-156.
    const X = fromRows([[0], [26.8], [100], [100.5], [101], [101.2]]);
    const { fitted, frames } = run(X, { n_clusters: 3, assign_labels });
    expect(Math.max(...fitted.labels)).toBeLessThan(3);
    for (const place of frames[1]!.extra.embedding as Float64Array) expect(Math.abs(place)).toBeLessThan(1e150);
  });

  test.each([
    [fromRows([[1, 2]]), { n_clusters: 1 }, 'rows'],
    [uniform(5, 2), { n_clusters: 6 }, 'params.n_clusters'],
    [uniform(5, 2), { n_clusters: 2, affinity: 'nearest_neighbors' }, 'params.n_neighbors'],
    [uniform(5, 2), { n_clusters: 5, affinity: 'nearest_neighbors', n_neighbors: 3 }, 'params.n_clusters'],
    [
      uniform(5, 2),
      { n_clusters: 2, n_components: 5, affinity: 'nearest_neighbors', n_neighbors: 3 },
      'params.n_components',
    ],
  ])('refuses what does not go with the points: %#', (X, params, field) => {
    expect(() => run(X, params)).toThrow(expect.objectContaining({ field }));
  });

  test('rbf is not asked for neighbours, and more components than rows are cut', () => {
    expect(run(uniform(5, 2), { n_clusters: 2, n_neighbors: 99, n_components: 9 }).fitted.labels.length).toBe(5);
  });

  test('only k-means needs as many rows as clusters; lobpcg finds as many components as rows in a sparse graph', () => {
    const X = uniform(6, 2);
    const labels = (params: Params) => run(X, params).fitted.labels;
    expect(new Set(labels({ n_clusters: 8, assign_labels: 'cluster_qr' })).size).toBe(6);
    expect(new Set(labels({ n_clusters: 8, n_components: 2, assign_labels: 'discretize' })).size).toBe(2);
    const sparse = { affinity: 'nearest_neighbors', n_neighbors: 3, eigen_solver: 'lobpcg' };
    expect(new Set(labels({ n_clusters: 6, ...sparse })).size).toBe(6);
  });

  test('cluster_qr picks as many rows as columns; discretize ends with a gap that no turn makes smaller', () => {
    const places = uniform(30, 3, 4);
    const { pivots, labels } = clusterQr(places);
    expect(new Set(pivots).size).toBe(3);
    expect(Math.max(...labels)).toBeLessThan(3);
    const gaps: number[] = [];
    const steps = discretize(places, new RandomState(0));
    let step = steps.next();
    for (; !step.done; step = steps.next()) gaps.push(step.value.gap);
    gaps.push(step.value.gap);
    gaps.slice(1).forEach((gap, at) => {
      expect(gap).toBeLessThanOrEqual(gaps[at]! + 1e-9);
    });
  });

  test('the cost grows with rows', () => {
    const cost = (n: number, affinity: string) => spec.cost!(n, 2, completeParams(spec.params, { affinity }));
    expect(cost(4000, 'rbf').bytes).toBe(192e6);
    expect(cost(4000, 'rbf').seconds).toBeGreaterThan(3 * cost(2000, 'rbf').seconds);
    expect(cost(4000, 'nearest_neighbors').seconds).toBeLessThan(cost(4000, 'rbf').seconds / 4);
  });
});
