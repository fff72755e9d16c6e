import { describe, expect, it } from 'vitest';
import type { Frame, Matrix } from '../../../engine/types.ts';
import { rowName, rowValues } from '../../../ui/picture/rows.ts';
import { axisTitles, type Scene, type View, viewPoints } from '../../../ui/picture/view.ts';
import { moveCenter, placeCenters } from './centers.ts';
import { voronoiRegions } from './regions.ts';
import { centerTrails } from './trails.ts';

const matrix = (rows: number[][]): Matrix => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  cols: rows[0]?.length ?? 0,
});

/** Three features, of which b and c are clustered, c halved and shifted: X[.,1] = (c - 10) / 2. */
const raw = [
  [1, 2, 10],
  [3, 4, 14],
  [5, 8, 18],
];
const scene = (view: View): Scene => ({
  view,
  data: {
    key: 'k',
    table: {
      X: matrix(raw),
      featureNames: ['a (cm)', 'b', 'c'],
      y: Int32Array.of(0, 0, 1),
      classNames: ['one', 'two'],
      target: null,
    },
    columns: [1, 2],
    X: matrix(raw.map(([, b, c]) => [b!, (c! - 10) / 2])),
    offset: Float64Array.of(0, 10),
    scale: Float64Array.of(1, 2),
  },
  projected: {
    id: 'pca',
    dataKey: 'k',
    coords: matrix([
      [0, 1],
      [2, 3],
      [4, 5],
    ]),
    mean: Float64Array.of(1, 1),
    components: matrix([
      [0, 1],
      [1, 0],
    ]),
    explained: [0.75, 0.25],
  },
  embedded: null,
});
const centers = matrix([
  [2, 0],
  [6, 3],
]);
const labels = Int32Array.of(0, 1, 1);

describe('points and axes', () => {
  it('takes two columns of the table as they are', () => {
    const { x, y } = viewPoints(scene([2, 0]));
    expect([[...x], [...y]]).toEqual([
      [10, 14, 18],
      [1, 3, 5],
    ]);
    expect(axisTitles(scene([2, 0]))).toEqual(['c', 'a (cm)']);
  });

  it('takes the components for PCA and names their share', () => {
    expect([...viewPoints(scene('pca')).y]).toEqual([1, 3, 5]);
    expect(axisTitles(scene('pca'))[0]).toBe('component 1 (75.0 % of the variance)');
  });

  it('lays points on a line when there is one component only', () => {
    const one = scene('pca');
    const flat = { ...one, projected: { ...one.projected!, coords: matrix([[1], [2], [3]]) } };
    expect([...viewPoints(flat).y]).toEqual([0, 0, 0]);
  });
});

describe('centres', () => {
  it('stand in the units of the table', () => {
    expect(placeCenters(scene([1, 2]), centers, { labels })).toEqual([
      [2, 10],
      [6, 16],
    ]);
  });

  it('take the mean of their members in a feature that is not clustered; none without members', () => {
    expect(placeCenters(scene([0, 1]), centers, { labels }).map(([x]) => x)).toEqual([1, 4]);
    expect(placeCenters(scene([0, 1]), centers, { labels: Int32Array.of(1, 1, -2) })[0]![0]).toBe(Number.NaN);
  });

  it('are projected for PCA', () => {
    expect(placeCenters(scene('pca'), centers, { labels })).toEqual([
      [-1, 1],
      [2, 5],
    ]);
  });

  it('go where they are dragged, and only there', () => {
    expect(moveCenter(scene([1, 2]), centers, 1, [7, 20])).toEqual([
      [2, 0],
      [7, 5],
    ]);
    expect(moveCenter(scene([0, 2]), centers, 1, [99, 12])[1]).toEqual([6, 1]);
  });

  it('go there in PCA too', () => {
    const moved = matrix(moveCenter(scene('pca'), centers, 0, [5, -2]));
    expect(placeCenters(scene('pca'), moved, { labels })[0]).toEqual([5, -2]);
  });
});

describe('trails', () => {
  const frame = (step: number, rows: number[][]): Frame => ({
    step,
    phase: 'update',
    labels,
    changed: new Int32Array(),
    centers: matrix(rows),
    score: null,
    extra: {},
  });

  it('hold the earlier places once each', () => {
    const frames = [
      [2, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ].map((row, i) => frame(i, [row]));
    expect(centerTrails(scene([1, 2]), frames, 3)).toEqual([
      [
        [2, 10],
        [3, 12],
      ],
    ]);
    expect(centerTrails(scene([1, 2]), frames, 0)).toEqual([[]]);
  });
});

describe('regions', () => {
  const inside = ([px, py]: readonly [number, number], polygon: readonly (readonly [number, number])[]) => {
    let odd = false;
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const [xi, yi] = polygon[i]!;
      const [xj, yj] = polygon[j]!;
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) odd = !odd;
    }
    return odd;
  };

  it('hold what is nearest in the scaled space, whichever axis shows it', () => {
    for (const view of [[1, 2] as const, [2, 1] as const]) {
      const cells = voronoiRegions(scene(view), centers);
      for (let b = -4; b < 12; b += 1.3) {
        for (let c = -5; c < 30; c += 2.7) {
          const s = (c - 10) / 2;
          const nearest = (b - 2) ** 2 + s ** 2 < (b - 6) ** 2 + (s - 3) ** 2 ? 0 : 1;
          const place = view[0] === 1 ? ([b, c] as const) : ([c, b] as const);
          expect(inside(place, cells[nearest]!)).toBe(true);
        }
      }
    }
  });

  it('are drawn only where the two clustered features are in view', () => {
    expect(voronoiRegions(scene([0, 1]), centers)).toEqual([]);
    expect(voronoiRegions(scene('pca'), centers)).toEqual([]);
  });

  it('leave out a centre that coincides with another, and fill the plane for a single one', () => {
    const twice = voronoiRegions(
      scene([1, 2]),
      matrix([
        [2, 0],
        [2, 0],
      ]),
    );
    expect(twice.filter(Boolean)).toHaveLength(1);
    expect(voronoiRegions(scene([1, 2]), matrix([[2, 0]]))[0]!.length).toBeGreaterThan(3);
  });
});

describe('rows in words', () => {
  const { table } = scene('pca').data;
  it('name the row and its class', () => {
    const flower = { one: 'flower', many: 'flowers' };
    expect(rowName(table, 2, flower, 'species')).toBe('flower 2 · two');
    expect(rowName({ ...table, y: null }, 2, { one: 'point', many: 'points' }, 'class')).toBe('point 2');
  });

  it('say what a class is that is a number', () => {
    const numbered = { ...table, classNames: ['7', '8', '9'] };
    const number = numbered.classNames[table.y![2]!];
    expect(rowName(numbered, 2, { one: 'point', many: 'points' }, 'blob')).toBe(`point 2 · blob ${number}`);
    expect(rowName(numbered, 2, { one: 'digit', many: 'digits' }, 'digit')).toBe(`digit 2 · true class ${number}`);
  });

  it('put the unit after the value', () => {
    expect(rowValues(table, 1, [0, 2])).toEqual([
      { name: 'a', value: '3 cm' },
      { name: 'c', value: '14' },
    ]);
  });
});
