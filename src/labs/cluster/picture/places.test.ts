import { describe, expect, it } from 'vitest';
import { scene } from '../overlays/fixtures.ts';
import { placeBall, placePoints } from './places.ts';

/** Two features, b clustered as half of what it is; c is not clustered. */
const points = Float64Array.of(1, 2, 3, 4);
const projected = {
  id: 'pca' as const,
  dataKey: 'k',
  coords: scene().data.X,
  mean: Float64Array.of(1, 0),
  components: { data: Float64Array.of(0, 1, 1, 0), rows: 2, cols: 2 },
  explained: [1, 0],
};

describe('points of the clustered space', () => {
  it('stand where the features of the picture have them, in its units', () => {
    const { x, y } = placePoints(scene([1, 0]), points, 2);
    expect([...x, ...y]).toEqual([4, 8, 1, 3]);
    expect([...placePoints(scene([0, 2]), points, 2).y]).toEqual([Number.NaN, Number.NaN]);
    expect(placePoints(scene(), new Float64Array(0), 2).x).toHaveLength(0);
  });

  it('stand along the principal axes, or in the method’s own space', () => {
    const { x, y } = placePoints({ ...scene('pca'), projected }, points, 2);
    expect([...x, ...y]).toEqual([2, 4, 0, 2]);
    const embedded = { coords: scene().data.X, axes: [1, 2] as const };
    const own = placePoints({ ...scene(), embedded }, points, 2);
    expect([...own.x, ...own.y]).toEqual([2, 4, 0, 0]);
  });
});

describe('what is within distance 1', () => {
  it('is a disc where exactly the clustered features are seen, stretched as they are scaled', () => {
    expect(placeBall(scene([0, 1]), 1)).toEqual({ rx: 1, ry: 2 });
    expect(placeBall(scene([1, 0]), 2)).toEqual({ rx: 2, ry: 1 });
    expect(placeBall(scene([0, 2]), 2)).toBeNull();
  });

  it('turns with the principal axes only if it is round, and is none where more features count', () => {
    const turned = { ...scene('pca'), projected };
    expect([placeBall(turned, 2), placeBall(turned, 1)]).toEqual([{ rx: 1, ry: 1 }, null]);
    const { data } = scene();
    expect(placeBall({ ...scene(), data: { ...data, X: { ...data.X, cols: 3 } } }, 2)).toBeNull();
    expect(placeBall({ ...scene(), embedded: { coords: data.X, axes: [0, 1] } }, 2)).toBeNull();
  });
});
