import { scaleLinear } from 'd3';

/** Where the plot stands inside its node, CSS pixels, on an 8-pixel grid. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  /** What is left of the node beside the plot. */
  readonly right: number;
  readonly width: number;
  readonly height: number;
}

export type Domain = readonly [low: number, high: number];

/** The plot's box in a node of `width` × `height`: room for a title and tick labels `labels` px wide at the left, and below. */
export function plotBox(width: number, height: number, labels: number): PlotBox {
  const left = Math.max(56, Math.ceil((labels + 36) / 8) * 8);
  const top = 16;
  const right = width < 480 ? 8 : 24;
  const bottom = 48;
  return { left, top, right, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

/**
 * The lowest and highest finite value, padded by 5 % a side and rounded outwards to tick values.
 * A constant column gets half a unit a side (or half its size, if that is larger); no finite value at all gives [0, 1].
 */
export function paddedDomain(values: Float64Array): Domain {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if (v < low && v > Number.NEGATIVE_INFINITY) low = v;
    if (v > high && v < Number.POSITIVE_INFINITY) high = v;
  }
  if (low > high) return [0, 1];
  const constant = !(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)));
  const padding = constant ? Math.max(0.5, Math.abs(low) / 2) : (high - low) * 0.05;
  const [a = 0, b = 1] = scaleLinear()
    .domain([low - padding, high + padding])
    .nice(20)
    .domain();
  return [a, b];
}

/** Whether every finite value lies in `domain`. */
export function covers(domain: Domain, values: Float64Array): boolean {
  const [low, high] = domain;
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if ((v < low || v > high) && Number.isFinite(v)) return false;
  }
  return true;
}

/** Widens one of two domains so that a unit is equally long on both axes of a plot of `width` × `height`. */
export function equalUnits(x: Domain, y: Domain, width: number, height: number): { x: Domain; y: Domain } {
  const unit = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
  const widen = ([low, high]: Domain, pixels: number): Domain => {
    const extra = (unit * pixels - (high - low)) / 2;
    return [low - extra, high + extra];
  };
  return { x: widen(x, width), y: widen(y, height) };
}

/** Radius in CSS pixels of a mark, for n points in a plot of `area` px² at zoom `k`: smaller in a crowd. */
export function markRadius(n: number, area: number, k: number): number {
  const crowd = n <= 200 ? 1 : (200 / n) ** 0.18;
  const room = Math.min(1, (area / 240_000) ** 0.15);
  const radius = Math.max(1.3, 3.8 * crowd * room) * Math.min(2, Math.max(1, k) ** 0.25);
  return Math.round(radius * 4) / 4;
}

/** Opacity of a mark: falls as the share of the plot that n marks of `radius` would cover grows. */
export function markOpacity(n: number, area: number, k: number, radius: number): number {
  const covered = (n * Math.PI * radius * radius) / (area * Math.max(1, k) ** 2);
  return covered <= 0.06 ? 0.88 : Math.max(0.35, 0.88 * (0.06 / covered) ** 0.3);
}

/** How many ticks fit on an axis of `pixels`. */
export function tickCount(pixels: number, each: number): number {
  return Math.max(2, Math.min(10, Math.floor(pixels / each)));
}
