import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { counted, figure, setting } from '../../spec/words.ts';
import { type Frame, type Matrix, NOISE } from '../../types.ts';
import { distance } from './narrate.ts';

const STEP = { one: 'step', many: 'steps' };
/** So many of the nearest modes are shown. */
const SHOWN = 8;

/** Why a row is in its cluster: the distance to each mode; and the way that its seed climbed: its own, or that of its cell. */
export function why({ row, X, frame, frames, noun }: WhyQuestion): Why {
  const modes = frame.centers ? distances(X.data, row * X.cols, frame.centers) : [];
  const figures = modes
    .map((value, cluster) => ({ cluster, value }))
    .sort((a, b) => a.value - b.value || a.cluster - b.cluster)
    .slice(0, SHOWN);
  const path = pathOf(row, X.cols, frame, frames, noun.many);
  const parts = [path, frame.phase === 'assign' ? verdict(row, modes, frame, noun.one) : null];
  return {
    figures,
    caption: 'distance to each mode',
    reason: parts.filter((part) => part !== null).join('; '),
  };
}

function distances(data: Float64Array, at: number, centers: Matrix): number[] {
  return Array.from({ length: centers.rows }, (_, c) => {
    let squares = 0;
    for (let t = 0; t < centers.cols; t++) squares += (data[at + t]! - centers.data[c * centers.cols + t]!) ** 2;
    return Math.sqrt(squares);
  });
}

/** The seed that starts where the row is, or from its cell of the grid; -1: the cell has too few rows for one. */
function seedOf(row: number, { extra }: Frame): number {
  return extra.seeds_are_rows === 1 ? row : ((extra.seed_of as Int32Array | undefined)?.[row] ?? -1);
}

/** "its seed climbed 2.31 in 7 steps to mode 0", up to this frame. */
function pathOf(row: number, d: number, frame: Frame, frames: readonly Frame[], many: string): string {
  const { extra } = frame;
  const seed = seedOf(row, frame);
  if (seed < 0) return `its cell holds too few ${many} for a seed (min_bin_freq)`;
  const name = extra.seeds_are_rows === 1 ? 'its seed' : 'the seed of its cell';
  let length = 0;
  let last = 0;
  const passed = frames.filter(({ step }) => step <= frame.step);
  passed.slice(1).forEach((next, f) => {
    const shift = distance(next.extra.seeds as Float64Array, passed[f]!.extra.seeds as Float64Array, seed * d, d);
    length += shift;
    if (shift > 0) last = next.step;
  });
  const mode = (extra.mode as Int32Array | undefined)?.[seed] ?? -1;
  if (last === 0) return mode < 0 ? `${name} has not moved` : `${name} has not moved: it is at mode ${mode}`;
  const way = `${name} climbed ${figure(length)} in ${counted(last, STEP)}`;
  if ((extra.moving as Uint8Array)[seed] === 1) return `${way} and still climbs`;
  return mode < 0 ? way : `${way} to mode ${mode}`;
}

function verdict(row: number, modes: readonly number[], frame: Frame, one: string): string {
  const label = frame.labels[row]!;
  if (label !== NOISE)
    return `nearest mode: ${label} (${figure(modes[label]!)} away), so the ${one} is in cluster ${label}`;
  const width = setting(frame.extra.bandwidth as number);
  return `noise: every mode is farther than the bandwidth ${width} (the nearest ${figure(Math.min(...modes))})`;
}
