import type { ParamValue } from '../types.ts';

/** How much a change of the parameter costs: a new fit, a new cut of what was fitted, or only a new picture. */
export type Redo = 'fit' | 'cut' | 'picture';

interface Common<V extends ParamValue> {
  /** scikit-learn's default, always. */
  readonly default: V;
  readonly redo: Redo;
  /** One or two sentences of help. */
  readonly doc: string;
  /** The parameter counts only while each named parameter has one of these values. */
  readonly when?: Readonly<Record<string, readonly ParamValue[]>>;
  /** Shown at once, or behind "more". */
  readonly advanced?: boolean;
}

interface NumberCommon<V extends ParamValue> extends Common<V> {
  /** Inclusive bounds. */
  readonly min?: number;
  readonly max?: number;
  /** Exclusive bounds. */
  readonly above?: number;
  readonly below?: number;
  /** The range of the slider; the number field takes anything that is valid. None: no slider. */
  readonly slider?: readonly [number, number];
  readonly scale?: 'linear' | 'log';
  /** What a higher value makes of the clusters: advice for a result that has too many or too few comes from it. */
  readonly raising?: 'more clusters' | 'fewer clusters';
  /** Words that may stand in place of a number: 'auto', or null for None. */
  readonly or?: readonly (string | null)[];
}

export interface RealParam extends NumberCommon<number | string | null> {
  readonly kind: 'real';
}
export interface IntParam extends NumberCommon<number | string | null> {
  readonly kind: 'int';
}
/** An integer 0…2³²-1, or null: a fresh seed for every run. */
export interface SeedParam extends Common<number | null> {
  readonly kind: 'seed';
}
export interface BoolParam extends Common<boolean> {
  readonly kind: 'bool';
}
export interface ChoiceParam extends Common<string | null> {
  readonly kind: 'choice';
  readonly of: readonly (string | null)[];
  /** Also takes an array of points (k × d): 'by hand' in the page. */
  readonly points?: boolean;
}
/** A pair [low, high], low < high. */
export interface RangeParam extends Common<readonly number[]> {
  readonly kind: 'range';
}
/** One number for all, or a list with one for each cluster. */
export interface RealOrListParam extends NumberCommon<number | readonly number[]> {
  readonly kind: 'realOrList';
}
/** One count for all, or a list of counts (`length` of them, where it is fixed); the bounds hold for the single count. In a list a count may be 0. */
export interface IntOrListParam extends NumberCommon<number | readonly number[]> {
  readonly kind: 'intOrList';
  readonly length?: number;
}
/** A count, an array of points, or null. */
export interface IntOrPointsParam extends NumberCommon<number | null | readonly (readonly number[])[]> {
  readonly kind: 'intOrPoints';
}

export type Param =
  | RealParam
  | IntParam
  | SeedParam
  | BoolParam
  | ChoiceParam
  | RangeParam
  | RealOrListParam
  | IntOrListParam
  | IntOrPointsParam;
export type ParamSpecs = Readonly<Record<string, Param>>;

type Without<T> = Omit<T, 'kind'>;
export const real = (spec: Without<RealParam>): RealParam => ({ kind: 'real', ...spec });
export const int = (spec: Without<IntParam>): IntParam => ({ kind: 'int', ...spec });
export const bool = (spec: Without<BoolParam>): BoolParam => ({ kind: 'bool', ...spec });
export const choice = (spec: Without<ChoiceParam>): ChoiceParam => ({ kind: 'choice', ...spec });
export const range = (spec: Without<RangeParam>): RangeParam => ({ kind: 'range', ...spec });
export const realOrList = (spec: Without<RealOrListParam>): RealOrListParam => ({ kind: 'realOrList', ...spec });
export const intOrList = (spec: Without<IntOrListParam>): IntOrListParam => ({ kind: 'intOrList', ...spec });
export const intOrPoints = (spec: Without<IntOrPointsParam>): IntOrPointsParam => ({ kind: 'intOrPoints', ...spec });

/** `random_state`, the same everywhere. */
export const seed = (spec: Partial<Without<SeedParam>> = {}): SeedParam => ({
  kind: 'seed',
  default: null,
  redo: 'fit',
  doc: 'The seed of the random numbers: the same number gives the same result, here and in scikit-learn.',
  ...spec,
});
