import { setting } from '../../../engine/spec/words.ts';
import { UNASSIGNED } from '../../../engine/types.ts';
import { placePoints } from '../picture/places.ts';
import { discAround, present, segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

interface Subclusters {
  readonly threshold: number;
  readonly subclusters: Float64Array;
  readonly radii: Float64Array;
  readonly sizes: Int32Array;
  readonly groups: Int32Array;
  /** The row that has just arrived, and the subcluster that took it. */
  readonly row?: number;
  readonly taker?: number;
  /** Once all rows have arrived: the subcluster nearest to each. */
  readonly nearest?: Int32Array;
}
const subclustersOf = ({ frame }: OverlayStep) => frame.extra as unknown as Subclusters;

/** The subcluster that a row is in; -1 before it arrives, and where the frame does not say. */
function subclusterOf({ frame }: OverlayStep, { nearest }: Subclusters, row: number): number {
  if (nearest) return nearest[row]!;
  return frame.phase === 'group' || frame.labels[row] === UNASSIGNED ? -1 : frame.labels[row]!;
}

/** The one that the eye should be on: that which took the row, else that of the hand's row, else the largest. */
function watchedOf(step: OverlayStep, all: Subclusters): number {
  if (all.taker !== undefined) return all.taker;
  const pinned = step.pinned === null ? -1 : subclusterOf(step, all, step.pinned);
  return pinned >= 0 ? pinned : all.sizes.indexOf(Math.max(...all.sizes));
}

/**
 * The subclusters as discs of their radius, and how wide the one that is watched may get; where a radius is no disc in the
 * picture, their centres with lines from their rows.
 */
export const birch: Overlay = {
  needsPlane: true,
  draw(step) {
    const { scene, x, y, frame } = step;
    const all = subclustersOf(step);
    const { threshold, groups, radii, row } = all;
    const { x: cx, y: cy } = placePoints(scene, all.subclusters, scene.data.X.cols);
    const count = cx.length;
    const watched = count > 0 ? watchedOf(step, all) : -1;
    const slots = Int32Array.from(groups, (group) => step.slotOf(group));
    const disc = (j: number, radius: number, look: 'filled' | 'outline' | 'dashed') =>
      discAround(scene, [cx[j]!, cy[j]!], radius, slots[j]!, look);
    const discs = Array.from({ length: count }, (_, j) => disc(j, radii[j]!, j === watched ? 'filled' : 'outline'));
    const limit = watched < 0 ? null : disc(watched, threshold, 'dashed');
    const isDisc = limit !== null || count === 0;
    const members = isDisc ? [] : Array.from(x.keys()).filter((i) => subclusterOf(step, all, i) >= 0);
    const spokes = segmentsOf(
      members.length,
      'thin',
      (i) => slots[subclusterOf(step, all, members[i]!)]!,
      (i) => {
        const j = subclusterOf(step, all, members[i]!);
        return [x[members[i]!]!, y[members[i]!]!, cx[j]!, cy[j]!];
      },
    );
    const around = row ?? step.pinned ?? (all.nearest ? all.nearest.indexOf(watched) : -1);
    return {
      ...nothing,
      discs: present([...discs, limit]),
      segments: members.length > 0 ? [spokes] : [],
      dots: [{ x: cx, y: cy, slots, look: 'cross', trails: null }],
      rings: [{ rows: row === undefined ? new Int32Array(0) : Int32Array.of(row), look: 'now' }],
      handle: limit && { disc: limit, name: 'Disc radius', value: threshold, text: `threshold ${setting(threshold)}` },
      knob: limit && { param: 'threshold', unit: limit.rx / threshold, row: around >= 0 ? around : null },
      legend: [
        { mark: 'cross-dot', words: 'subcluster' },
        ...(frame.phase !== 'init' && !isDisc
          ? [{ mark: 'thin', words: 'a point and its subcluster' } as const]
          : [
              { mark: 'disc', words: 'its radius' } as const,
              { mark: 'dashed-disc', words: 'the most it may be: threshold (drag its rim)' } as const,
            ]),
        { mark: 'now', words: 'arrives now' },
      ],
    };
  },

  around(step, row) {
    const all = subclustersOf(step);
    const j = subclusterOf(step, all, row);
    if (j < 0) return { disc: null, path: [], rows: [] };
    const d = step.scene.data.X.cols;
    const { x, y } = placePoints(step.scene, all.subclusters.subarray(j * d, (j + 1) * d), d);
    const slot = step.slotOf(all.groups[j]!);
    const disc = discAround(step.scene, [x[0]!, y[0]!], all.radii[j]!, slot, 'filled');
    return {
      disc,
      path: [
        [step.x[row]!, step.y[row]!],
        [x[0]!, y[0]!],
      ],
      rows: [],
    };
  },
};
