import type { Share } from '../../fit.ts';
import type { DistanceMetric } from '../../numeric/neighbours/index.ts';
import type { Params } from '../../types.ts';
import { metricOf } from './fit.ts';
import { buildGraph, GraphRadius, type NeighbourGraph } from './graph.ts';
import { Walk } from './walk.ts';

/**
 * One neighbour graph for all radii and all numbers of neighbours: built once for the largest eps of a metric, each row's
 * neighbours sorted by the least eps that reaches them.
 */
export const share: Share = (X, all) => {
  const graphs = new Map<DistanceMetric | string, NeighbourGraph | null>();

  function* graphOf(metric: DistanceMetric, params: Params): Generator<null, NeighbourGraph | null, void> {
    // A metric of its own power is made anew each time.
    const key = metric.name === 'minkowski' ? `minkowski ${params.p}` : metric;
    if (!graphs.has(key)) graphs.set(key, yield* buildGraph(X, metric, radiiOf(all, params)));
    return graphs.get(key)!;
  }

  return function* (params) {
    const metric = metricOf(params);
    const graph = yield* graphOf(metric, params);
    const index = graph && GraphRadius.at(graph, params.eps as number);
    return index && { labels: labelsOf(index, params.min_samples as number), attributes: {}, warnings: [] };
  };
};

/** The eps of all params with the same metric, ascending, each once. */
function radiiOf(all: readonly Params[], { metric, p }: Params): Float64Array {
  const alike = all.filter((params) => params.metric === metric && params.p === p);
  return Float64Array.from(new Set(alike.map(({ eps }) => eps as number))).sort();
}

function labelsOf(index: GraphRadius, least: number): Int32Array {
  const walk = new Walk(index, least);
  for (let row = 0; row < index.n; row++) walk.probe(row);
  while (walk.visit() !== null);
  return walk.labels;
}
