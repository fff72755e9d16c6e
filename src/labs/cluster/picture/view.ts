import type { Loaded, Projected } from '../../../worker/api.ts';

/** What the stage shows: PCA of the clustered space, or two columns of the table. */
export type View = 'pca' | readonly [number, number];

/** What a picture is made of: the data, the view, and for PCA its projection. */
export interface Scene {
  readonly data: Loaded;
  readonly view: View;
  /** Needed only for 'pca'. */
  readonly projected: Projected | null;
}

/** n places in the units of the picture: the table's own for a pair of features, those of the components for PCA. */
export function viewPoints({ data, view, projected }: Scene): { x: Float64Array; y: Float64Array } {
  const { data: source, rows, cols } = view === 'pca' ? projected!.coords : data.table.X;
  const [first, second] = view === 'pca' ? [0, 1] : view;
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    x[i] = source[i * cols + first]!;
    // One feature clustered: there is no second component.
    y[i] = second < cols ? source[i * cols + second]! : 0;
  }
  return { x, y };
}

/** The titles of the axes: feature names, or "component 1 (92.5 % of the variance)". */
export function axisTitles({ data, view, projected }: Scene): [string, string] {
  if (view !== 'pca') return [data.table.featureNames[view[0]] ?? '', data.table.featureNames[view[1]] ?? ''];
  const share = (i: number) => {
    const part = projected?.explained[i];
    return part === undefined ? '' : ` (${(part * 100).toFixed(1)} % of the variance)`;
  };
  return [`component 1${share(0)}`, `component 2${share(1)}`];
}
