import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { figure } from '../../spec/words.ts';
import { type Frame, UNASSIGNED } from '../../types.ts';

/** Why a row is where it is: its distance to each centre in the embedding, or how far it lies along each turned axis. */
export function why({ row, frame, noun }: WhyQuestion): Why {
  const { embedding_centers, rotation } = frame.extra;
  if (embedding_centers) return byCenters(row, frame, noun.one);
  if (rotation) return byAxes(row, frame, noun.one);
  const reason = frame.phase === 'graph' ? ties(row, frame, noun.one) : placed(row, frame);
  return { figures: [], caption: '', reason };
}

function byCenters(row: number, { extra, labels }: Frame, one: string): Why {
  const d = extra.components as number;
  const centers = extra.embedding_centers as Float64Array;
  const place = (extra.embedding as Float64Array).subarray(row * d, (row + 1) * d);
  const distances = Array.from({ length: centers.length / d }, (_, j) => {
    let sum = 0;
    for (let f = 0; f < d; f++) sum += (place[f]! - centers[j * d + f]!) ** 2;
    return Math.sqrt(sum);
  });
  const own = labels[row]!;
  const nearest = distances.indexOf(Math.min(...distances));
  return {
    figures: distances.map((value, cluster) => ({ cluster, value })),
    caption: 'distance to each centre, in the embedding',
    reason:
      own === UNASSIGNED
        ? `nearest centre in the embedding: ${nearest}; no ${one} has been assigned yet`
        : own === nearest || distances[own]! - distances[nearest]! <= 1e-9 * distances[own]!
          ? `nearest centre in the embedding: ${own}, so cluster ${own}`
          : `still in cluster ${own}, but centre ${nearest} is nearer since the centres moved`,
  };
}

/** The cosines of the row's direction with the axes that were turned; `rotation` was made for directions as discretize has them. */
function byAxes(row: number, { labels }: Frame, one: string): Why {
  const own = labels[row]!;
  return {
    figures: [],
    caption: '',
    reason: `of all axes, as they are turned now, axis ${own} is the one that this ${one} lies farthest along, so cluster ${own}`,
  };
}

function placed(row: number, frame: Frame): string {
  const { components, embedding } = frame.extra;
  const d = components as number;
  const place = Array.from((embedding as Float64Array).subarray(row * d, (row + 1) * d), figure);
  const where = `its place in the embedding is (${place.slice(0, 6).join(', ')}${d > 6 ? ', …' : ''})`;
  const own = frame.labels[row]!;
  return own === UNASSIGNED ? where : `${where}, farthest along axis ${own} after the turn, so cluster ${own}`;
}

function ties(row: number, { extra }: Frame, one: string): string {
  const edges = extra.edges as Int32Array;
  const drawn: { other: number; weight: number }[] = [];
  (extra.weights as Float64Array).forEach((weight, at) => {
    const [a, b] = [edges[2 * at]!, edges[2 * at + 1]!];
    if (a === row || b === row) drawn.push({ other: a === row ? b : a, weight });
  });
  if (drawn.length === 0) return 'it is tied to none';
  drawn.sort((a, b) => b.weight - a.weight || a.other - b.other);
  const best = drawn.slice(0, 4).map(({ other, weight }) => `${other} (${figure(weight)})`);
  const all = figure((extra.degrees as Float64Array)[row]!);
  return `tied most strongly to ${one} ${best.join(', ')}; all its ties together: ${all}`;
}
