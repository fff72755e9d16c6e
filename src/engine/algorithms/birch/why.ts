import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { counted, figure } from '../../spec/words.ts';
import { UNASSIGNED } from '../../types.ts';

/** The nearest subclusters that are told of. */
const MOST = 4;

/** Why a row is where it is: the subclusters nearest to it, and which one took it. */
export function why({ row, X, frame, noun }: WhyQuestion): Why {
  const groups = frame.extra.groups as Int32Array;
  const distances = distancesTo(
    frame.extra.subclusters as Float64Array,
    X.data.subarray(row * X.cols, (row + 1) * X.cols),
  );
  const nearest = Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]! || a - b);
  const figures = nearest.slice(0, MOST).map((j) => ({ cluster: groups[j]!, value: distances[j]! }));
  const caption = 'distance to the nearest subclusters';
  const own = frame.labels[row]!;
  if (own === UNASSIGNED) return { figures, caption, reason: `this ${noun.one} has not arrived yet` };
  const told = (j: number) => {
    const size = counted((frame.extra.sizes as Int32Array)[j]!, noun);
    const radius = figure((frame.extra.radii as Float64Array)[j]!);
    return `subcluster ${j} (${size}, radius ${radius}, at distance ${figure(distances[j]!)})`;
  };
  if (frame.phase === 'assign') {
    const j = (frame.extra.nearest as Int32Array)[row]!;
    return { figures, caption, reason: `nearest: ${told(j)}, which is in cluster ${own}` };
  }
  if (frame.phase === 'group') return { figures, caption, reason: `the subcluster that took it is in cluster ${own}` };
  return { figures, caption, reason: `taken by ${told(own)}` };
}

function distancesTo(centers: Float64Array, point: Float64Array): Float64Array {
  const d = point.length;
  return Float64Array.from({ length: centers.length / d }, (_, j) => {
    let sum = 0;
    for (let f = 0; f < d; f++) sum += (centers[j * d + f]! - point[f]!) ** 2;
    return Math.sqrt(sum);
  });
}
