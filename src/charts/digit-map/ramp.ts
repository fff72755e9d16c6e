import { interpolateRgb, rgb } from 'd3';
import type { ThemeColors } from '../chart.ts';

/** From ground to ink: 256 opaque pixels as ImageData has them (little endian). */
export type Ramp = Uint32Array;

/** How much of the cluster's colour is in the ground, and how much of the text's is in the ink. */
const GROUND = 0.14;
const INK = 0.25;
/** What is left of a picture that is not selected. */
const MUTED = 0.22;

/** The shades of a picture in a cluster's colour. */
export function rampFor(color: string, colors: ThemeColors, isMuted: boolean): Ramp {
  const ground = interpolateRgb(colors.stage, color)(GROUND);
  const ink = interpolateRgb(color, colors.text)(INK);
  const shade = interpolateRgb(
    isMuted ? colors.stage : ground,
    isMuted ? interpolateRgb(colors.stage, ink)(MUTED) : ink,
  );
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const { r, g, b } = rgb(shade(i / 255));
    return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
  });
}
