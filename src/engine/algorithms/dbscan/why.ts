import { distanceMetric } from '../../numeric/neighbours/metric.ts';
import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { type Frame, type Matrix, NOISE } from '../../types.ts';
import { neighbourhood } from './narrate.ts';
import { CORE, METRICS, UNVISITED } from './states.ts';

/** Why a row is core, border or noise: its neighbours within eps, by cluster, counted afresh. */
export function why({ row, X, frame, frames, noun }: WhyQuestion): Why {
  const near = around(X, row, frame);
  const isCore = coreness(X, frame, frames.at(-1) ?? frame);
  const figures = byCluster(near.rows, frame.labels);
  const from = reachedFrom(row, near, frame, isCore);
  return {
    figures,
    caption: 'neighbours within eps, by cluster',
    reason: reason(row, near, frame, isCore, noun.one, from),
    links: near.rows.map((other) => ({ row: other, strong: other === from })),
  };
}

interface Near {
  /** Nearest first, the row itself left out. */
  readonly rows: readonly number[];
  /** Neighbours as min_samples counts them: the row itself is one. */
  readonly count: number;
}

/** The metric of the frame's run, and the rows as it measures them. */
function measure(X: Matrix, frame: Frame) {
  const { eps, metric: name, p } = frame.extra as Record<string, number>;
  const metric = distanceMetric(METRICS[name!]!, p);
  const points = metric.transform ? metric.transform(X.data, X.cols) : X.data;
  const most = metric.reduce(eps!);
  return {
    most,
    reduced: (a: number, b: number) => metric.reduced(points, a * X.cols, points, b * X.cols, X.cols, most),
  };
}

function around(X: Matrix, row: number, frame: Frame): Near {
  const { most, reduced } = measure(X, frame);
  const found: { other: number; distance: number }[] = [];
  for (let other = 0; other < X.rows; other++) {
    const distance = reduced(row, other);
    if (distance <= most) found.push({ other, distance });
  }
  found.sort((a, b) => a.distance - b.distance || a.other - b.other);
  return { rows: found.map(({ other }) => other).filter((other) => other !== row), count: found.length };
}

/** Which rows are core: the last frame knows once all are visited; before that they are counted. */
function coreness(X: Matrix, frame: Frame, last: Frame): (row: number) => boolean {
  if (last.phase === 'done') return (row) => (last.extra.state as Uint8Array)[row] === CORE;
  const { most, reduced } = measure(X, frame);
  const least = frame.extra.min_samples as number;
  return (row) => {
    let found = 0;
    for (let other = 0; other < X.rows && found < least; other++) if (reduced(row, other) <= most) found++;
    return found >= least;
  };
}

function byCluster(rows: readonly number[], labels: Int32Array): Why['figures'] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(labels[row]!, (counts.get(labels[row]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([cluster, value]) => ({ cluster, value }));
}

/** The nearest core row of its own cluster that a border row was reached from; undefined for any other row. */
function reachedFrom(row: number, near: Near, frame: Frame, isCore: (row: number) => boolean): number | undefined {
  const label = frame.labels[row]!;
  if (label < 0 || near.count >= (frame.extra.min_samples as number)) return undefined;
  return near.rows.find((other) => isCore(other) && frame.labels[other] === label);
}

function reason(
  row: number,
  near: Near,
  frame: Frame,
  isCore: (row: number) => boolean,
  one: string,
  from: number | undefined,
): string {
  const { min_samples: least } = frame.extra as Record<string, number>;
  const label = frame.labels[row]!;
  const visited = (frame.extra.state as Uint8Array)[row] !== UNVISITED;
  const have = neighbourhood(near.count, least!);
  if (near.count >= least!) {
    const where = visited ? `so it is in cluster ${label}` : 'not visited yet';
    return `core: ${have}, ${where}`;
  }
  if (label >= 0) {
    return `border: only ${have}, reached from core ${one} ${from}, so in cluster ${label}`;
  }
  const reach = near.rows.find(isCore);
  if (reach === undefined) {
    const verdict = label === NOISE ? 'noise' : 'not visited yet';
    return `${verdict}: only ${have}, and none of them is core`;
  }
  const verdict = label === NOISE ? 'noise so far' : 'not visited yet';
  return `${verdict}: only ${have}; core ${one} ${reach} has not reached it yet`;
}
