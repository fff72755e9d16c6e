import type { METRIC_NAMES } from '../../../engine/types.ts';
import type { Cell } from '../../../worker/api.ts';
import { placeText } from '../reading/words.ts';
import type { SweepView } from '../sweep-view.ts';

/** The values of the swept parameters in a cell, as they are written. */
export function paramTexts({ sweep, grid: { xs, ys } }: Pick<SweepView, 'sweep' | 'grid'>, at: number): string[] {
  const [x, y] = [xs[at % xs.length]!, ys[Math.floor(at / xs.length)]];
  return sweep.y ? [placeText(x), placeText(y!)] : [placeText(x)];
}

/** The value of a column; null where it is not defined. */
export function columnValue(cell: Cell, column: string): number | null {
  if (cell.error) return column === 'seconds' ? cell.seconds : null;
  switch (column) {
    case 'n_clusters':
    case 'n_clusters_found':
      return cell.nClusters;
    case 'n_noise':
      return cell.nNoise;
    case 'inertia':
      return cell.inertia;
    case 'distortion':
      return cell.distortion;
    case 'n_iter':
      return cell.nIter;
    case 'seconds':
      return cell.seconds;
    default:
      return cell.metrics?.[column as (typeof METRIC_NAMES)[number]] ?? null;
  }
}
