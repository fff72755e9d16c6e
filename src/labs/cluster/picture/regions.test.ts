import { describe, expect, it } from 'vitest';
import { insidePolygon } from '../../../charts/stage/polygon.ts';
import { NOISE } from '../../../engine/types.ts';
import type { Scene } from '../../../ui/picture/view.ts';
import { makeRowMap, rowRegions } from './regions.ts';

/** Rows on a line: `crowd` of one cluster left of 0, noise at 3, the other cluster at 10. */
function line(crowd: number) {
  const places = [...Array.from({ length: crowd }, (_, i) => -i / crowd), 3, 10];
  const X = { data: Float64Array.from(places.flatMap((x) => [x, 0])), rows: places.length, cols: 2 };
  const scene: Scene = {
    view: [0, 1],
    projected: null,
    embedded: null,
    data: {
      key: 'line',
      table: { X, featureNames: ['a', 'b'], y: null, classNames: [], target: null },
      columns: [0, 1],
      X,
      offset: Float64Array.of(0, 0),
      scale: Float64Array.of(1, 1),
    },
  };
  const labels = Int32Array.from(places, (x) => (x === 10 ? 1 : x === 3 ? NOISE : 0));
  return (x: number, isRough: boolean) =>
    rowRegions(scene, makeRowMap(scene)!, labels, isRough)
      .filter(({ outlines }) => outlines.some((outline) => insidePolygon(outline.flat(), x, 0.1)))
      .map(({ label }) => label);
}

describe('regions of the nearest labelled row', () => {
  it('end half way between two of them, as if rows without a label were not there', () => {
    const labelAt = line(2);
    expect([labelAt(4.9, false), labelAt(5.1, false)]).toEqual([[0], [1]]);
  });

  it('hand on the whole cell of a row without one where they are made roughly, and where there are many rows', () => {
    const labelAt = line(2);
    expect([labelAt(6.4, true), labelAt(6.6, true)]).toEqual([[0], [1]]);
    const ofMany = line(3000);
    expect([ofMany(6.4, false), ofMany(6.6, false)]).toEqual([[0], [1]]);
  });
});
