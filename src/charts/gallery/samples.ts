// Small made-up data for the gallery and the browser tests: blobs, a few steps of Lloyd's method, and silhouettes.

/** A seeded source of numbers in [0, 1) (a linear congruential generator: good enough for pictures). */
export function source(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Sample {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The blob each point came from. */
  readonly classes: Int32Array;
}

/** n points in blobs around given centres, spread as given. */
export function blobs(n: number, centers: readonly (readonly [number, number, number])[], seed: number): Sample {
  const random = source(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const c = Math.floor((i * centers.length) / n);
    const [cx, cy, spread] = centers[c]!;
    x[i] = Math.round((cx + normal() * spread) * 50) / 50;
    y[i] = Math.round((cy + normal() * spread * 0.6) * 50) / 50;
    classes[i] = c;
  }
  return { x, y, classes };
}

/** Something like the iris petals: one group apart, two that touch. */
export function petals(): Sample {
  return blobs(
    150,
    [
      [1.46, 0.25, 0.17],
      [4.26, 1.33, 0.47],
      [5.55, 2.03, 0.55],
    ],
    7,
  );
}

export interface Step {
  readonly labels: Int32Array;
  readonly changed: Int32Array;
  readonly centers: readonly (readonly [number, number])[];
  readonly inertia: number | null;
}

function nearest(x: number, y: number, centers: readonly (readonly [number, number])[]): number {
  let best = 0;
  for (let c = 1; c < centers.length; c++) {
    const [ax, ay] = centers[c]!;
    const [bx, by] = centers[best]!;
    if ((ax - x) ** 2 + (ay - y) ** 2 < (bx - x) ** 2 + (by - y) ** 2) best = c;
  }
  return best;
}

/** Assign and update, step by step, until nothing changes. The first step has labels of -2. */
export function lloyd({ x, y }: Sample, start: readonly (readonly [number, number])[]): Step[] {
  const n = x.length;
  let centers = start.map(([a, b]) => [a, b] as [number, number]);
  let labels: Int32Array = new Int32Array(n).fill(-2);
  const steps: Step[] = [{ labels, changed: new Int32Array(0), centers, inertia: null }];
  for (let round = 0; round < 20; round++) {
    const before = labels;
    labels = Int32Array.from(x, (v, i) => nearest(v, y[i]!, centers));
    const changed = labels.map((_, i) => i).filter((i) => labels[i] !== before[i]);
    if (changed.length === 0) break;
    let inertia = 0;
    const sums = centers.map(() => [0, 0, 0] as [number, number, number]);
    for (let i = 0; i < n; i++) {
      const [cx, cy] = centers[labels[i]!]!;
      inertia += (x[i]! - cx) ** 2 + (y[i]! - cy) ** 2;
      const sum = sums[labels[i]!]!;
      sum[0] += x[i]!;
      sum[1] += y[i]!;
      sum[2]++;
    }
    steps.push({ labels, changed, centers, inertia });
    centers = sums.map(([sx, sy, count], c) => (count ? [sx / count, sy / count] : centers[c]!));
    steps.push({ labels, changed: new Int32Array(0), centers, inertia });
  }
  return steps;
}

/** A cheap silhouette: by the distances to the own and to the nearest other centre. */
export function silhouettes({ x, y }: Sample, { labels, centers }: Step): Float64Array {
  return Float64Array.from(x, (v, i) => {
    const distances = centers.map(([cx, cy]) => Math.hypot(v - cx, y[i]! - cy));
    const own = distances[labels[i]!] ?? 0;
    const other = Math.min(...distances.filter((_, c) => c !== labels[i]));
    return Number.isFinite(other) ? (other - own * 1.1) / Math.max(other, own) : 0;
  });
}

type Point = readonly [number, number];

/** The part of a rectangle nearer to one centre than to any other: cut by one bisector after another. */
export function cell(centers: readonly Point[], c: number, [x0, y0, x1, y1]: readonly number[]): Point[] {
  let polygon: Point[] = [
    [x0!, y0!],
    [x1!, y0!],
    [x1!, y1!],
    [x0!, y1!],
  ];
  const [ax, ay] = centers[c]!;
  centers.forEach(([bx, by], other) => {
    if (other === c) return;
    const side = ([px, py]: Point) => (px - (ax + bx) / 2) * (bx - ax) + (py - (ay + by) / 2) * (by - ay);
    const kept: Point[] = [];
    polygon.forEach((p, i) => {
      const q = polygon[(i + 1) % polygon.length]!;
      const [sp, sq] = [side(p), side(q)];
      if (sp <= 0) kept.push(p);
      if (sp * sq < 0) kept.push([p[0] + ((q[0] - p[0]) * sp) / (sp - sq), p[1] + ((q[1] - p[1]) * sp) / (sp - sq)]);
    });
    polygon = kept;
  });
  return polygon;
}

/** A merge tree by single linkage of the points (Prim's walk, then by height), as scikit-learn numbers its nodes. */
export function mergeTree({ x, y }: Sample): { children: Int32Array; heights: Float64Array } {
  const n = x.length;
  const nearestTo = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n);
  const edges: { a: number; b: number; height: number }[] = [];
  for (let at = 0, done = new Set([0]); edges.length < n - 1; ) {
    let next = -1;
    for (let i = 0; i < n; i++) {
      if (done.has(i)) continue;
      const distance = Math.hypot(x[i]! - x[at]!, y[i]! - y[at]!);
      if (distance < nearestTo[i]!) {
        nearestTo[i] = distance;
        from[i] = at;
      }
      if (next < 0 || nearestTo[i]! < nearestTo[next]!) next = i;
    }
    edges.push({ a: from[next]!, b: next, height: nearestTo[next]! });
    at = next;
    done = done.add(next);
  }
  edges.sort((p, q) => p.height - q.height);
  const parents = Array.from({ length: 2 * n - 1 }, (_, node) => node);
  const rootOf = (node: number): number => (parents[node] === node ? node : rootOf(parents[node]!));
  const children = edges.flatMap(({ a, b }, m) => {
    const pair = [rootOf(a), rootOf(b)];
    for (const node of pair) parents[node] = n + m;
    return pair;
  });
  return { children: Int32Array.from(children), heights: Float64Array.from(edges, ({ height }) => height) };
}

/** Labels of a cut into k clusters, by the order of the rows. */
export function cutTree({ children, heights }: ReturnType<typeof mergeTree>, k: number): Int32Array {
  const n = heights.length + 1;
  const parents = Array.from({ length: 2 * n - 1 }, (_, node) => node);
  for (let m = 0; m < n - k; m++) for (const side of [0, 1]) parents[children[2 * m + side]!] = n + m;
  const rootOf = (node: number): number => (parents[node] === node ? node : rootOf(parents[node]!));
  const roots = new Map<number, number>();
  return Int32Array.from({ length: n }, (_, row) => {
    const root = rootOf(row);
    if (!roots.has(root)) roots.set(root, roots.size);
    return roots.get(root)!;
  });
}
