import { projectionSpec, projections } from '../../engine/projections/specs.ts';
import type { Projection } from '../../state/view.ts';
import type { PickerGroup } from '../controls/picker-groups.ts';
import { withoutUnit } from './rows.ts';
import { isPair } from './view.ts';

/** Above this many features (15 pairs) the list of pairs would be too long: two pickers for the axes take its place. */
export const MANY_FEATURES = 6;

export const projectionId = (projection: Projection) => (isPair(projection) ? projection.join() : projection);

export function projectionOf(id: string): Projection {
  const spec = projectionSpec(id);
  if (spec) return spec.id;
  const [x, y] = id.split(',').map(Number);
  return [x!, y!];
}

function pairLabel([x, y]: readonly [number, number], names: readonly string[]): string {
  return `${withoutUnit(names[x] ?? '')} × ${withoutUnit(names[y] ?? '')}`;
}

/**
 * What the stage can show: the projections, and each pair of features once, the pair in view in the order in which it is viewed. With
 * many features only the pair in view (or the first) stands for all pairs.
 */
export function projectionGroups(names: readonly string[], current: Projection): PickerGroup[] {
  const all = {
    group: 'All features together',
    options: projections.map(({ id, title, note }) => ({ value: id, label: title, note })),
  };
  const option = (pair: readonly [number, number]) => ({ value: projectionId(pair), label: pairLabel(pair, names) });
  if (names.length < 2) return [all];
  if (names.length > MANY_FEATURES) {
    const pair = isPair(current) ? current : ([0, 1] as const);
    return [all, { group: 'Two features', options: [option(pair)] }];
  }
  const pairs: (readonly [number, number])[] = [];
  for (let x = 0; x < names.length; x++) {
    for (let y = x + 1; y < names.length; y++) {
      const flipped = isPair(current) && current[0] === y && current[1] === x;
      pairs.push(flipped ? [y, x] : [x, y]);
    }
  }
  return [all, { group: 'Two features', options: pairs.map(option) }];
}
