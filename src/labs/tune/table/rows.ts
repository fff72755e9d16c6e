import type { MeasureName } from '../../../engine/spec/measures.ts';
import type { Cell } from '../../../worker/api.ts';
import { measured } from '../reading/values.ts';
import { placeText } from '../reading/words.ts';
import type { SweepView } from '../sweep-view.ts';

/** The values of the swept parameters in a cell, as they are written. */
export function paramTexts({ sweep, grid: { xs, ys } }: Pick<SweepView, 'sweep' | 'grid'>, at: number): string[] {
  const [x, y] = [xs[at % xs.length]!, ys[Math.floor(at / xs.length)]];
  return sweep.y ? [placeText(x), placeText(y!)] : [placeText(x)];
}

/** The value of a column; null where it is not defined. */
export function columnValue(cell: Cell, column: string): number | null {
  if (column === 'seconds') return cell.seconds;
  if (column === 'n_noise') return cell.error ? null : cell.nNoise;
  return measured(cell, column === 'n_clusters_found' ? 'n_clusters' : (column as MeasureName));
}
