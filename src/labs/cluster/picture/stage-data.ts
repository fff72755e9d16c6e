import type { StageData } from '../../../charts/stage/types.ts';
import type { Noun, Why } from '../../../engine/spec/algorithm.ts';
import { type Frame, UNASSIGNED } from '../../../engine/types.ts';
import type { ColorBy, ShapeBy } from '../../../state/view.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { type Place, placeCenters } from './centers.ts';
import { lastCall } from './last-call.ts';
import { voronoiRegions } from './regions.ts';
import { centerTrails } from './trails.ts';
import { axisTitles, type Scene, viewPoints } from './view.ts';

/** All that the picture of one step depends on. */
export interface Picture {
  readonly scene: Scene;
  /** Equal as long as the axes show the same numbers. */
  readonly axesKey: string;
  /** Empty before the first run has ended. */
  readonly frames: readonly Frame[];
  readonly index: number;
  readonly colors: Int32Array;
  readonly colorBy: ColorBy;
  readonly shapeBy: ShapeBy;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  readonly why: Why | null;
  readonly noun: Noun;
  readonly palette: readonly string[];
  readonly tool: 'pan' | 'lasso';
  readonly animate: boolean;
}

const none = new Int32Array(0);

function summary({ scene, noun, frames, index }: Picture, titles: readonly [string, string]): string {
  const { rows } = scene.data.table.X;
  const k = frames[index]?.centers?.rows;
  const clusters = k === undefined ? '' : `, ${k} cluster${k === 1 ? '' : 's'}`;
  return `${rows} ${noun.many} by ${titles[0]} and ${titles[1]}${clusters}`;
}

/**
 * Puts the stage's data together from state. Points, labels, places and regions are kept while what they depend on stays the
 * same, so that hovering and selecting cost little.
 */
export function createStageAssembler(): (picture: Picture) => StageData {
  const points = lastCall(viewPoints);
  const unassigned = lastCall((rows: number) => new Int32Array(rows).fill(UNASSIGNED));
  const slots = lastCall(slotsOfLabels);
  const shapes = lastCall((y: Int32Array) => Uint8Array.from(y));
  const places = lastCall((scene: Scene, frame: Frame | undefined): Place[] =>
    frame?.centers ? placeCenters(scene, frame.centers, frame.labels) : [],
  );
  const trails = lastCall(centerTrails);
  const regions = lastCall((scene: Scene, frame: Frame | undefined) =>
    frame?.centers ? voronoiRegions(scene, frame.centers) : [],
  );

  return (picture) => {
    const { scene, frames, index, colors, colorBy, shapeBy, hovered, why } = picture;
    const { y, X } = scene.data.table;
    const frame = frames[index];
    const labels = frame?.labels ?? unassigned(X.rows);
    const slotOf = (label: number) => (label < 0 ? -1 : (colors[label] ?? label));
    const at = places(scene, frame);
    const ways = trails(scene, frames, index);
    const titles = axisTitles(scene);
    return {
      ...points(scene),
      labels,
      colorOf: colorBy === 'class' && y ? y : slots(labels, colors),
      shapeOf: shapeBy === 'class' && y ? shapes(y) : null,
      // The first assignment reaches every row: an outline around each would say nothing.
      changed: frame && frame.changed.length < X.rows ? frame.changed : none,
      centers: at.flatMap(([px, py], j) =>
        Number.isFinite(px + py) ? [{ x: px, y: py, label: j, slot: slotOf(j), trail: ways[j] ?? [] }] : [],
      ),
      regions: regions(scene, frame).flatMap((polygon, j) => (polygon ? [{ slot: slotOf(j), polygon }] : [])),
      selection: picture.selection,
      hovered,
      spokes:
        hovered === null || !why
          ? null
          : {
              row: hovered,
              to: why.figures.flatMap(({ cluster }) => {
                const [px, py] = at[cluster] ?? [Number.NaN, 0];
                const nearest = cluster === labels[hovered];
                return Number.isFinite(px + py) ? [{ x: px, y: py, slot: slotOf(cluster), nearest }] : [];
              }),
            },
      palette: picture.palette,
      axes: { key: picture.axesKey, x: { title: titles[0] }, y: { title: titles[1] } },
      tool: picture.tool,
      animate: picture.animate,
      summary: summary(picture, titles),
    };
  };
}
