import type { Narration, Noun } from '../../spec/algorithm.ts';
import { type Frame, NOISE } from '../../types.ts';

const TITLES: Readonly<Record<string, string>> = { climb: 'climb', merge: 'merge', assign: 'assign' };
const seeds = (many: number): string => `${many} ${many === 1 ? 'seed' : 'seeds'}`;

/** What a step of Mean-Shift did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const title = frame.step === 0 ? 'Start' : `Step ${frame.step} · ${TITLES[frame.phase] ?? frame.phase}`;
  return { title, text: text(frame, previous, noun) };
}

function text(frame: Frame, previous: Frame | null, noun: Noun): string {
  const { extra } = frame;
  const width = short(extra.bandwidth as number);
  const all = (extra.moving as Uint8Array).length;
  const centers = frame.centers?.rows ?? 0;
  switch (frame.phase) {
    case 'init':
      return `${seeds(all)} ${extra.seeds_are_rows === 1 ? `start at the ${noun.many}` : 'start at the cells of a grid'}. Each will climb to the mean of the ${noun.many} within ${width} of it.`;
    case 'climb':
      return climbed(frame, previous, all);
    case 'merge':
      return `${seeds(all)} came to ${centers === 1 ? '1 mode' : `${centers} modes`}; of those within ${width} of each other the one with the most ${noun.many} around it stands.`;
    default:
      return assigned(frame, noun);
  }
}

function climbed(frame: Frame, previous: Frame | null, all: number): string {
  const left = frame.extra.left as number;
  const rest = left === 0 ? 'All have settled.' : `${left} of ${all} still climb.`;
  const moved = previous ? shifts(frame, previous) : null;
  if (!moved || moved.count === 0) return rest;
  return `${seeds(moved.count)} moved, by ${short(moved.mean)} on average. ${rest}`;
}

/** How many seeds moved since the previous frame, and how far on average. */
function shifts(frame: Frame, previous: Frame): { count: number; mean: number } | null {
  const now = frame.extra.seeds as Float64Array;
  const then = previous.extra.seeds as Float64Array | undefined;
  if (then?.length !== now.length) return null;
  const many = (frame.extra.moving as Uint8Array).length;
  const d = now.length / many;
  let count = 0;
  let sum = 0;
  for (let s = 0; s < now.length; s += d) {
    let squares = 0;
    for (let t = s; t < s + d; t++) squares += (now[t]! - then[t]!) ** 2;
    if (squares === 0) continue;
    count++;
    sum += Math.sqrt(squares);
  }
  return { count, mean: count === 0 ? 0 : sum / count };
}

function assigned(frame: Frame, noun: Noun): string {
  const clusters = frame.centers?.rows ?? 0;
  let noise = 0;
  for (const label of frame.labels) if (label === NOISE) noise++;
  const found = clusters === 1 ? '1 cluster' : `${clusters} clusters`;
  const orphans =
    noise > 0 ? ` ${noise} ${noise === 1 ? noun.one : noun.many} beyond the bandwidth of every mode: noise.` : '';
  return `Every ${noun.one} goes to its nearest mode: ${found}.${orphans}`;
}

/** Four significant digits. */
export const short = (value: number): string => String(Number(value.toPrecision(4)));
