import { describe, expect, it } from 'vitest';
import { projections } from '../../engine/projections/specs.ts';
import { projectionGroups, projectionId, projectionOf } from './projections.ts';

const values = (names: string[], current: 'pca' | [number, number]) =>
  projectionGroups(names, current).flatMap(({ options }) => options.map(({ value }) => value));

const all = projections.map(({ id }) => id);

describe('projections', () => {
  it('go to an id and back', () => {
    expect(projectionOf(projectionId([2, 13]))).toEqual([2, 13]);
    expect(projectionOf(projectionId('pca'))).toBe('pca');
  });

  it('are those of all features and each pair once, the one in view as it is viewed', () => {
    expect(values(['a', 'b', 'c'], 'pca')).toEqual([...all, '0,1', '0,2', '1,2']);
    expect(values(['a', 'b', 'c'], [2, 0])).toEqual([...all, '0,1', '2,0', '1,2']);
    expect(values(['a'], 'pca')).toEqual(all);
  });

  it('leave the pairs of many features to two pickers', () => {
    const many = Array.from({ length: 64 }, (_, i) => `pixel ${i}`);
    expect(values(many, [20, 30])).toEqual([...all, '20,30']);
  });
});
