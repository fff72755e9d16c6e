import type { StageData, StagePictures } from '../../../charts/stage/types.ts';
import type { Noun } from '../../../engine/spec/algorithm.ts';
import { counted } from '../../../engine/spec/words.ts';
import { UNASSIGNED } from '../../../engine/types.ts';
import type { ColorBy } from '../../../state/view.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { lastCall } from '../../../ui/picture/last-call.ts';
import { axisTitles, isPair, type Scene, viewPoints } from '../../../ui/picture/view.ts';

/** All that the map depends on. */
export interface MapPicture {
  readonly scene: Scene;
  /** Equal as long as the axes show the same numbers. */
  readonly axesKey: string;
  readonly pictures: StagePictures | null;
  /** Of the step that is shown; null before the first run has ended. */
  readonly labels: Int32Array | null;
  readonly colors: Int32Array;
  readonly colorBy: ColorBy;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  readonly palette: readonly string[];
  readonly tool: 'pan' | 'lasso';
  readonly animate: boolean;
  readonly noun: Noun;
  readonly classNoun: string;
}

const none = new Int32Array(0);

function summary({ scene, noun, colorBy, classNoun, pictures }: MapPicture): string {
  const [x, y] = axisTitles(scene);
  const color = colorBy === 'class' && scene.data.table.y ? classNoun : 'cluster';
  const hint = pictures ? `; zoomed in, each dot becomes its ${noun.one}` : '';
  return `Map of ${counted(scene.data.X.rows, noun)} by ${x} and ${y}, coloured by ${color}${hint}`;
}

/** Puts the map together from state; what has not changed is kept, so that hovering costs little. */
export function createMapAssembler(): (picture: MapPicture) => StageData {
  const points = lastCall(viewPoints);
  const unassigned = lastCall((rows: number) => new Int32Array(rows).fill(UNASSIGNED));
  const slots = lastCall(slotsOfLabels);
  return (picture) => {
    const { scene, colors, colorBy, labels: own } = picture;
    const { X, y } = scene.data.table;
    const labels = own?.length === X.rows ? own : unassigned(X.rows);
    const [titleX, titleY] = axisTitles(scene);
    return {
      ...points(scene),
      labels,
      colorOf: colorBy === 'class' && y ? y : slots(labels, colors),
      shapeOf: null,
      changed: none,
      centers: [],
      movable: false,
      overlay: null,
      regions: [],
      selection: picture.selection,
      hovered: picture.hovered,
      pictures: picture.pictures,
      spokes: null,
      palette: picture.palette,
      axes: {
        key: picture.axesKey,
        x: { title: titleX },
        y: { title: titleY },
        equal: !isPair(scene.view),
        // Where one zooms in on pictures figures at the axes say little, also those of components.
        bare: !isPair(scene.view),
      },
      tool: picture.tool,
      animate: picture.animate,
      summary: summary(picture),
    };
  };
}
