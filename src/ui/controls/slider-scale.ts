/** What a slider needs to know of a parameter. */
export interface SliderSpec {
  readonly kind: string;
  readonly slider?: readonly [number, number];
  readonly scale?: 'linear' | 'log';
}

/** Positions of a slider on a logarithmic scale. */
const LOG_STEPS = 200;

const precise = (value: number, digits: number) => Number(value.toPrecision(digits));
const whole = (spec: SliderSpec) => spec.kind.startsWith('int');

/** A step of 1, 2 or 5 times a power of ten, so that a slider has about 200 stops. */
function niceStep(span: number): number {
  const raw = span / 200;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999)!;
  return precise(step * power, 1);
}

/** The range of a slider in its own positions: the value itself, or on a log scale 0…200. */
export function sliderRange(spec: SliderSpec): { min: number; max: number; step: number } {
  const [low, high] = spec.slider ?? [0, 1];
  if (spec.scale === 'log') return { min: 0, max: LOG_STEPS, step: 1 };
  return { min: low, max: high, step: whole(spec) ? 1 : niceStep(high - low) };
}

/** Where a value stands on the slider; a value outside stands at the end. */
export function sliderPosition(spec: SliderSpec, value: number): number {
  const [low, high] = spec.slider ?? [0, 1];
  const inside = Math.min(high, Math.max(low, value));
  if (spec.scale !== 'log') return inside;
  return Math.round((Math.log(inside / low) / Math.log(high / low)) * LOG_STEPS);
}

/** The value at a position: whole where the parameter is, three digits on a log scale. */
export function sliderValue(spec: SliderSpec, position: number): number {
  const [low, high] = spec.slider ?? [0, 1];
  if (spec.scale !== 'log') return precise(position, 12);
  const value = low * (high / low) ** (position / LOG_STEPS);
  return whole(spec) ? Math.round(value) : precise(value, 3);
}
