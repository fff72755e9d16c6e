import type { Box, Distribution, DistributionsAnswer } from '../../engine/explore/types.ts';
import { counted, grouped, listed } from '../../engine/spec/words.ts';
import { largestGroups } from './grouping.ts';
import type { Explored } from './useExplore.ts';
import { tableFigure } from './words.ts';

/** Why there is nothing to draw of a column, or null. */
export function emptyWords({ box }: Distribution): string | null {
  return box ? null : 'Nothing to draw: every value of this column is missing.';
}

/** What stands below the title: bins, and what could not be drawn. */
export function groupWords(
  { grouping }: Explored,
  { groupSizes }: DistributionsAnswer,
  { edges, density, groupDensity, box }: Distribution,
): string {
  if (!box) return '';
  if (!density) return box.count < 2 ? 'a single value, so no density' : 'one distinct value, so no density';
  const bins = `${edges.length - 1} bins, densities by Scott’s rule`;
  const places = largestGroups(groupSizes);
  const without = places.filter((group) => groupSizes[group]! > 0 && !groupDensity[group]);
  const names = listed(without.slice(0, 3).map((group) => grouping.looks[group]!.name));
  const missing = without.length > 0 ? `; no density of ${names}${without.length > 3 ? ' and others' : ''}` : '';
  const most = places.length < groupSizes.length ? `; the ${places.length} largest of ${groupSizes.length} groups` : '';
  return bins + missing + most;
}

const boxWords = (name: string, box: Box | null) =>
  box
    ? `${name}: ${grouped(box.count)} values, median ${tableFigure(box.median)}, quartiles ${tableFigure(box.q1)} and ${tableFigure(box.q3)}, whiskers from ${tableFigure(box.low)} to ${tableFigure(box.high)}, ${box.outliers === 0 ? 'none' : grouped(box.outliers)} outside.`
    : `${name}: no values.`;

/** A column in sentences, for readers who do not see its charts. */
export function distributionWords({ summary, grouping, noun }: Explored, distribution: Distribution): string[] {
  const name = summary.featureNames[distribution.column]!;
  const whole = `${name} of ${counted(summary.rows, noun)}.`;
  const groups = distribution.groupBoxes
    .slice(0, 12)
    .map((box, group) => boxWords(grouping.looks[group]?.name ?? '', box));
  return [whole, boxWords('All', distribution.box), ...groups];
}
