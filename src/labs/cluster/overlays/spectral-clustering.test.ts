import { describe, expect, it } from 'vitest';
import { INK } from '../../../charts/stage/overlay-types.ts';
import { UNASSIGNED } from '../../../engine/types.ts';
import { frame, ints, step } from './fixtures.ts';
import { spectralClustering } from './spectral-clustering.ts';

describe('SpectralClustering', () => {
  const graph = frame(Array(5).fill(UNASSIGNED), {
    edges: ints(0, 1, 0, 2, 2, 3, 3, 4),
    weights: Float64Array.of(1, 0.5, 0.001, 1),
  });
  const embedding = Float64Array.of(1, 2, 0, 1, 2, 0.1, 1, 2, 0.3, 0, 4, 0.2, 0, 4, 0.1);
  const end = frame([0, 0, 1, 1, 1], {
    embedding,
    components: 3,
    axes: ints(0, 1, 2),
    embedding_centers: Float64Array.of(1, 2, 0, 0, 4, 0),
  });

  it('draws the ties that hold, and dashed those that are cut; the faintest not at all', () => {
    const { segments } = spectralClustering.draw(step([graph, end]));
    expect(segments.map(({ look, slots }) => [look, ...slots])).toEqual([
      ['thin', 10, 11],
      ['dashed', INK],
    ]);
    expect(spectralClustering.around!(step([graph, end]), 0).rows).toEqual([1, 2]);
  });

  it('has a space of its own, shown by two columns that do not say the same', () => {
    expect(spectralClustering.space!(graph)).toBeNull();
    const space = spectralClustering.space!(end)!;
    expect(space.axes).toEqual([0, 2]);
    expect([space.coords.rows, space.coords.cols, space.centers!.rows]).toEqual([5, 3, 2]);
    const one = spectralClustering.space!(
      frame([], { embedding: Float64Array.of(1, 2), components: 1, axes: ints(0) }),
    )!;
    expect(one.axes).toEqual([0, 1]);
  });
});
