import type { Frame, Matrix } from '../../../engine/types.ts';
import { isPair, type Scene, type View } from '../../../ui/picture/view.ts';
import type { OverlayStep } from './overlay.ts';

export const matrix = (rows: readonly (readonly number[])[]): Matrix => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  cols: rows[0]?.length ?? 0,
});
export const ints = (...values: number[]) => Int32Array.from(values);
export const nobody = ints();

/** Five rows of two features, b halved for clustering; a third column c that is not clustered. */
const table = [
  [0, 0, 9],
  [1, 0, 9],
  [0, 2, 9],
  [8, 8, 9],
  [9, 8, 9],
];
export const scene = (view: View = [0, 1]): Scene => ({
  view,
  projected: null,
  embedded: null,
  data: {
    key: 'k',
    table: { X: matrix(table), featureNames: ['a', 'b', 'c'], y: null, classNames: [], target: null },
    columns: [0, 1],
    X: matrix(table.map(([a, b]) => [a!, b! / 2])),
    offset: Float64Array.of(0, 0),
    scale: Float64Array.of(1, 2),
  },
});
export const frame = (labels: readonly number[], extra: Frame['extra'], rest: Partial<Frame> = {}): Frame => ({
  step: 1,
  phase: 'step',
  labels: ints(...labels),
  changed: nobody,
  centers: null,
  score: null,
  extra,
  ...rest,
});
export function step(
  frames: readonly Frame[],
  index = frames.length - 1,
  rest: Partial<OverlayStep> = {},
): OverlayStep {
  const view = rest.scene?.view ?? [0, 1];
  const axis = (column: number) => Float64Array.from(table, (row) => row[column]!);
  return {
    scene: scene(),
    frames,
    index,
    frame: frames[index]!,
    x: axis(isPair(view) ? view[0] : 0),
    y: axis(isPair(view) ? view[1] : 1),
    slotOf: (label) => (label < 0 ? -1 : label + 10),
    pinned: null,
    ...rest,
  };
}
