import { INK, type StageDots } from '../../../charts/stage/overlay-types.ts';
import { setting } from '../../../engine/spec/words.ts';
import type { Frame } from '../../../engine/types.ts';
import { type Places, placePoints } from '../picture/places.ts';
import { discAround, present } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

/** Places of all trails together, and of one of them, at most: older ones say little and cost much. */
const MOST_PLACES = 20_000;
const LONGEST = 60;

interface Seeds {
  readonly bandwidth: number;
  /** 1 where seed i is row i. */
  readonly seeds_are_rows: number;
  /** Where they are not: the seed of each row's cell, -1 for none. */
  readonly seed_of?: Int32Array;
  readonly seeds: Float64Array;
  readonly moving: Uint8Array;
  /** The mode that each seed came to (-1: none), once they are merged. */
  readonly mode?: Int32Array;
}
const seedOf = ({ seeds_are_rows: areRows, seed_of: ofRows }: Seeds, row: number) =>
  areRows === 1 ? row : (ofRows?.[row] ?? -1);
const seedsOf = (frame: Frame) => frame.extra as unknown as Seeds;

/** Where the seeds were in the frames up to this one, oldest first, the present one last. */
function waysSoFar({ scene, frames, index }: OverlayStep): Places[] {
  const now = seedsOf(frames[index]!);
  const count = now.moving.length;
  const length = Math.min(LONGEST, Math.max(2, Math.floor(MOST_PLACES / Math.max(1, count))));
  return frames
    .slice(Math.max(0, index + 1 - length), index + 1)
    .map((frame) => seedsOf(frame).seeds)
    .filter((seeds) => seeds.length === now.seeds.length)
    .map((seeds) => placePoints(scene, seeds, scene.data.X.cols));
}

/** The places of one seed, those left out where it stood still. */
function wayOf(ways: readonly Places[], seed: number): [number, number][] {
  const way: [number, number][] = [];
  for (const { x, y } of ways) {
    const last = way.at(-1);
    if (!last || last[0] !== x[seed] || last[1] !== y[seed]) way.push([x[seed]!, y[seed]!]);
  }
  return way;
}

function trailsOf(ways: readonly Places[], count: number): StageDots['trails'] {
  const x: number[] = [];
  const y: number[] = [];
  const starts = new Int32Array(count + 1);
  for (let seed = 0; seed < count; seed++) {
    for (const [px, py] of wayOf(ways, seed).slice(0, -1)) {
      x.push(px);
      y.push(py);
    }
    starts[seed + 1] = x.length;
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), starts };
}

/** The seed that has the longest way to go: the one to watch. */
function farthest({ frames }: OverlayStep): number {
  const [from, to] = [seedsOf(frames[0]!), seedsOf(frames.at(-1)!)];
  const count = from.moving.length;
  const d = from.seeds.length / count;
  let best = 0;
  let most = -1;
  for (let seed = 0; seed < count; seed++) {
    let squares = 0;
    for (let f = seed * d; f < (seed + 1) * d; f++) squares += (to.seeds[f]! - from.seeds[f]!) ** 2;
    if (squares > most) {
      most = squares;
      best = seed;
    }
  }
  return best;
}

/** Seeds that climb, coloured by the mode they will come to, with the ways they came; the window of one of them; the modes. */
export const meanShift: Overlay = {
  needsPlane: true,
  draw(step) {
    const { scene, frames, frame } = step;
    const { bandwidth, seeds_are_rows: areRows, moving } = seedsOf(frame);
    const count = moving.length;
    const ways = waysSoFar(step);
    const { x, y } = ways.at(-1)!;
    const modes = seedsOf(frames.at(-1)!).mode;
    const slots = Int32Array.from({ length: count }, (_, seed) => {
      const mode = modes?.[seed] ?? INK;
      return mode < 0 ? INK : step.slotOf(mode);
    });
    const watched = areRows === 1 && step.pinned !== null && step.pinned < count ? step.pinned : farthest(step);
    const at = (seed: number): [number, number] => [x[seed]!, y[seed]!];
    const disc = discAround(scene, at(watched), bandwidth, slots[watched]!, 'filled');
    const centers = frame.centers ? placePoints(scene, frame.centers.data, frame.centers.cols) : { x: [], y: [] };
    const reach = Array.from(centers.x, (cx, mode) =>
      discAround(scene, [cx, centers.y[mode]!], bandwidth, step.slotOf(mode), 'dashed'),
    );
    return {
      ...nothing,
      discs: present([...reach.slice(0, 40), disc]),
      dots: [{ x, y, slots, look: 'dot', trails: trailsOf(ways, count) }],
      handle: disc && { disc, name: 'Disc radius', value: bandwidth, text: `bandwidth ${setting(bandwidth)}` },
      knob: disc && { param: 'bandwidth', unit: disc.rx / bandwidth, row: areRows === 1 ? watched : null },
      legend: [
        { mark: 'trail', words: 'a seed and the way it climbed' },
        { mark: 'center', words: 'mode' },
        ...(disc ? [{ mark: 'disc', words: 'bandwidth (drag its rim)' } as const] : []),
      ],
    };
  },

  around(step, row) {
    const seed = seedOf(seedsOf(step.frame), row);
    if (seed < 0) return { disc: null, path: [], rows: [] };
    const path = wayOf(waysSoFar(step), seed);
    const slot = step.slotOf(seedsOf(step.frames.at(-1)!).mode?.[seed] ?? -1);
    const { bandwidth } = seedsOf(step.frame);
    const disc = path.length > 0 ? discAround(step.scene, path.at(-1)!, bandwidth, slot, 'filled') : null;
    return { disc, path: path.length > 1 ? path : [], rows: [] };
  },
};
