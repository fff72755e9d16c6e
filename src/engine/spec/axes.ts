import { type Params, type ParamValue, RecipeError } from '../types.ts';
import { counts } from './defaults.ts';
import type { Param, ParamSpecs } from './kinds.ts';
import { show } from './show.ts';
import { MAX_SEED, validateParam } from './validate.ts';

/** `count` values of a numeric parameter from one end to the other, both included. */
export interface RangeAxis {
  readonly param: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly scale: 'linear' | 'log';
}
/** Some of the values that a choice has. */
export interface ChoiceAxis {
  readonly param: string;
  readonly values: readonly (string | boolean | null)[];
}
/** One parameter that a sweep varies. */
export type Axis = RangeAxis | ChoiceAxis;

/** More values than this on one axis nobody can tell apart, on any screen. */
const MAX_VALUES = 1000;
/** Whole numbers are taken one by one up to so many; of more, and of real numbers, so many are taken. */
const USUAL = 20;
const DIGITS = 12;

export const isRange = (axis: Axis): axis is RangeAxis => 'from' in axis;

/** Whether the values of a parameter can be the places of an axis. What changes only the picture is not worth a sweep. */
function isSweepable(param: Param): boolean {
  return param.redo !== 'picture' && (isNumeric(param) || param.kind === 'choice' || param.kind === 'bool');
}

/** The parameters that can be swept while the others have these values, in the order of the specs. */
export function sweepable(specs: ParamSpecs, params: Params): string[] {
  return Object.keys(specs).filter((name) => isSweepable(specs[name]!) && counts(specs, params, name));
}

/** A sensible axis for a parameter, from its slider or its bounds: what the page starts with. */
export function startAxis(name: string, param: Param): Axis {
  if (param.kind === 'bool') return { param: name, values: [false, true] };
  if (param.kind === 'choice') return { param: name, values: [...param.of] };
  if (param.kind === 'seed') return { param: name, from: 0, to: 9, count: 10, scale: 'linear' };
  const [from, to] = usualRange(param);
  const whole = isWhole(param);
  const scale = 'scale' in param && param.scale === 'log' && from > 0 ? 'log' : 'linear';
  const steps = whole && scale === 'linear' ? to - from + 1 : USUAL;
  return { param: name, from, to, count: Math.min(USUAL, steps), scale };
}

/**
 * The places of an axis, in order. Evenly spaced, or on a log scale by even factors; whole numbers are rounded, and each
 * comes once. The axis must be good (`checkAxis`).
 */
export function axisValues(axis: Axis, param: Param): readonly ParamValue[] {
  if (!isRange(axis)) return axis.values;
  const { from, to, count, scale } = axis;
  const at = (i: number) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const share = i / (count - 1);
    const value = scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
    return isWhole(param) ? Math.round(value) : Number(value.toPrecision(scale === 'log' ? 4 : DIGITS));
  };
  return [...new Set(Array.from({ length: count }, (_, i) => at(i)))];
}

/**
 * Checks an axis against the parameters it may vary.
 * @param field what an error names before the part at fault: `x.from`, `x.count`, …
 * @throws RecipeError
 */
export function checkAxis(field: string, axis: Axis, specs: ParamSpecs): void {
  const param = Object.hasOwn(specs, axis.param) ? specs[axis.param]! : undefined;
  if (!param || !isSweepable(param)) throw new RecipeError(field, `there is no parameter ${show(axis.param)} to sweep`);
  if (isRange(axis) !== isNumeric(param)) {
    throw new RecipeError(
      field,
      `${axis.param} takes ${isNumeric(param) ? 'a range of numbers' : 'some of its values'}`,
    );
  }
  if (isRange(axis)) checkRange(field, axis, param);
  else checkValues(field, axis, param);
}

function checkRange(field: string, { param: name, from, to, count, scale }: RangeAxis, param: Param): void {
  if (!Number.isInteger(count) || count < 1)
    throw new RecipeError(`${field}.count`, 'must be a whole number from 1 on');
  if (count > MAX_VALUES) throw new RecipeError(`${field}.count`, `must be at most ${MAX_VALUES}, not ${count}`);
  const numeric = param.kind === 'seed' ? { ...param, kind: 'int' as const, min: 0, max: MAX_SEED } : param;
  validateParam(name, numeric, from, `${field}.from`);
  validateParam(name, numeric, to, `${field}.to`);
  if (count > 1 && from >= to) throw new RecipeError(`${field}.from`, `must be below the other end, ${to}`);
  if (scale === 'log' && from <= 0) throw new RecipeError(`${field}.from`, 'must be greater than 0 on a log scale');
}

function checkValues(field: string, { param: name, values }: ChoiceAxis, param: Param): void {
  if (values.length === 0) throw new RecipeError(`${field}.values`, 'must have at least one value');
  if (new Set(values).size < values.length) throw new RecipeError(`${field}.values`, 'must not have a value twice');
  for (const value of values) validateParam(name, param, value, `${field}.values`);
}

const NUMERIC: readonly Param['kind'][] = ['real', 'int', 'seed', 'realOrList', 'intOrList', 'intOrPoints'];

export function isNumeric(param: Param): boolean {
  return NUMERIC.includes(param.kind);
}

export function isWhole(param: Param): boolean {
  return param.kind === 'seed' || param.kind.startsWith('int');
}

/** The slider's range; without a slider one around the default. */
function usualRange(param: Param): readonly [number, number] {
  const { slider, min, max, below, default: own } = param as Extract<Param, { kind: 'real' }>;
  if (slider) return slider;
  const middle = typeof own === 'number' && own > 0 ? own : 1;
  const low = Math.max(min ?? Number.NEGATIVE_INFINITY, isWhole(param) ? 1 : middle / 2);
  return [low, Math.min(max ?? below ?? Number.POSITIVE_INFINITY, isWhole(param) ? 2 * middle : 4 * middle)];
}
