import { type Placed, useLayout } from '../../state/layouts.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { Loaded, Projected } from '../../worker/api.ts';
import { lastCall } from './last-call.ts';
import { type Embedded, isPair, type Scene, type View } from './view.ts';

const sceneOf = lastCall(
  (data: Loaded, view: View, projected: Projected | null, placed: Placed | null, embedded: Embedded | null): Scene => ({
    data,
    view,
    projected,
    placed,
    embedded,
  }),
);

/**
 * The data in the view that is chosen; null until all is there (a linear projection needs its axes, a layout its places).
 * @param embeddingOf in place of the view, where a method clusters in a space of its own
 */
export function sceneNow(embeddingOf: (data: Loaded) => Embedded | null = () => null): Scene | null {
  const { data, projected } = useRun.getState();
  const { projection } = useView.getState();
  const { placed } = useLayout.getState();
  if (!data) return null;
  const own = <Made extends { readonly id: string; readonly dataKey: string }>(made: Made | null) =>
    made?.id === projection && made.dataKey === data.key ? made : null;
  const [axes, layout] = [own(projected), own(placed)];
  const isThere = isPair(projection)
    ? projection.every((column) => column < data.table.X.cols)
    : (axes ?? layout) !== null;
  return isThere ? sceneOf(data, projection, axes, layout, embeddingOf(data)) : null;
}

/** Equal as long as the axes show the same numbers. */
export function axesKeyOf({ view, data }: Scene): string {
  // A pair of features shows the same numbers whatever is clustered; the components depend on it.
  if (!isPair(view)) return `${view} ${data.key}`;
  return `${view.join()} ${useView.getState().viewed?.rowsKey ?? data.key}`;
}
