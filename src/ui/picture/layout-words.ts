import { projectionSpec } from '../../engine/projections/specs.ts';
import type { Noun } from '../../engine/spec/algorithm.ts';
import { counted, grouped } from '../../engine/spec/words.ts';
import type { LayoutState } from '../../state/layouts.ts';
import type { Projection } from '../../state/view.ts';
import { roughTime } from '../cost-words.ts';

/** How many rows a layout lays out at most unless all are asked for. */
export function layoutRows(projection: Projection): number {
  return (typeof projection === 'string' ? projectionSpec(projection)?.rows : undefined) ?? Number.POSITIVE_INFINITY;
}

/** Seconds: less is over before it is read. */
const WORTH_SAYING = 5;

/** What is said beside a layout: how far it is, what was laid out, and how to read it. */
export function layoutWords(
  { status, share, left, problem, placed }: Pick<LayoutState, 'status' | 'share' | 'left' | 'problem' | 'placed'>,
  title: string,
  rows: number,
  noun: Noun,
): string {
  if (status === 'running') {
    const percent = Math.floor(share * 100);
    if (percent === 0) return `${title} looks for neighbours`;
    const rest = left !== null && left >= WORTH_SAYING ? `, ${roughTime(left)} left` : '';
    return `${title} settles: ${percent} %${rest}`;
  }
  if (status === 'failed') return `${title} did not come about: ${problem}.`;
  if (status === 'cancelled') return `Stopped at ${Math.floor(share * 100)} %.`;
  if (status === 'none') return '';
  if (status === 'held') return 'Not started.';
  const sampled = placed?.sample?.length;
  const what = sampled
    ? `${grouped(sampled)} of ${counted(rows, noun)} laid out, the others placed between the nearest of these.`
    : `All ${counted(rows, noun)} laid out.`;
  return `${what} Neighbours count; distances across the picture say little.`;
}
