import { columnOf } from '../pixels.ts';
import type { Table } from '../types.ts';
import { boxOf } from './box.ts';
import { sortedColumn } from './column.ts';
import { density } from './density.ts';
import { type Grouped, groupsOf } from './groups.ts';
import { binEdges, binOf } from './histogram.ts';
import { sampleRows } from './sample.ts';
import type { Distribution, DistributionsAnswer, Groups } from './types.ts';

/** Places of a density curve. */
const GRID = 161;
/** So many rows of a strip can be told apart. */
const STRIP = 320;

/** Histogram, density curves, boxes and a strip of each column, of all rows and of each group. Yields after each curve. */
export function* distributionSteps(
  table: Table,
  columns: readonly number[],
  groups: Groups,
): Generator<null, DistributionsAnswer, void> {
  const grouped = groupsOf(table, groups);
  const answer: Distribution[] = [];
  for (const column of columns) answer.push(yield* distribution(table, column, grouped));
  return { kind: 'distributions', columns: answer, groupSizes: grouped.sizes };
}

function* distribution(table: Table, column: number, grouped: Grouped): Generator<null, Distribution, void> {
  const { X } = table;
  const sorted = sortedColumn(X, column);
  const values = columnOf(X, column);
  yield null;
  const edges = binEdges(sorted);
  const parts = partsOf(values, grouped);
  const grid = gridOver(sorted);
  const curve = density(sorted, grid);
  yield null;
  const groupDensity: (Float64Array | null)[] = [];
  for (const part of parts) {
    groupDensity.push(density(part, grid));
    yield null;
  }
  return {
    column,
    edges,
    ...counted(values, edges, grouped),
    grid,
    density: curve,
    groupDensity,
    box: boxOf(sorted),
    groupBoxes: parts.map((part) => boxOf(part.sort())),
    ...strip(values, grouped),
  };
}

/** The values of each group. */
function partsOf(values: Float64Array, { labels, sizes }: Grouped): Float64Array[] {
  const parts = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < values.length; i++) {
    const part = parts[labels[i]!];
    if (part && Number.isFinite(values[i])) part[filled[labels[i]!]!++] = values[i]!;
  }
  return parts.map((part, g) => part.subarray(0, filled[g]));
}

function counted(values: Float64Array, edges: Float64Array, { labels, count }: Grouped) {
  const bins = Math.max(0, edges.length - 1);
  const counts = new Int32Array(bins);
  const groupCounts = new Int32Array(bins * count);
  for (let i = 0; bins > 0 && i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const bin = binOf(values[i]!, edges);
    counts[bin]!++;
    const label = labels[i]!;
    if (label >= 0 && label < count) groupCounts[label * bins + bin]!++;
  }
  return { counts, groupCounts };
}

/** A little beyond the values on both sides, where the curves come down. */
function gridOver(sorted: Float64Array): Float64Array {
  const n = sorted.length;
  if (n === 0) return new Float64Array(0);
  const margin = 0.08 * (sorted[n - 1]! - sorted[0]!) || 1;
  const low = sorted[0]! - margin;
  const step = (sorted[n - 1]! + margin - low) / (GRID - 1);
  return Float64Array.from({ length: GRID }, (_, i) => low + i * step);
}

/** Every group has its share of the strip, and at least a few rows of it. */
function strip(values: Float64Array, { labels, count, sizes }: Grouped) {
  const n = values.length;
  const rows: number[] = [];
  const all = Array.from({ length: Math.max(1, count) }, (): number[] => []);
  for (let i = 0; i < n; i++) {
    if (Number.isFinite(values[i])) all[count === 0 ? 0 : labels[i]!]?.push(i);
  }
  for (const [g, members] of all.entries()) {
    const share = count === 0 ? STRIP : Math.max(24, Math.round((STRIP * sizes[g]!) / n));
    rows.push(...sampleRows(Int32Array.from(members), share));
  }
  return {
    sampleRows: Int32Array.from(rows),
    sampleValues: Float64Array.from(rows, (row) => values[row]!),
    sampleGroups: Int32Array.from(rows, (row) => (count === 0 ? -1 : labels[row]!)),
  };
}
