import type { FitContext, Step } from '../engine/fit.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Fitted } from '../engine/types.ts';
import type { Data, Engine } from './serve.ts';

/**
 * The last fit that can be cut anew, one for each worker. A recipe that differs from it in its cut alone needs no fit of its
 * own: it takes up where that one's long part ended.
 */
export class KeptFit {
  readonly #engine: Pick<Engine, 'fitKey' | 'fitSteps' | 'helpedSteps' | 'cutSteps'>;
  #kept: { readonly key: string; readonly fitted: Fitted } | null = null;

  constructor(engine: Pick<Engine, 'fitKey' | 'fitSteps' | 'helpedSteps' | 'cutSteps'>) {
    this.#engine = engine;
  }

  /** The steps of a recipe: those of a cut where the fit is there, else those of the whole fit. */
  steps(
    data: Data,
    recipe: Recipe,
    context: Pick<FitContext, 'wantsFrame'>,
    isAlone: boolean,
  ): Promise<Generator<Step, Fitted, void>> {
    if (this.#kept && this.#kept.key === this.#engine.fitKey(recipe)) {
      return this.#engine.cutSteps(data, recipe, this.#kept.fitted, context);
    }
    return isAlone && this.#engine.helpedSteps
      ? this.#engine.helpedSteps(data, recipe, context)
      : this.#engine.fitSteps(data, recipe, context);
  }

  /** Takes note of what came of a recipe. It is copied: the page takes the arrays away with the answer. */
  keep(recipe: Recipe, fitted: Fitted): void {
    const key = this.#engine.fitKey(recipe);
    if (key !== null && key !== this.#kept?.key) this.#kept = { key, fitted: structuredClone(fitted) };
  }
}
