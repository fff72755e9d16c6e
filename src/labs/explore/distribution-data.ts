import type { BoxLine, BoxStripData } from '../../charts/explore/box-strip.ts';
import type { HistogramData } from '../../charts/explore/histogram.ts';
import type { GroupLook } from '../../charts/explore/types.ts';
import type { Legend } from '../../charts/figure/types.ts';
import type { Distribution, DistributionsAnswer } from '../../engine/explore/types.ts';
import { largestGroups } from './grouping.ts';
import type { Explored } from './useExplore.ts';

/** The histogram of one column, by the groups that there is room for; the rows of the others stay in it, grey. */
export function histogramData(
  { summary, grouping, noun }: Explored,
  { groupSizes }: DistributionsAnswer,
  distribution: Distribution,
): HistogramData {
  const { counts, groupCounts } = distribution;
  const places = largestGroups(groupSizes);
  const bins = counts.length;
  const kept = new Int32Array(places.length * bins);
  for (const [to, from] of places.entries()) kept.set(groupCounts.subarray(from * bins, (from + 1) * bins), to * bins);
  return {
    label: summary.featureNames[distribution.column]!,
    edges: distribution.edges,
    counts,
    groupCounts: kept,
    grid: distribution.grid,
    density: distribution.density,
    groupDensity: places.map((group) => distribution.groupDensity[group] ?? null),
    groups: places.map((group) => grouping.looks[group]!),
    groupSizes: places.map((group) => groupSizes[group]!),
    rows: noun,
  };
}

const ALL = 'var(--cs-text-muted)';

/** A box for each group, and one for all rows. */
export function boxData(
  { summary, grouping, noun, selection }: Explored,
  { groupSizes }: DistributionsAnswer,
  distribution: Distribution,
): BoxStripData {
  const { box, groupBoxes, sampleRows, sampleValues, sampleGroups, grid } = distribution;
  const members = (group: number) => Array.from(sampleRows.keys()).filter((at) => sampleGroups[at] === group);
  const line = (look: GroupLook, own: typeof box, places: readonly number[]): BoxLine => ({
    ...look,
    box: own,
    rows: places.map((at) => sampleRows[at]!),
    values: places.map((at) => sampleValues[at]!),
  });
  const groups = largestGroups(groupSizes);
  const whole = line({ name: groups.length > 0 ? 'all' : noun.many, color: ALL }, box, members(-1));
  return {
    label: summary.featureNames[distribution.column]!,
    lines: [...groups.map((group) => line(grouping.looks[group]!, groupBoxes[group]!, members(group))), whole],
    domain: [grid[0] ?? 0, grid.at(-1) ?? 1],
    words: noun,
    selection,
  };
}

/** What the colours and the lines of a histogram stand for. */
export function legendOf({ grouping, noun }: Explored, groups: readonly GroupLook[], hasCurve: boolean): Legend {
  return {
    swatches: [
      ...groups.map(({ name, color }) => ({ label: name, color, shape: 'square' as const })),
      ...(groups.length < grouping.looks.length || groups.length === 0
        ? [{ label: groups.length > 0 ? 'others' : noun.many, color: ALL, shape: 'square' as const }]
        : []),
      ...(hasCurve ? [{ label: 'density of all', color: 'var(--cs-text)', shape: 'dash' as const }] : []),
    ],
  };
}
