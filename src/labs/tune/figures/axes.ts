import type { SweepAxis } from '../../../charts/sweep/types.ts';
import { type Axis, isRange } from '../../../engine/spec/axes.ts';
import type { ParamValue } from '../../../engine/types.ts';
import { placeText } from '../reading/words.ts';

/** An axis of a sweep as the charts take it. */
export function chartAxis(axis: Axis | null, values: readonly ParamValue[]): SweepAxis {
  return {
    title: axis?.param ?? '',
    places: values.map((value) => ({ label: placeText(value), value: typeof value === 'number' ? value : null })),
    log: axis !== null && isRange(axis) && axis.scale === 'log',
  };
}
