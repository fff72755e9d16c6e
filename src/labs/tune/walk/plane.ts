import { useMemo } from 'react';
import { isLinear } from '../../../engine/projections/specs.ts';
import { useLayout } from '../../../state/layouts.ts';
import { useRun } from '../../../state/run.ts';
import { defaultProjection, type Projection, useView } from '../../../state/view.ts';
import { axisTitles, isPair, type Scene, viewPoints } from '../../../ui/picture/view.ts';

/** The rows of the data in the plane, as the view has them. */
export interface Plane {
  readonly key: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly titles: readonly [string, string];
  readonly isPlane: boolean;
}

/** The data that is loaded, in the view's projection; in two of its features while that one's axes are not there. */
export function usePlane(): Plane | null {
  const data = useRun((run) => run.data);
  const projected = useRun((run) => run.projected);
  const laidOut = useLayout((layout) => layout.placed);
  const chosen = useView((view) => view.projection);
  return useMemo(() => {
    if (!data) return null;
    const width = data.table.X.cols;
    const suits = isPair(chosen) && chosen.every((column) => column < width);
    const has = (projection: Projection) => projected?.dataKey === data.key && projected.id === projection;
    const own = defaultProjection({ name: '', rowsKey: '', width, columns: data.columns, hasClasses: false });
    const pair = [data.columns[0] ?? 0, data.columns[1] ?? data.columns[0] ?? 0] as const;
    const placed = laidOut?.dataKey === data.key && laidOut.id === chosen ? laidOut : null;
    const wanted: Projection = suits || placed || has(chosen) ? chosen : own;
    const view = isLinear(wanted) && !has(wanted) ? pair : wanted;
    const scene: Scene = { data, view, projected: has(view) ? projected : null, placed, embedded: null };
    return {
      key: `${data.key} ${JSON.stringify(view)}`,
      ...viewPoints(scene),
      titles: axisTitles(scene),
      isPlane: !isPair(view),
    };
  }, [data, projected, laidOut, chosen]);
}
