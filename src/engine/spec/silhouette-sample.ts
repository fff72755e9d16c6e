import { SILHOUETTE_SAMPLE_SIZE } from '../metrics/specs.ts';
import type { Recipe } from '../recipe.ts';
import { knownRows } from './features.ts';

/** What a script gives to `silhouette_score` besides X and labels, with a comma before it; '' where all rows count. */
export function silhouetteSample({ rows, dataset }: Recipe): string {
  const known = rows ?? knownRows(dataset);
  const size = SILHOUETTE_SAMPLE_SIZE;
  // Of a file only the script will know.
  if (known === null) return `, sample_size=${size} if len(X) > ${size} else None, random_state=0`;
  return known > size ? `, sample_size=${size}, random_state=0` : '';
}
