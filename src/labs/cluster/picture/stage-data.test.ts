import { describe, expect, it } from 'vitest';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { type Frame, type Matrix, NOISE, UNASSIGNED } from '../../../engine/types.ts';
import { nothing } from '../overlays/overlay.ts';
import { makeRowMap } from './regions.ts';
import { createStageAssembler, type Picture } from './stage-data.ts';

const matrix = (rows: number[][]): Matrix => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  cols: rows[0]!.length,
});
const X = matrix([
  [0, 0],
  [1, 1],
  [8, 8],
  [9, 9],
]);
const frame = (step: number, labels: number[], changed: number[]): Frame => ({
  step,
  phase: 'assign',
  labels: Int32Array.from(labels),
  changed: Int32Array.from(changed),
  centers: matrix([
    [step, step],
    [8, 8],
  ]),
  score: 1,
  extra: {},
});
const picture = (part: Partial<Picture> = {}): Picture => ({
  scene: {
    view: [0, 1],
    projected: null,
    embedded: null,
    data: {
      key: 'k',
      table: { X, featureNames: ['a', 'b'], y: Int32Array.of(1, 1, 0, 0), classNames: ['p', 'q'], target: null },
      columns: [0, 1],
      X,
      offset: Float64Array.of(0, 0),
      scale: Float64Array.of(1, 1),
    },
  },
  axesKey: 'axes',
  frames: [frame(0, [0, 0, 0, 0], [0, 1, 2, 3]), frame(1, [0, 0, 1, NOISE], [2, 3])],
  index: 1,
  spec: null,
  overlay: null,
  colors: Int32Array.of(5, 2),
  colorBy: 'cluster',
  shapeBy: 'class',
  selection: null,
  hovered: null,
  pinned: null,
  why: null,
  noun: { one: 'point', many: 'points' },
  palette: ['red'],
  tool: 'pan',
  animate: true,
  ...part,
});

/** The stage's part of what an assembler puts together. */
const assembler = () => {
  const assemble = createStageAssembler();
  return (given: Picture) => assemble(given).stage;
};

describe('the data of the stage', () => {
  it('colours rows and centres by the slots of their clusters, noise grey', () => {
    const data = assembler()(picture());
    expect([...data.colorOf]).toEqual([5, 5, 2, -1]);
    expect(data.centers.map(({ slot, x }) => [slot, x])).toEqual([
      [5, 1],
      [2, 8],
    ]);
    expect(data.centers[0]!.trail).toEqual([[0, 0]]);
    expect(data.regions.map(({ slot }) => slot)).toEqual([5, 2]);
    expect(data.summary).toBe('4 points by a and b, 2 clusters');
  });

  it('colours and shapes by class where asked', () => {
    expect([...assembler()(picture({ colorBy: 'class' })).colorOf]).toEqual([1, 1, 0, 0]);
    expect([...assembler()(picture()).shapeOf!]).toEqual([1, 1, 0, 0]);
    expect(assembler()(picture({ shapeBy: 'none' })).shapeOf).toBeNull();
  });

  it('outlines what changed, but not when that is every row', () => {
    expect([...assembler()(picture()).changed]).toEqual([2, 3]);
    expect(assembler()(picture({ index: 0 })).changed).toHaveLength(0);
  });

  it('shows points before there is a run', () => {
    const data = assembler()(picture({ frames: [], index: 0, colors: new Int32Array() }));
    expect([...data.labels]).toEqual(Array(4).fill(UNASSIGNED));
    expect([...data.colorOf]).toEqual([-1, -1, -1, -1]);
    expect([data.centers, data.regions]).toEqual([[], []]);
  });

  it('draws spokes from the row under the pointer, that to its own centre as nearest', () => {
    const why = {
      figures: [
        { cluster: 0, value: 1 },
        { cluster: 1, value: 2 },
      ],
      caption: '',
      reason: '',
    };
    const { spokes } = assembler()(picture({ hovered: 2, why }));
    expect(spokes!.to.map(({ nearest }) => nearest)).toEqual([false, true]);
  });

  it('keeps what did not change, so that a hover costs little', () => {
    const assemble = assembler();
    const { scene, frames, colors } = picture();
    const first = assemble(picture({ scene, frames, colors }));
    const second = assemble(picture({ scene, frames, colors, hovered: 1 }));
    for (const key of ['x', 'labels', 'colorOf', 'shapeOf'] as const) expect(second[key]).toBe(first[key]);
    expect(second.centers[0]!.trail).toBe(first.centers[0]!.trail);
  });

  it('lets centres be dragged only where the method takes points as init', () => {
    const movable = (id: string) => assembler()(picture({ spec: algorithmSpec(id)! })).movable;
    expect(['KMeans', 'MeanShift'].map(movable)).toEqual([true, false]);
  });

  it('colours the ground by the nearest labelled neighbour where there is no predict: in the result only, and says so', () => {
    const spec = algorithmSpec('DBSCAN')!;
    const overlay = { draw: () => ({ ...nothing, legend: [{ mark: 'cross', words: 'noise' }] as const }) };
    const result = createStageAssembler()(picture({ spec, overlay }));
    expect(result.stage.regions.map(({ slot }) => slot)).toEqual([5, 2]);
    expect(result.legend.map(({ words }) => words)).toEqual([
      'noise',
      'nearest labelled neighbour (DBSCAN has no predict)',
    ]);
    expect(assembler()(picture({ spec, index: 0 })).regions).toEqual([]);
  });

  it('colours the ground by the sites of a frame, those of one label in one', () => {
    const sites = { points: X, labels: Int32Array.of(0, 1, 1, 0) };
    const spec = { ...algorithmSpec('KMeans')!, regions: () => sites };
    expect(assembler()(picture({ spec })).regions.map(({ slot, more }) => [slot, more!.length])).toEqual([
      [5, 1],
      [2, 0],
    ]);
  });

  it('links the row under the pointer to those that the reason speaks of, and shows what goes with it', () => {
    const why = { figures: [], caption: '', reason: '', links: [{ row: 0, strong: true }, { row: 3 }] };
    const disc = { x: 8, y: 8, rx: 1, ry: 1, power: 2, slot: 2, look: 'filled' } as const;
    const overlay = { draw: () => nothing, around: () => ({ disc, path: [], rows: [1] }) };
    const { spokes } = assembler()(picture({ hovered: 2, why, overlay }));
    expect(spokes!.to.map(({ x, slot, nearest }) => [x, slot, nearest])).toEqual([
      [0, 5, true],
      [9, -1, false],
      [1, 5, false],
    ]);
    expect(spokes!.disc).toBe(disc);
  });

  it('draws an overlay once for a step, however often the pointer moves', () => {
    let drawn = 0;
    const overlay = {
      draw: () => {
        drawn++;
        return nothing;
      },
    };
    const assemble = assembler();
    const given = picture({ overlay });
    for (const hovered of [null, 1, 2]) assemble({ ...given, hovered });
    expect(drawn).toBe(1);
    assemble({ ...given, index: 0 });
    expect(drawn).toBe(2);
  });

  it('puts the method’s own space, with its centres, in place of the view', () => {
    const coords = matrix([
      [0, 5],
      [1, 5],
      [2, 6],
      [3, 6],
    ]);
    const space = { coords, axes: [1, 0] as const, centers: matrix([[0.5, 5]]) };
    const overlay = { draw: () => nothing, space: () => space };
    const given = picture({ overlay, spec: algorithmSpec('KMeans')! });
    const data = assembler()({ ...given, scene: { ...given.scene, embedded: space } });
    expect([...data.x]).toEqual([5, 5, 6, 6]);
    expect(data.centers.map(({ x, y }) => [x, y])).toEqual([[5, 0.5]]);
    expect([data.regions, data.movable, data.axes.x.title]).toEqual([[], false, 'embedding, column 1']);
  });
});

it('shows many rows before the map of their regions is made, and the regions after', () => {
  const n = 4000;
  const many = { data: Float64Array.from({ length: 2 * n }, (_, i) => Math.sin(i * i)), rows: n, cols: 2 };
  const { scene } = picture();
  const given = picture({
    scene: { ...scene, data: { ...scene.data, X: many, table: { ...scene.data.table, X: many, y: null } } },
    frames: [{ ...frame(0, [], []), labels: Int32Array.from({ length: n }, (_, i) => i % 2), centers: null }],
    index: 0,
    spec: algorithmSpec('DBSCAN')!,
    shapeBy: 'none',
  });
  const assemble = createStageAssembler();
  const first = assemble(given);
  expect([first.isMapWanted, first.stage.regions.length, first.stage.x.length]).toEqual([true, 0, n]);
  makeRowMap(given.scene);
  const second = assemble(given);
  expect([second.isMapWanted, second.stage.regions.length]).toEqual([false, 2]);
});
