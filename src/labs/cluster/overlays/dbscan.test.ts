import { describe, expect, it } from 'vitest';
import { CROSS, FILLED, HOLLOW } from '../../../charts/stage/overlay-types.ts';
import { NOISE, UNASSIGNED } from '../../../engine/types.ts';
import { dbscan } from './dbscan.ts';
import { frame, ints, nobody, scene, step } from './fixtures.ts';

describe('DBSCAN', () => {
  const visit = {
    eps: 0.5,
    metric: 0,
    p: 2,
    row: 1,
    neighbours: ints(0, 1, 2),
    frontier: ints(2),
    state: Uint8Array.of(3, 3, 2, 1, 0),
  };
  const labels = [0, 0, 0, NOISE, UNASSIGNED];

  it('tells core, border, noise and what is not visited yet apart by their marks', () => {
    expect([...dbscan.draw(step([frame(labels, visit)])).kinds!]).toEqual([FILLED, FILLED, HOLLOW, CROSS, FILLED]);
  });

  it('shows the visited row, its eps disc in the units of the picture, and the frontier', () => {
    const picture = dbscan.draw(step([frame(labels, visit)]));
    expect(picture.discs).toEqual([{ x: 1, y: 0, rx: 0.5, ry: 1, power: 2, slot: 10, look: 'filled' }]);
    expect(picture.rings.map(({ look, rows }) => [look, ...rows])).toEqual([
      ['waiting', 2],
      ['now', 1],
    ]);
    expect(picture.segments).toEqual([]);
    expect(picture.knob).toEqual({ param: 'eps', unit: 1, row: 1 });
    expect(picture.handle!.text).toBe('eps 0.5');
  });

  it('draws a diamond or a box where the metric asks for it', () => {
    const power = (metric: number) => dbscan.draw(step([frame(labels, { ...visit, metric })])).discs[0]?.power;
    expect([1, 2, 3].map(power)).toEqual([1, Number.POSITIVE_INFINITY, undefined]);
  });

  it('links the neighbours where eps is no disc in the picture', () => {
    const picture = dbscan.draw(step([frame(labels, visit)], 0, { scene: scene([0, 2]) }));
    expect([picture.discs, picture.handle, picture.knob]).toEqual([[], null, null]);
    expect([...picture.segments[0]!.x2]).toEqual([0, 0]);
  });

  it('keeps its disc with the row of the hand while nothing is visited', () => {
    const done = frame(labels, { ...visit, row: -1, neighbours: nobody, frontier: nobody });
    expect(dbscan.draw(step([done], 0, { pinned: 4 })).discs[0]).toMatchObject({ x: 9, y: 8, look: 'dashed' });
    // The row nearest to the mean (3.6, 3.6).
    expect(dbscan.draw(step([done])).discs[0]).toMatchObject({ x: 0, y: 2 });
    expect(dbscan.around!(step([done]), 3).disc).toMatchObject({ x: 8, slot: -1, look: 'filled' });
  });
});
