import { describe, expect, it } from 'vitest';
import { UNASSIGNED } from '../../../engine/types.ts';
import { affinityPropagation } from './affinity-propagation.ts';
import { frame, ints, nobody, step } from './fixtures.ts';

describe('AffinityPropagation', () => {
  const round = frame([0, 0, 0, 1, 1], {
    exemplars: ints(1, 3),
    candidates: ints(1, 0, 1, -1, 1, 2, 3, 4, 3, -1),
  });

  it('ties each row to its exemplar, and no exemplar to itself', () => {
    const { segments } = affinityPropagation.draw(step([round]));
    expect([...segments[0]!.x2]).toEqual([1, 1, 8]);
    expect([...segments[0]!.slots]).toEqual([10, 10, 11]);
  });

  it('links a row to its best candidates, in the result to those of the last round', () => {
    const result = frame([0, 0, 0, 1, 1], { exemplars: ints(1, 3) });
    expect(affinityPropagation.around!(step([round, result]), 2).rows).toEqual([1]);
    expect(affinityPropagation.around!(step([result]), 2).rows).toEqual([]);
  });

  it('while there is no exemplar, ties each row in grey to the one it would choose, before the first round to none', () => {
    const free = Array(5).fill(UNASSIGNED);
    const { segments } = affinityPropagation.draw(
      step([frame(free, { exemplars: nobody, best: ints(1, 1, 1, 4, 3) })]),
    );
    expect([...segments[0]!.x1]).toEqual([0, 0, 8, 9]);
    expect([...segments[0]!.x2]).toEqual([1, 1, 9, 8]);
    expect(new Set(segments[0]!.slots)).toEqual(new Set([-1]));
    expect(affinityPropagation.draw(step([frame(free, { exemplars: nobody })])).segments[0]!.slots).toHaveLength(0);
  });
});
