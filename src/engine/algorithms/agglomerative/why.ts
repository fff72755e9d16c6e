import type { Noun, Why, WhyQuestion } from '../../spec/algorithm.ts';
import { counted, figure, listed } from '../../spec/words.ts';
import { UNASSIGNED } from '../../types.ts';
import { layoutOf, rowsUnder } from './tree.ts';

/** Merges told of at most; earlier ones are summed up. */
const MOST = 4;

/** One merge on a row's way to the root. */
interface Joining {
  readonly height: number;
  /** The rows that it came together with. */
  readonly others: Int32Array;
}

/** Why a row is where it is: the heights at which it came together with others, and with whom it would next. */
export function why({ row, frame, frames, noun }: WhyQuestion): Why {
  const start = frames[0] ?? frame;
  const children = start.extra.children as Int32Array;
  const heights = start.extra.heights as Float64Array;
  const made = frame.extra.merges as number;
  const joinings = wayUp(row, children, heights);
  const done = joinings.filter(({ merge }) => merge < made);
  const next = joinings[done.length];
  const own = frame.labels[row]!;
  const figures = done.slice(-MOST).map(({ height }) => ({ cluster: own, value: height }));
  if (next) {
    for (const cluster of clustersOf(next.others, frame.labels).slice(0, MOST)) {
      figures.push({ cluster, value: next.height });
    }
  }
  const reason = [pastOf(done, noun), nextOf(next, frame.labels, noun)].filter((part) => part !== '').join('; ');
  return { figures, caption: 'heights at which it joined, and would join next', reason };
}

function wayUp(row: number, children: Int32Array, heights: Float64Array): (Joining & { merge: number })[] {
  const n = heights.length + 1;
  const layout = layoutOf({ n, children });
  const way: (Joining & { merge: number })[] = [];
  for (let m = 0, node = row; m < n - 1; m++) {
    const [first, second] = [children[2 * m]!, children[2 * m + 1]!];
    if (first !== node && second !== node) continue;
    way.push({ merge: m, height: heights[m]!, others: rowsUnder(layout, first === node ? second : first) });
    node = n + m;
  }
  return way;
}

function pastOf(done: readonly Joining[], noun: Noun): string {
  const last = done[done.length - 1];
  if (!last) return `no merge has reached this ${noun.one} yet`;
  const first = done[0]!;
  const joined = ({ height, others }: Joining) => `${counted(others.length, noun)} at ${figure(height)}`;
  if (done.length === 1) return `joined ${joined(first)}`;
  const between = done.length > 2 ? `, then ${counted(done.length - 2, { one: 'other', many: 'others' })}` : '';
  return `joined ${joined(first)} first${between}, last ${joined(last)}`;
}

function nextOf(next: Joining | undefined, labels: Int32Array, noun: Noun): string {
  if (!next) return 'there is nothing left to join';
  const clusters = clustersOf(next.others, labels);
  const count = counted(next.others.length, noun);
  const whom =
    clusters.length === 0
      ? count
      : clusters.length > MOST
        ? `${clusters.length} clusters of ${count}`
        : `cluster${clusters.length > 1 ? 's' : ''} ${listed(clusters)} (${count})`;
  return `would next join ${whom} at ${figure(next.height)}`;
}

/** The clusters that rows are in, ascending; rows that no merge has reached are in none. */
function clustersOf(rows: Int32Array, labels: Int32Array): number[] {
  const found = new Set(Array.from(rows, (row) => labels[row]!));
  found.delete(UNASSIGNED);
  return [...found].sort((a, b) => a - b);
}
