import { describe, expect, it } from 'vitest';
import { UNASSIGNED } from '../../../engine/types.ts';
import { frame, ints, matrix, step } from './fixtures.ts';
import { miniBatchKMeans } from './mini-batch-k-means.ts';

describe('MiniBatchKMeans', () => {
  it('lights the batch up once a row, with a line to the centre that it pulled', () => {
    const centers = matrix([
      [0, 0],
      [8, 4],
    ]);
    const extra = { batch: ints(1, 1, 4), batchLabels: ints(0, 0, 1) };
    const { rings, segments } = miniBatchKMeans.draw(step([frame([0, 0, 0, 1, 1], extra, { centers })]));
    expect([...rings[0]!.rows]).toEqual([1, 4]);
    expect([...segments[0]!.y2]).toEqual([0, 8]);
    const start = miniBatchKMeans.draw(step([frame(Array(5).fill(UNASSIGNED), {}, { centers })]));
    expect([start.segments, start.rings[0]!.rows.length]).toEqual([[], 0]);
  });
});
