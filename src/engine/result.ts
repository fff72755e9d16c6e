import type { PreparedData } from './prepare.ts';
import type { Recipe } from './recipe.ts';
import type { Fitted, Metrics } from './types.ts';

/** What came of a recipe. */
export interface RunResult {
  /** The recipe that made it, as it was understood. */
  readonly recipe: Recipe;
  readonly prepared: PreparedData;
  readonly fitted: Fitted;
  /** Different labels, without the noise. */
  readonly nClusters: number;
  readonly nNoise: number;
  readonly metrics: Metrics;
  /** The rows of the silhouette's sample; null where it is that of all. */
  readonly silhouetteSampleSize: number | null;
  /** What the fit alone took. */
  readonly seconds: number;
}
