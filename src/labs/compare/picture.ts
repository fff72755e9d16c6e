import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isLinear } from '../../engine/projections/specs.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { look, scenes } from '../../state/compare/scenes.ts';
import { datasetName } from '../../state/dataset.ts';
import { type Placed, useLayout } from '../../state/layouts.ts';
import { useRun } from '../../state/run.ts';
import { defaultProjection, type Projection, useView } from '../../state/view.ts';
import { axisTitles, isPair, type Scene, viewPoints } from '../../ui/picture/view.ts';
import type { Loaded } from '../../worker/api.ts';
import { dataKey } from '../../worker/data-key.ts';

/** Points in the plane, and what the axes are. */
export interface Plane {
  readonly data: Loaded;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly axes: readonly [string, string];
  readonly projection: Projection;
}

/** Whether this data can be seen so; a layout only once the stage has its places. */
const fits = (projection: Projection, width: number, placed: Placed | null) =>
  isPair(projection)
    ? projection.every((column) => column >= 0 && column < width)
    : isLinear(projection) || projection === placed?.id;

/** What `look` has of a recipe's data, or of the stage's own where that is the same. */
function useSighted(recipe: Recipe | null) {
  const key = recipe && dataKey(recipe);
  const own = useStore(scenes, ({ byKey }) => (key === null ? undefined : byKey.get(key)));
  const data = useRun((run) => (run.data?.key === key ? run.data : null));
  const projected = useRun((run) => (run.projected?.dataKey === key ? run.projected : null));
  return { data: data ?? own?.data ?? null, projections: [projected, own?.projected ?? null] as const };
}

/** Whether the stage will not bring this data: it is busy with none, or something keeps it from it. */
const useStageIsIdle = () => useRun(({ status }) => status !== 'loading' && status !== 'running');

/**
 * The data of a recipe in the plane; null until it is there.
 * @param own the view's projection is of this data; otherwise that which suits it
 * @param waits leave the loading to the stage, which is about to do it
 */
export function usePlane(recipe: Recipe | null, { own, waits }: { own: boolean; waits: boolean }): Plane | null {
  const { data, projections } = useSighted(recipe);
  const chosen = useView((view) =>
    own && recipe && view.viewed?.name === datasetName(recipe.dataset) ? view.projection : null,
  );
  const idle = useStageIsIdle();
  const placed = useLayout((layout) => (layout.placed?.dataKey === data?.key ? layout.placed : null));
  const width = data?.table.X.cols ?? 0;
  const projection = useMemo<Projection | null>(() => {
    if (!data) return null;
    if (chosen && fits(chosen, width, placed)) return chosen;
    return defaultProjection({ name: '', rowsKey: '', width, columns: data.columns, hasClasses: false });
  }, [data, chosen, width, placed]);
  const projected = projections.find((made) => made?.id === projection) ?? null;
  const axes = isLinear(projection) && !projected ? projection : null;
  const isMissing = !data || axes !== null;
  useEffect(() => {
    if (recipe && isMissing && (idle || !waits)) void look(recipe, axes);
  }, [recipe, isMissing, axes, waits, idle]);
  return useMemo(() => {
    if (!data || !projection || axes) return null;
    const scene: Scene = { data, view: projection, projected, placed, embedded: null };
    return { data, ...viewPoints(scene), axes: axisTitles(scene), projection };
  }, [data, projected, placed, projection, axes]);
}
