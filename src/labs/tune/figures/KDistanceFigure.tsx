import { useEffect, useMemo, useState } from 'react';
import { createKDistance, type KDistanceData } from '../../../charts/sweep/k-distance.ts';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { completeParams } from '../../../engine/spec/defaults.ts';
import { many } from '../../../state/many.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { dataKey } from '../../../worker/data-key.ts';
import { kneeOf } from '../reading/kneedle.ts';

/** More points than this say no more about where a curve bends. */
const SAMPLE = 400;

/** The sorted distances; null while they are on their way. */
function useDistances(recipe: Recipe, metric: string, p: number, k: number): Float64Array | null {
  const [found, setFound] = useState<{ key: string; distances: Float64Array } | null>(null);
  const key = JSON.stringify([dataKey(recipe), metric, p, k]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that they depend on.
  useEffect(() => {
    const controller = new AbortController();
    many()
      .kDistances(recipe, metric, p, k, { signal: controller.signal })
      .then((distances) => setFound({ key, distances }))
      // What is wrong with the data is said where the sweep runs.
      .catch(() => {});
    return () => controller.abort(new Error('not looked at any more'));
  }, [key]);
  return found?.key === key ? found.distances : null;
}

/** Where the curve bends upwards, as an index; null where it does not. */
function bend(distances: Float64Array): number | null {
  const stride = Math.max(1, Math.floor(distances.length / SAMPLE));
  const places = Array.from(distances.keys()).filter((i) => i % stride === 0);
  const knee = kneeOf(
    places,
    places.map((i) => distances[i]!),
    'rising',
  );
  return knee === null ? null : places[knee]!;
}

function Curve({ data }: { data: KDistanceData }) {
  const node = useChart(createKDistance, data, {
    onEps: (eps: number, done: boolean) => useRecipe.getState().setParam('eps', eps, done ? 'commit' : 'drag'),
  });
  return <div ref={node} />;
}

/** The distances to the k-th neighbour, k = min_samples, with the line that sets eps. */
export function KDistanceFigure({ recipe }: { recipe: Recipe }) {
  const params = completeParams(algorithmSpec('DBSCAN')!.params, recipe.params);
  const asked = useRecipe((state) => state.recipe.params.eps);
  const eps = typeof asked === 'number' ? asked : (params.eps as number);
  const k = params.min_samples as number;
  const distances = useDistances(recipe, params.metric as string, (params.p as number | null) ?? 2, k);
  const noun = useNoun();
  const knee = useMemo(() => distances && bend(distances), [distances]);
  const within = distances ? distances.filter((distance) => distance <= eps).length : 0;
  const title = `Distance to the neighbour number ${k}`;
  const data = useMemo<KDistanceData | null>(
    () =>
      distances && {
        distances,
        eps,
        knee,
        label: title,
        xTitle: `${noun.many}, the nearest first`,
        yTitle: `distance (${params.metric})`,
      },
    [distances, eps, knee, title, noun, params.metric],
  );
  return (
    <Figure
      title={title}
      subtitle={`min_samples = ${k}, the point itself counted; with eps = ${eps}, ${within} of ${distances?.length ?? '…'} ${noun.many} are core points`}
      summary={
        knee === null || !distances
          ? 'The sorted distances rise without a bend.'
          : `The sorted distances bend at ${Number(distances[knee]!.toPrecision(3))}.`
      }
      empty={distances ? null : 'Measuring distances …'}
    >
      {data && <Curve data={data} />}
    </Figure>
  );
}
