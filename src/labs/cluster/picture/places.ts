import { isLaidOut, isPair, type Scene } from '../../../ui/picture/view.ts';

/** Places in the units of the picture. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Where points of the clustered space (of its own space, for a picture of that) (rows of `cols` values, one after another) stand in the picture. A feature that is
 * viewed but not clustered has no value for them, nor has a layout, in which only rows stand: NaN.
 */
export function placePoints(scene: Scene, points: Float64Array, cols: number): Places {
  const { data, view, projected, embedded } = scene;
  const rows = cols === 0 ? 0 : points.length / cols;
  const axis = (value: (start: number) => number) => {
    const places = new Float64Array(rows);
    for (let i = 0; i < rows; i++) places[i] = value(i * cols);
    return places;
  };
  if (embedded) {
    const column = (c: number) => (start: number) => (c < cols ? points[start + c]! : 0);
    return { x: axis(column(embedded.axes[0])), y: axis(column(embedded.axes[1])) };
  }
  if (isLaidOut(scene)) return { x: axis(() => Number.NaN), y: axis(() => Number.NaN) };
  if (!isPair(view)) {
    const { mean, components } = projected!;
    const along = (component: number) => (start: number) => {
      let sum = 0;
      for (let f = 0; f < cols; f++) {
        sum += (points[start + f]! - mean[f]!) * (components.data[component * cols + f] ?? 0);
      }
      return sum;
    };
    return { x: axis(along(0)), y: axis(along(1)) };
  }
  const feature = (column: number) => {
    const f = data.columns.indexOf(column);
    return (start: number) => (f < 0 ? Number.NaN : points[start + f]! * data.scale[f]! + data.offset[f]!);
  };
  return { x: axis(feature(view[0])), y: axis(feature(view[1])) };
}

/**
 * The size in the picture of all that is within distance 1 of a point, by a p-norm; null where what lies that near does not
 * fill a disc in the picture, because other features count as well.
 */
export function placeBall(scene: Scene, power: number): { rx: number; ry: number } | null {
  const { data, view } = scene;
  const { columns, scale, X } = data;
  if (scene.embedded || isLaidOut(scene) || X.cols !== 2) return null;
  // The principal axes of two features are a turn of them: what is round stays round.
  if (!isPair(view)) return power === 2 ? { rx: 1, ry: 1 } : null;
  const [fx, fy] = [columns.indexOf(view[0]), columns.indexOf(view[1])];
  if (fx < 0 || fy < 0 || fx === fy) return null;
  return { rx: Math.abs(scale[fx]!), ry: Math.abs(scale[fy]!) };
}
