import { columnOf } from '../../engine/pixels.ts';
import type { Matrix } from '../../engine/types.ts';
import type { Loaded, Projected } from '../../worker/api.ts';

/** What the stage shows: PCA of the clustered space, or two columns of the table. */
export type View = 'pca' | readonly [number, number];

/** Coordinates of a method's own, one row a row of the data. */
export interface Embedded {
  readonly coords: Matrix;
  /** The two columns to show; the same one twice where there is only one. */
  readonly axes: readonly [number, number];
}

/** What a picture is made of: the data, the view, and for PCA its projection. */
export interface Scene {
  readonly data: Loaded;
  readonly view: View;
  /** Needed only for 'pca'. */
  readonly projected: Projected | null;
  /** In place of the view: the space in which the method itself clusters. */
  readonly embedded: Embedded | null;
}

/** n places in the units of the picture: the table's own for a pair of features, those of the components for PCA. */
export function viewPoints({ data, view, projected, embedded }: Scene): { x: Float64Array; y: Float64Array } {
  const source = embedded?.coords ?? (view === 'pca' ? projected!.coords : data.table.X);
  const [first, second] = embedded?.axes ?? (view === 'pca' ? [0, 1] : view);
  // One feature clustered: there is no second component.
  const y = second < source.cols ? columnOf(source, second) : new Float64Array(source.rows);
  return { x: columnOf(source, first), y };
}

/** The titles of the axes: feature names, or "component 1 (92.5 % of the variance)". */
export function axisTitles({ data, view, projected, embedded }: Scene): [string, string] {
  if (embedded) return [`embedding, column ${embedded.axes[0]}`, `embedding, column ${embedded.axes[1]}`];
  if (view !== 'pca') return [data.table.featureNames[view[0]] ?? '', data.table.featureNames[view[1]] ?? ''];
  const share = (i: number) => {
    const part = projected?.explained[i];
    return part === undefined ? '' : ` (${(part * 100).toFixed(1)} % of the variance)`;
  };
  return [`component 1${share(0)}`, `component 2${share(1)}`];
}
