import { type ScaleLinear, scaleLinear } from 'd3';
import { covers, type Domain, equalUnits, type PlotBox, paddedDomain } from './layout.ts';
import type { View } from './point-layer.ts';

export type Scale = ScaleLinear<number, number>;

/** The stage's two scales: data units to plot pixels before zoom. */
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/** Domains that stay as they are while the same projection shows points that they cover. */
export interface Domains {
  readonly x: Domain;
  readonly y: Domain;
}

/** The domains for these points: `before`, if it still covers them, else new ones. */
export function domainsFor(x: Float64Array, y: Float64Array, before: Domains | null): Domains {
  if (before && covers(before.x, x) && covers(before.y, y)) return before;
  return { x: paddedDomain(x), y: paddedDomain(y) };
}

export function createScales(domains: Domains, box: PlotBox, equal: boolean): Scales {
  const { x, y } = equal ? equalUnits(domains.x, domains.y, box.width, box.height) : domains;
  return {
    x: scaleLinear().domain(x).range([0, box.width]),
    y: scaleLinear().domain(y).range([box.height, 0]),
  };
}

/** A scale as it is seen through a zoom of `k` and an offset. */
export function zoomedScale(scale: Scale, k: number, offset: number): Scale {
  const [a = 0, b = 1] = scale.range();
  return scale.copy().domain([scale.invert((a - offset) / k), scale.invert((b - offset) / k)]);
}

/** n values in plot pixels; what is not finite stays NaN and is not drawn. */
export function placesOf(values: Float64Array, scale: Scale): Float32Array {
  const [low = 0, high = 1] = scale.domain();
  const [a = 0, b = 1] = scale.range();
  const slope = (b - a) / (high - low);
  const places = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    places[i] = v - v === 0 ? a + (v - low) * slope : Number.NaN;
  }
  return places;
}

export const IDENTITY: View = { k: 1, x: 0, y: 0 };
