import { algorithmSpec } from '../engine/algorithms/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { AlgorithmSpec, Cost } from '../engine/spec/algorithm.ts';
import { completeParams } from '../engine/spec/defaults.ts';
import { dataKey } from '../worker/data-key.ts';
import { fitKey } from '../worker/fit-key.ts';
import { clusteredSize } from './clustered-size.ts';
import { rowsComeShuffled } from './dataset.ts';

/** A run that would take more than this is not started before somebody says so. */
export const BUDGET: Cost = { seconds: 10, bytes: 1e9 };
/** Once somebody has said so, a run that costs a little more (the next value of a slider) need not ask again. */
const MARGIN = 1.25;
const SAMPLES = [2000, 1000, 500, 200];

/** A run that waits for a word: what it would take, and how many rows would do instead. */
export interface Held {
  readonly recipe: Recipe;
  readonly rows: number;
  readonly cost: Cost;
  /** null where even few rows would be too many. */
  readonly sample: { readonly rows: number; readonly isRandom: boolean } | null;
}

/** What may start without asking again, once something that costs this much was allowed. */
export const withMargin = ({ seconds, bytes }: Cost): Cost => ({
  seconds: Math.max(BUDGET.seconds, seconds * MARGIN),
  bytes: Math.max(BUDGET.bytes, bytes * MARGIN),
});

type Costs = Pick<AlgorithmSpec, 'params' | 'cost'>;
export const fits = (cost: Cost, limit: Cost) => cost.seconds <= limit.seconds && cost.bytes <= limit.bytes;

/** Decides whether a run may start at once. */
export class Gate {
  readonly #specOf: (id: string) => Costs | undefined;
  #allowed: { readonly key: string; readonly cost: Cost } | null = null;
  /** The fit that the worker keeps: its cuts cost nothing. */
  #kept: string | null = null;

  constructor(specOf: (id: string) => Costs | undefined = algorithmSpec) {
    this.#specOf = specOf;
  }

  /** What stands in the way of a run; null: nothing. */
  hold(recipe: Recipe): Held | null {
    const { rows } = clusteredSize(recipe);
    if (rows === null) return null;
    const cost = this.#cost(recipe, rows);
    if (!cost || fits(cost, BUDGET)) return null;
    if (this.#kept !== null && this.#kept === fitKey(recipe)) return null;
    if (this.#allowed?.key === allowanceKey(recipe) && fits(cost, this.#allowed.cost)) return null;
    const sample = SAMPLES.find((n) => n < rows && fits(this.#cost(recipe, n)!, BUDGET));
    return { recipe, rows, cost, sample: sample ? { rows: sample, isRandom: rowsComeShuffled(recipe.dataset) } : null };
  }

  /** Somebody said so: this run, and its like on the same data, may start. */
  allow({ recipe, cost }: Held): void {
    this.#allowed = { key: allowanceKey(recipe), cost: withMargin(cost) };
  }

  /** A run has ended, and the worker may have kept its fit. */
  ended(recipe: Recipe): void {
    this.#kept = fitKey(recipe) ?? this.#kept;
  }

  /** The worker is another one, which has kept nothing. */
  workerLost(): void {
    this.#kept = null;
  }

  #cost(recipe: Recipe, rows: number): Cost | null {
    const spec = this.#specOf(recipe.algorithm);
    const { columns } = clusteredSize(recipe);
    return spec?.cost?.(rows, columns ?? 1, completeParams(spec.params, recipe.params)) ?? null;
  }
}

const allowanceKey = (recipe: Recipe) => JSON.stringify([dataKey(recipe), recipe.algorithm]);
