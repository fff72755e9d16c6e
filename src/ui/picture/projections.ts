import type { Projection } from '../../state/view.ts';
import type { PickerGroup } from '../controls/picker-groups.ts';
import { withoutUnit } from './rows.ts';

/** Above this many features (15 pairs) the list of pairs would be too long: two pickers for the axes take its place. */
export const MANY_FEATURES = 6;

export const projectionId = (projection: Projection) => (projection === 'pca' ? 'pca' : projection.join());

export function projectionOf(id: string): Projection {
  if (id === 'pca') return 'pca';
  const [x, y] = id.split(',').map(Number);
  return [x!, y!];
}

export function pairLabel([x, y]: readonly [number, number], names: readonly string[]): string {
  return `${withoutUnit(names[x] ?? '')} × ${withoutUnit(names[y] ?? '')}`;
}

/**
 * What the stage can show: PCA, and each pair of features once, the pair in view in the order in which it is viewed. With
 * many features only the pair in view (or the first) stands for all pairs.
 */
export function projectionGroups(names: readonly string[], current: Projection): PickerGroup[] {
  const pca = { group: 'Projection', options: [{ value: 'pca', label: 'PCA', note: 'principal components 1 and 2' }] };
  const option = (pair: readonly [number, number]) => ({ value: projectionId(pair), label: pairLabel(pair, names) });
  if (names.length < 2) return [pca];
  if (names.length > MANY_FEATURES) {
    const pair = current === 'pca' ? ([0, 1] as const) : current;
    return [pca, { group: 'Two features', options: [option(pair)] }];
  }
  const pairs: (readonly [number, number])[] = [];
  for (let x = 0; x < names.length; x++) {
    for (let y = x + 1; y < names.length; y++) {
      const flipped = current !== 'pca' && current[0] === y && current[1] === x;
      pairs.push(flipped ? [y, x] : [x, y]);
    }
  }
  return [pca, { group: 'Two features', options: pairs.map(option) }];
}
