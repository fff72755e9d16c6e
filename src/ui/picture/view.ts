import { columnOf } from '../../engine/pixels.ts';
import { isLayout, isLinear, type ProjectionId, projectionSpec } from '../../engine/projections/specs.ts';
import type { Matrix } from '../../engine/types.ts';
import type { Placed } from '../../state/layouts.ts';
import type { Loaded, Projected } from '../../worker/api.ts';

/** What the stage shows: a projection of all features, or two columns of the table. */
export type View = ProjectionId | readonly [number, number];

export const isPair = (view: View): view is readonly [number, number] => typeof view !== 'string';

/** Coordinates of a method's own, one row a row of the data. */
export interface Embedded {
  readonly coords: Matrix;
  /** The two columns to show; the same one twice where there is only one. */
  readonly axes: readonly [number, number];
}

/** What a picture is made of: the data, the view, and what the view needs. */
export interface Scene {
  readonly data: Loaded;
  readonly view: View;
  /** Needed only for a linear projection: its axes. */
  readonly projected: Projected | null;
  /** Needed only for a layout: where the rows stand. */
  readonly placed?: Placed | null;
  /** In place of the view: the space in which the method itself clusters. */
  readonly embedded: Embedded | null;
}

/** Whether only rows have places: a picture in which no other point of the clustered space can be shown. */
export const isLaidOut = ({ view, embedded }: Scene): boolean => embedded === null && isLayout(view);

function sourceOf({ data, view, projected, placed, embedded }: Scene): Matrix {
  if (embedded) return embedded.coords;
  if (isPair(view)) return data.table.X;
  return isLinear(view) ? projected!.coords : { data: placed!.places, rows: data.X.rows, cols: 2 };
}

/** n places in the units of the picture: the table's own for a pair of features, those of the projection else. */
export function viewPoints(scene: Scene): { x: Float64Array; y: Float64Array } {
  const source = sourceOf(scene);
  const [first, second] = scene.embedded?.axes ?? (isPair(scene.view) ? scene.view : [0, 1]);
  // One feature clustered: there is no second component.
  const y = second < source.cols ? columnOf(source, second) : new Float64Array(source.rows);
  return { x: columnOf(source, first), y };
}

/** The titles of the axes: feature names, or "component 1 (92.5 % of the variance)". */
export function axisTitles({ data, view, projected, embedded }: Scene): [string, string] {
  if (embedded) return [`embedding, column ${embedded.axes[0]}`, `embedding, column ${embedded.axes[1]}`];
  if (isPair(view)) return [data.table.featureNames[view[0]] ?? '', data.table.featureNames[view[1]] ?? ''];
  const { title, axis = title } = projectionSpec(view)!;
  const share = (i: number) => {
    const part = isLinear(view) ? projected?.explained[i] : undefined;
    return part === undefined ? '' : ` (${(part * 100).toFixed(1)} % of the variance)`;
  };
  return [`${axis} 1${share(0)}`, `${axis} 2${share(1)}`];
}
