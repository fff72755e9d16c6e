import { describe, expect, it } from 'vitest';
import { INK } from '../../../charts/stage/overlay-types.ts';
import type { Frame } from '../../../engine/types.ts';
import { agglomerativeClustering } from './agglomerative-clustering.ts';
import { frame, ints, nobody, step } from './fixtures.ts';

describe('AgglomerativeClustering', () => {
  const merge = (extra: Frame['extra']) =>
    step([frame([0, 0, 1, 2, 2], {}), frame([0, 0, 0, 2, 2], { firstRows: nobody, secondRows: nobody, ...extra })]);

  it('holds the two that merge in hulls of their own colours, and joins their middles', () => {
    const { hulls, segments } = agglomerativeClustering.draw(merge({ firstRows: ints(0, 1), secondRows: ints(2) }));
    expect(hulls.map(({ slot, x }) => [slot, ...x])).toEqual([
      [10, 0, 1],
      [11, 0],
    ]);
    expect([segments[0]!.x1[0], segments[0]!.y1[0], segments[0]!.y2[0]]).toEqual([0.5, 0, 2]);
    expect([...segments[0]!.slots]).toEqual([INK]);
  });

  it('joins the two rows that decide where there are such', () => {
    const rows = { firstRows: ints(0, 1, 2), secondRows: ints(3, 4), pair: ints(2, 3) };
    const { hulls, segments, legend } = agglomerativeClustering.draw(merge(rows));
    expect(hulls[0]!.x).toHaveLength(3);
    expect([segments[0]!.x1[0], segments[0]!.x2[0]]).toEqual([0, 8]);
    expect(legend[1]!.words).toBe('the two points that decide');
  });

  it('has nothing to hold before and after all merges, and says the same of it', () => {
    const { hulls, segments, legend } = agglomerativeClustering.draw(merge({}));
    expect([hulls, segments, legend.length]).toEqual([[], [], 2]);
  });
});
