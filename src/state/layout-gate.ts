import { projectionSpec } from '../engine/projections/specs.ts';
import type { Cost } from '../engine/spec/algorithm.ts';
import { completeParams } from '../engine/spec/defaults.ts';
import type { LayoutAsk } from '../worker/api.ts';
import { fits, withMargin } from './gate.ts';

/** A layout of more rows than are laid out unasked, that waits for a word: what it would take, and how many rows would do. */
export interface HeldLayout {
  readonly rows: number;
  readonly cost: Cost;
  readonly sample: number;
}

/** Decides whether a layout may start at once: a sample may always, for it shows how far it is and can be stopped. */
export class LayoutGate {
  #allowed: { readonly key: string; readonly cost: Cost } | null = null;

  /** What stands in the way of a layout of the data of that key; null: nothing. */
  hold(dataKey: string, { id, params, rows }: LayoutAsk): HeldLayout | null {
    const spec = projectionSpec(id)!;
    const sample = spec.rows ?? rows;
    if (!spec.cost || rows <= sample) return null;
    const complete = completeParams(spec.params, params);
    const cost = spec.cost(rows, complete);
    if (fits(cost, withMargin(spec.cost(sample, complete)))) return null;
    if (this.#allowed?.key === keyOf(dataKey, id) && fits(cost, this.#allowed.cost)) return null;
    return { rows, cost, sample };
  }

  /** Somebody said so: this layout, and its like of the same data, may start. */
  allow(dataKey: string, id: string, { cost }: HeldLayout): void {
    this.#allowed = { key: keyOf(dataKey, id), cost: withMargin(cost) };
  }
}

const keyOf = (dataKey: string, id: string) => `${id} ${dataKey}`;
