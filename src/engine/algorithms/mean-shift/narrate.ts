import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, figure, setting } from '../../spec/words.ts';
import { type Frame, NOISE } from '../../types.ts';

const SEED = { one: 'seed', many: 'seeds' };
const MODE = { one: 'mode', many: 'modes' };

/** What a step of Mean-Shift did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  return { title: `Step ${frame.step} · ${frame.phase}`, text: texts[frame.phase]?.(frame, previous, noun) ?? '' };
}

const texts: Readonly<Record<string, (frame: Frame, previous: Frame | null, noun: Noun) => string>> = {
  init: (frame, _previous, noun) =>
    `${seedsOf(frame)}, ${frame.extra.seeds_are_rows === 1 ? `one at each ${noun.one}` : 'one for each cell of a grid'}. Each climbs to the mean of the ${noun.many} within ${width(frame)} of it, until it hardly moves.`,
  climb: climbed,
  merge: (frame, _previous, noun) =>
    `${seedsOf(frame)} came to ${counted(frame.centers?.rows ?? 0, MODE)}: of those within ${width(frame)} of each other the one with the most ${noun.many} around it stands.`,
  assign: assigned,
};

const seedsOf = ({ extra }: Frame): string => counted((extra.moving as Uint8Array).length, SEED);
const width = ({ extra }: Frame): string => setting(extra.bandwidth as number);

function climbed(frame: Frame, previous: Frame | null): string {
  const left = frame.extra.left as number;
  const all = (frame.extra.moving as Uint8Array).length;
  const rest = left === 0 ? 'All have settled.' : `${left} of ${all} still climb.`;
  const moved = previous && shifts(frame, previous);
  if (!moved || moved.count === 0) return rest;
  return `${counted(moved.count, SEED)} moved, by ${figure(moved.mean)} on average. ${rest}`;
}

/** How many seeds moved since the previous frame, and how far on average. */
function shifts(frame: Frame, previous: Frame): { count: number; mean: number } | null {
  const now = frame.extra.seeds as Float64Array;
  const then = previous.extra.seeds as Float64Array;
  if (then.length !== now.length) return null;
  const d = now.length / (frame.extra.moving as Uint8Array).length;
  let count = 0;
  let sum = 0;
  for (let seed = 0; seed * d < now.length; seed++) {
    const shift = distance(now, then, seed * d, d);
    if (shift === 0) continue;
    count++;
    sum += shift;
  }
  return { count, mean: count === 0 ? 0 : sum / count };
}

/** Between the points that start at the same place of two arrays. */
export function distance(a: Float64Array, b: Float64Array, at: number, d: number): number {
  let squares = 0;
  for (let t = at; t < at + d; t++) squares += (a[t]! - b[t]!) ** 2;
  return Math.sqrt(squares);
}

function assigned(frame: Frame, _previous: Frame | null, noun: Noun): string {
  const clusters = counted(frame.centers?.rows ?? 0, { one: 'cluster', many: 'clusters' });
  const noise = frame.labels.reduce((sum, label) => sum + (label === NOISE ? 1 : 0), 0);
  const orphans = noise > 0 ? ` ${counted(noise, noun)} beyond ${width(frame)} of every mode: noise.` : '';
  return `Each ${noun.one} goes to its nearest mode: ${clusters}.${orphans}`;
}
