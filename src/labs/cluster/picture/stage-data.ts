import type { StageData, StageRegion } from '../../../charts/stage/types.ts';
import type { AlgorithmSpec, Noun, Why } from '../../../engine/spec/algorithm.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../../engine/types.ts';
import type { ColorBy, ShapeBy } from '../../../state/view.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { lastCall } from '../../../ui/picture/last-call.ts';
import { axisTitles, type Scene, viewPoints } from '../../../ui/picture/view.ts';
import type { Knob, LegendItem, Overlay, OverlayPicture, OverlayStep } from '../overlays/overlay.ts';
import { type Place, placeCenters } from './centers.ts';
import { regionWords } from './region-words.ts';
import { labelRegions, voronoiRegions } from './regions.ts';
import { spokesOf } from './spokes.ts';
import { centerTrails } from './trails.ts';

/** All that the picture of one step depends on. */
export interface Picture {
  readonly scene: Scene;
  /** Equal as long as the axes show the same numbers. */
  readonly axesKey: string;
  /** Empty before the first run has ended. */
  readonly frames: readonly Frame[];
  readonly index: number;
  /** Of the run that the frames are of; null without frames. */
  readonly spec: AlgorithmSpec | null;
  readonly overlay: Overlay | null;
  readonly colors: Int32Array;
  readonly colorBy: ColorBy;
  readonly shapeBy: ShapeBy;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  /** The row that the overlay's disc stays with. */
  readonly pinned: number | null;
  readonly why: Why | null;
  readonly noun: Noun;
  readonly palette: readonly string[];
  readonly tool: 'pan' | 'lasso';
  readonly animate: boolean;
}

/** The stage's data, and what the page needs to know of the overlay in it. */
export interface Assembled {
  readonly stage: StageData;
  readonly legend: readonly LegendItem[];
  readonly knob: Knob | null;
}

const none = new Int32Array(0);

function summary({ scene, noun, frames, index }: Picture, titles: readonly [string, string]): string {
  const { rows } = scene.data.table.X;
  const frame = frames[index];
  const found = new Set(frame?.labels);
  const k = frame?.centers?.rows ?? [...found].filter((label) => label >= 0).length;
  const clusters = k === 0 ? '' : `, ${k} cluster${k === 1 ? '' : 's'}`;
  return `${rows} ${noun.many} by ${titles[0]} and ${titles[1]}${clusters}`;
}

/** Whether centres can be put by hand: the method takes points as `init`. */
function takesCenters(spec: AlgorithmSpec | null): boolean {
  const init = spec?.params.init;
  return init?.kind === 'choice' && init.points === true;
}

/** Labelled neighbours, at most, that regions are made of while something is dragged: more would take too long (10,000: 7 ms). */
const MOST_DRAGGED = 15_000;

/** Where a new point would fall, as the spec says that it is found. By neighbours only in the end: it is no result before. */
function regionsOf(
  scene: Scene,
  spec: AlgorithmSpec | null,
  frame: Frame,
  isWanted: boolean,
  slotOf: (label: number) => number,
): StageRegion[] {
  const how = spec?.regions ?? 'centers';
  if (how === 'centers') {
    const cells = frame.centers ? voronoiRegions(scene, frame.centers) : [];
    return cells.flatMap((polygon, j) => (polygon ? [{ slot: slotOf(j), polygon }] : []));
  }
  const own = isWanted ? { points: scene.data.X, labels: frame.labels } : null;
  const sites = how === 'neighbours' ? own : how(frame);
  const regions = sites ? labelRegions(scene, sites) : [];
  return regions.map(({ label, outlines: [polygon, ...more] }) => ({ slot: slotOf(label), polygon: polygon!, more }));
}

/**
 * Puts the stage's data together from state. Points, labels, places, regions and overlay are kept while what they depend on
 * stays the same, so that hovering and selecting cost little.
 */
export function createStageAssembler(): (picture: Picture) => Assembled {
  const points = lastCall(viewPoints);
  const unassigned = lastCall((rows: number) => new Int32Array(rows).fill(UNASSIGNED));
  const slots = lastCall(slotsOfLabels);
  const slotsBy = lastCall((colors: Int32Array) => (label: number) => (label < 0 ? -1 : (colors[label] ?? label)));
  const shapes = lastCall((y: Int32Array) => Uint8Array.from(y));
  const centersBy = lastCall((scene: Scene, overlay: Overlay | null) => {
    const own = scene.embedded && overlay?.space;
    return (frame: Frame): Matrix | null => (own ? (own(frame)?.centers ?? null) : frame.centers);
  });
  const places = lastCall(
    (scene: Scene, frame: Frame | undefined, centersOf: (frame: Frame) => Matrix | null): Place[] => {
      const centers = frame ? centersOf(frame) : null;
      return centers ? placeCenters(scene, centers, frame!.labels) : [];
    },
  );
  const trails = lastCall(centerTrails);
  const regions = lastCall(regionsOf);
  const step = lastCall(
    (
      scene: Scene,
      frames: readonly Frame[],
      index: number,
      slotOf: (label: number) => number,
      pinned: number | null,
    ): OverlayStep => ({ ...points(scene), scene, frames, index, frame: frames[index]!, slotOf, pinned }),
  );
  const drawn = lastCall((overlay: Overlay | null, at: OverlayStep | null): OverlayPicture | null =>
    overlay && at ? overlay.draw(at) : null,
  );
  const legends = lastCall(
    (own: OverlayPicture | null, scene: Scene, spec: AlgorithmSpec | null): readonly LegendItem[] =>
      own ? [...own.legend, ...regionWords(scene, spec)] : [],
  );

  return (picture) => {
    const { scene, frames, index, spec, overlay, colors, colorBy, shapeBy, hovered, why } = picture;
    const { y, X } = scene.data.table;
    const frame = frames[index];
    const isLast = index === frames.length - 1;
    const labels = frame?.labels ?? unassigned(X.rows);
    const slotOf = slotsBy(colors);
    const centersOf = centersBy(scene, overlay);
    const at = places(scene, frame, centersOf);
    const ways = overlay?.centersJump ? [] : trails(scene, frames, index, centersOf);
    const titles = axisTitles(scene);
    const { x: px, y: py } = points(scene);
    const now = frame && overlay ? step(scene, frames, index, slotOf, picture.pinned) : null;
    const own = drawn(overlay, now);
    const around = hovered === null || !now || !overlay?.around ? null : overlay.around(now, hovered);
    const stage: StageData = {
      x: px,
      y: py,
      labels,
      colorOf: colorBy === 'class' && y ? y : slots(labels, colors),
      shapeOf: shapeBy === 'class' && y ? shapes(y) : null,
      // The first assignment reaches every row: an outline around each would say nothing.
      changed: frame && frame.changed.length < X.rows ? frame.changed : none,
      centers: at.flatMap(([cx, cy], j) =>
        Number.isFinite(cx + cy) ? [{ x: cx, y: cy, label: j, slot: slotOf(j), trail: ways[j] ?? [] }] : [],
      ),
      movable: scene.embedded === null && takesCenters(spec),
      overlay: own,
      regions: frame ? regions(scene, spec, frame, isLast && (picture.animate || X.rows <= MOST_DRAGGED), slotOf) : [],
      selection: picture.selection,
      hovered,
      spokes:
        hovered === null ? null : spokesOf({ row: hovered, why, around, centers: at, x: px, y: py, labels, slotOf }),
      palette: picture.palette,
      axes: { key: picture.axesKey, x: { title: titles[0] }, y: { title: titles[1] } },
      tool: picture.tool,
      animate: picture.animate,
      summary: summary(picture, titles),
    };
    return { stage, legend: legends(own, scene, spec), knob: own?.knob ?? null };
  };
}
