import { rgb } from 'd3';

/** The colour of a slot; a negative slot is noise or not reached yet. */
export function slotColor(palette: readonly string[], slot: number, grey: string): string {
  return slot < 0 || palette.length === 0 ? grey : palette[slot % palette.length]!;
}

/** `share` of `over` (0…1) laid on `under`, as an opaque CSS colour. */
export function mix(over: string, under: string, share: number): string {
  const a = rgb(over);
  const b = rgb(under);
  const channel = (x: number, y: number) => y + (x - y) * share;
  return rgb(channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)).formatHex();
}

/** Relative luminance, 0 (black) to 1 (white), by WCAG 2.2. */
function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = (channel: number) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two opaque colours, 1 to 21, by WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const la = luminance(a);
  const lb = luminance(b);
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

// Pure black: whatever the ground, black or white then has a contrast of at least 4.58.
const ink = '#000000';
const paper = '#ffffff';

/** Black or white, whichever reads better on `background`. */
export function readableOn(background: string): string {
  return contrast(ink, background) >= contrast(paper, background) ? ink : paper;
}
