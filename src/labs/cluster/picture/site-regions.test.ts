import { describe, expect, it } from 'vitest';
import { insidePolygon } from '../../../charts/stage/polygon.ts';
import { mapSites, regionsOn, siteRegions } from './site-regions.ts';

/** Numbers between 0 and 1, the same every time. */
function source(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** The label whose outlines hold a place, by the even-odd rule; it must be one. */
function labelAt(regions: ReturnType<typeof siteRegions>, x: number, y: number): number[] {
  const holds = ({ outlines }: (typeof regions)[number]) =>
    outlines.filter((outline) => insidePolygon(outline.flat(), x, y)).length % 2 === 1;
  return regions.filter(holds).map(({ label }) => label);
}

function nearest(x: Float64Array, y: Float64Array, labels: Int32Array, px: number, py: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const distance = Math.hypot(x[i]! - px, y[i]! - py);
    if (labels[i]! >= 0 && distance < least) [best, least] = [labels[i]!, distance];
  }
  return best;
}

describe('regions of labelled sites', () => {
  it('are where the nearest site has the label, holes and pieces included', () => {
    const random = source(1);
    for (const clusters of [1, 2, 5]) {
      const x = Float64Array.from({ length: 300 }, () => random() * 4);
      const y = Float64Array.from({ length: 300 }, () => random());
      const labels = Int32Array.from(x, (v, i) =>
        random() < 0.1 ? -1 : Math.floor(Math.hypot(v - 2, y[i]! - 0.5) * 3) % clusters,
      );
      const regions = siteRegions(x, y, labels);
      for (let t = 0; t < 400; t++) {
        const [px, py] = [random() * 8 - 2, random() * 3 - 1];
        expect(labelAt(regions, px, py)).toEqual([nearest(x, y, labels, px, py)]);
      }
    }
  });

  it('are as many as labels, and none where nothing has one', () => {
    expect(siteRegions(Float64Array.of(1, 2), Float64Array.of(0, 0), Int32Array.of(-1, -2))).toEqual([]);
    expect(siteRegions(new Float64Array(0), new Float64Array(0), new Int32Array(0))).toEqual([]);
    const line = siteRegions(Float64Array.of(1, 2, 3), Float64Array.of(0, 0, 0), Int32Array.of(4, 4, 7));
    expect(line.map(({ label, outlines }) => [label, outlines.length])).toEqual([
      [4, 1],
      [7, 1],
    ]);
  });

  it('take one site, many at one place, and a place without a value', () => {
    const one = siteRegions(Float64Array.of(5), Float64Array.of(5), Int32Array.of(0));
    expect(labelAt(one, 5.5, 4.5)).toEqual([0]);
    const same = siteRegions(Float64Array.of(5, 5, Number.NaN), Float64Array.of(5, 5, 1), Int32Array.of(0, 0, 1));
    expect(labelAt(same, 5.1, 5.1)).toEqual([0]);
  });

  it('come from one map for any labels: the same where all have one, else each row still stands in its own label', () => {
    const random = source(7);
    const x = Float64Array.from({ length: 400 }, () => random() * 4);
    const y = Float64Array.from({ length: 400 }, () => random());
    const map = mapSites(x, y);
    const halves = Int32Array.from(x, (v) => (v < 2 ? 0 : 1));
    expect(regionsOn(map, halves)).toEqual(siteRegions(x, y, halves));
    const some = halves.map((label) => (random() < 0.6 ? -1 : label));
    const regions = regionsOn(map, some);
    some.forEach((label, row) => {
      const own = label < 0 ? nearest(x, y, some, x[row]!, y[row]!) : label;
      expect(labelAt(regions, x[row]!, y[row]!)).toEqual([own]);
    });
    expect(regionsOn(map, halves.fill(-1))).toEqual([]);
  });
});
