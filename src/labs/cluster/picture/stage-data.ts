import type { StageData, StagePictures, StageRegion } from '../../../charts/stage/types.ts';
import type { AlgorithmSpec, Noun, Why } from '../../../engine/spec/algorithm.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../../engine/types.ts';
import type { ColorBy, ShapeBy } from '../../../state/view.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { lastCall } from '../../../ui/picture/last-call.ts';
import { axisTitles, isLaidOut, type Scene, viewPoints } from '../../../ui/picture/view.ts';
import type { Knob, LegendItem, Overlay, OverlayPicture, OverlayStep } from '../overlays/overlay.ts';
import { type Place, placeCenters } from './centers.ts';
import { regionWords } from './region-words.ts';
import { clusteredPlane, labelRegions, rowMap, rowRegions, voronoiRegions } from './regions.ts';
import type { SiteMap, SiteRegion } from './site-regions.ts';
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
  /** The rows as pictures, where they are some. */
  readonly pictures?: StagePictures | null;
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
  /** Whether the regions wait for the map of the scene's rows (`makeRowMap`). */
  readonly isMapWanted: boolean;
}

const none = new Int32Array(0);

/** How many different labels there are, noise apart. */
function countLabels(labels: Int32Array): number {
  const seen = new Uint8Array(labels.length);
  let count = 0;
  for (const label of labels) {
    if (label < 0 || seen[label] === 1) continue;
    seen[label] = 1;
    count++;
  }
  return count;
}

function summary({ scene, noun, frames, index }: Picture, titles: readonly [string, string]): string {
  const { rows } = scene.data.table.X;
  const frame = frames[index];
  const k = frame?.centers?.rows ?? (frame ? countLabels(frame.labels) : 0);
  const clusters = k === 0 ? '' : `, ${k} cluster${k === 1 ? '' : 's'}`;
  return `${rows} ${noun.many} by ${titles[0]} and ${titles[1]}${clusters}`;
}

/** Whether centres can be put by hand: the method takes points as `init`. */
function takesCenters(spec: AlgorithmSpec | null): boolean {
  const init = spec?.params.init;
  return init?.kind === 'choice' && init.points === true;
}

/** Labelled neighbours, at most, that regions are made of while something is dragged: more would take too long (10,000: 2 ms). */
const MOST_DRAGGED = 15_000;

/** How exactly regions of neighbours are made: not at all before the end, for they are no result; roughly while something is dragged. */
type Care = 'none' | 'rough' | 'exact';

function careOf({ scene, frames, index, animate }: Picture): Care {
  if (index < frames.length - 1) return 'none';
  if (animate) return 'exact';
  return scene.data.X.rows <= MOST_DRAGGED ? 'rough' : 'none';
}

function siteRegionsOf(
  scene: Scene,
  how: AlgorithmSpec['regions'],
  frame: Frame,
  care: Care,
  map: SiteMap | null,
): SiteRegion[] {
  if (typeof how === 'function') {
    const sites = how(frame);
    return sites ? labelRegions(scene, sites) : [];
  }
  return care === 'none' || !map ? [] : rowRegions(scene, map, frame.labels, care === 'rough');
}

/** Whether regions are those of the nearest rows, which a map of all rows is needed for. */
function isOfRows({ scene, spec, frames, index }: Picture): boolean {
  return (
    frames[index] !== undefined && spec?.regions === 'neighbours' && !isLaidOut(scene) && clusteredPlane(scene) !== null
  );
}

/** Where a new point would fall, as the spec says that it is found. */
function regionsOf(
  scene: Scene,
  spec: AlgorithmSpec | null,
  frame: Frame,
  care: Care,
  map: SiteMap | null,
  slotOf: (label: number) => number,
): StageRegion[] {
  const how = spec?.regions ?? 'centers';
  if (how === 'centers') {
    const cells = frame.centers ? voronoiRegions(scene, frame.centers) : [];
    return cells.flatMap((polygon, j) => (polygon ? [{ slot: slotOf(j), polygon }] : []));
  }
  const regions = siteRegionsOf(scene, how, frame, care, map);
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
      return centers ? placeCenters(scene, centers, frame!) : [];
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
    const labels = frame?.labels ?? unassigned(X.rows);
    const slotOf = slotsBy(colors);
    const centersOf = centersBy(scene, overlay);
    const at = places(scene, frame, centersOf);
    const ways = overlay?.centersJump || isLaidOut(scene) ? [] : trails(scene, frames, index, centersOf);
    const titles = axisTitles(scene);
    const { x: px, y: py } = points(scene);
    const now = frame && overlay ? step(scene, frames, index, slotOf, picture.pinned) : null;
    const own = drawn(isLaidOut(scene) && overlay?.needsPlane ? null : overlay, now);
    const around = hovered === null || !now || !overlay?.around ? null : overlay.around(now, hovered);
    const care = careOf(picture);
    const map = care !== 'none' && isOfRows(picture) ? rowMap(scene) : null;
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
      movable: scene.embedded === null && !isLaidOut(scene) && takesCenters(spec),
      overlay: own,
      regions: frame && !isLaidOut(scene) ? regions(scene, spec, frame, care, map, slotOf) : [],
      selection: picture.selection,
      hovered,
      pictures: picture.pictures ?? null,
      spokes:
        hovered === null ? null : spokesOf({ row: hovered, why, around, centers: at, x: px, y: py, labels, slotOf }),
      palette: picture.palette,
      axes: {
        key: picture.axesKey,
        x: { title: titles[0] },
        y: { title: titles[1] },
        ...(isLaidOut(scene) && { equal: true, bare: true }),
      },
      tool: picture.tool,
      animate: picture.animate,
      summary: summary(picture, titles),
    };
    return {
      stage,
      legend: legends(own, scene, spec),
      knob: own?.knob ?? null,
      isMapWanted: care !== 'none' && isOfRows(picture) && !map,
    };
  };
}
