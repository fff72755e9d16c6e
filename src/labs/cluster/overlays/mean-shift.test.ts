import { describe, expect, it } from 'vitest';
import { UNASSIGNED } from '../../../engine/types.ts';
import { frame, ints, matrix, step } from './fixtures.ts';
import { meanShift } from './mean-shift.ts';

describe('MeanShift', () => {
  const seeds = (...places: number[]) => ({
    bandwidth: 2,
    seeds_are_rows: 1,
    seeds: Float64Array.from(places),
    moving: new Uint8Array(5),
  });
  const free = Array(5).fill(UNASSIGNED);
  const frames = [
    frame(free, seeds(0, 0, 1, 0, 0, 1, 8, 4, 9, 4)),
    frame(free, seeds(0, 0, 0.5, 0, 0, 0.5, 8, 4, 8.5, 4)),
    frame(
      free,
      { ...seeds(0, 0, 0.1, 0, 0, 0.25, 8, 4, 8, 4), mode: ints(0, 0, 0, 1, 1) },
      { centers: matrix([[0, 0]]) },
    ),
  ];

  it('lets seeds climb, coloured by the mode they come to, with the ways they came', () => {
    const { dots } = meanShift.draw(step(frames, 1));
    expect([...dots[0]!.slots]).toEqual([10, 10, 10, 11, 11]);
    expect([...dots[0]!.x]).toEqual([0, 0.5, 0, 8, 8.5]);
    // Seeds 0 and 3 stood still; b is doubled back to the table's units.
    expect([...dots[0]!.trails!.starts]).toEqual([0, 0, 1, 2, 2, 3]);
    expect([...dots[0]!.trails!.y]).toEqual([0, 2, 8]);
  });

  it('shows the window of the seed that goes farthest, or of the row of the hand, and in the end that of each mode', () => {
    expect(meanShift.draw(step(frames, 0)).discs).toEqual([
      { x: 9, y: 8, rx: 2, ry: 4, power: 2, slot: 11, look: 'filled' },
    ]);
    const { discs, knob } = meanShift.draw(step(frames, 2, { pinned: 1 }));
    expect(discs.map(({ x, look }) => [x, look])).toEqual([
      [0, 'dashed'],
      [0.1, 'filled'],
    ]);
    expect(knob).toEqual({ param: 'bandwidth', unit: 1, row: 1 });
  });

  it('tells the way of a row’s own seed', () => {
    expect(meanShift.around!(step(frames), 1).path).toEqual([
      [1, 0],
      [0.5, 0],
      [0.1, 0],
    ]);
    expect(meanShift.around!(step(frames), 0).path).toEqual([]);
  });

  it('tells the way of the seed of a row’s cell, where there is one', () => {
    const seed_of = ints(1, 1, -1, 3, 3);
    const bins = frames.map((one) => ({ ...one, extra: { ...one.extra, seeds_are_rows: 0, seed_of } }));
    expect(meanShift.around!(step(bins), 0).path).toEqual([
      [1, 0],
      [0.5, 0],
      [0.1, 0],
    ]);
    expect(meanShift.around!(step(bins), 2)).toEqual({ disc: null, path: [], rows: [] });
  });
});
