import { describe, expect, it } from 'vitest';
import { UNASSIGNED } from '../../../engine/types.ts';
import { birch } from './birch.ts';
import { frame, ints, scene, step } from './fixtures.ts';

describe('Birch', () => {
  const extra = {
    threshold: 1,
    subclusters: Float64Array.of(0, 0, 8, 4),
    radii: Float64Array.of(0.5, 0.25),
    sizes: ints(3, 2),
    groups: ints(0, 1),
    row: 3,
    taker: 1,
  };
  const arriving = frame([0, 0, 0, 1, UNASSIGNED], extra, { phase: 'insert' });

  it('shows each subcluster by its radius, and the limit of the one that took the row', () => {
    const { discs, knob, rings } = birch.draw(step([arriving]));
    expect(discs.map(({ x, y, rx, ry, look }) => [x, y, rx, ry, look])).toEqual([
      [0, 0, 0.5, 1, 'outline'],
      [8, 8, 0.25, 0.5, 'filled'],
      [8, 8, 1, 2, 'dashed'],
    ]);
    expect(knob).toEqual({ param: 'threshold', unit: 1, row: 3 });
    expect([...rings[0]!.rows]).toEqual([3]);
  });

  it('has lines to the subclusters where a radius is no disc', () => {
    const of4 = { ...scene(), data: { ...scene().data, X: { ...scene().data.X, cols: 2 }, columns: [0, 2] } };
    const { discs, segments, handle } = birch.draw(step([arriving], 0, { scene: of4 }));
    expect([discs, handle]).toEqual([[], null]);
    // The row that has not arrived has no subcluster.
    expect([...segments[0]!.slots]).toEqual([10, 10, 10, 11]);
  });

  it('is empty before the first row, and follows the nearest subcluster in the end', () => {
    const empty = {
      ...extra,
      subclusters: new Float64Array(0),
      radii: new Float64Array(0),
      sizes: ints(),
      groups: ints(),
    };
    const { row: _, taker: __, ...start } = empty;
    expect(birch.draw(step([frame(Array(5).fill(UNASSIGNED), start, { phase: 'init' })])).discs).toEqual([]);
    const { row: ___, taker: ____, ...all } = extra;
    const end = frame(
      [0, 0, 0, 0, 0],
      { ...all, groups: ints(0, 0), nearest: ints(0, 0, 0, 1, 1) },
      { phase: 'assign' },
    );
    expect(birch.draw(step([end], 0, { pinned: 4 })).knob!.row).toBe(4);
    expect(birch.around!(step([end]), 4)).toMatchObject({
      disc: { x: 8, rx: 0.25 },
      path: [
        [9, 8],
        [8, 8],
      ],
    });
    expect(birch.around!(step([arriving]), 4)).toEqual({ disc: null, path: [], rows: [] });
  });
});
