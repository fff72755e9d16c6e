import { rgb } from 'd3';
import { mix } from '../color.ts';
import { drawSoon } from '../figure/draw-queue.ts';
import { element } from '../figure/svg.ts';
import type { FigureContext } from '../figure/types.ts';
import { divergingColor } from './heat-map.ts';

export interface GridImage {
  readonly caption: string;
  /** Row by row. */
  readonly pixels: ArrayLike<number>;
  /** In words, where the caption is not enough. */
  readonly title?: string;
}

export interface ImageGridData {
  readonly width: number;
  readonly height: number;
  readonly images: readonly GridImage[];
  /** The value that is darkest (0 is the ground); of a diverging scale, of both signs. */
  readonly most: number;
  readonly diverging?: boolean;
  /** Side of an image in the picture, in pixels; less where so many to a line need it. */
  readonly side: number;
  /** Images to a line; without it as many as there is room for. */
  readonly perLine?: number;
}

const GAP = 12;
const CAPTION = 18;

/** How long the pictures that are painted in one go may take, in ms: a hundred would hold up a frame. */
const BUDGET = 4;

/** Pictures side by side, each with a caption below. They are painted after the frames around them, some at a time. */
export function imageGrid(data: ImageGridData, { width, theme }: FigureContext): SVGSVGElement {
  const { images } = data;
  const side = data.perLine ? Math.min(data.side, Math.floor((width + GAP) / data.perLine) - GAP) : data.side;
  const tall = (side * data.height) / data.width;
  const perLine = data.perLine ?? Math.max(1, Math.floor((width + GAP) / (side + GAP)));
  const hasCaptions = images.some(({ caption }) => caption !== '');
  const line = tall + GAP + (hasCaptions ? CAPTION : 0);
  const svg = element('svg', { width, height: Math.max(1, Math.ceil(images.length / perLine) * line - GAP) });
  const steps = colors(data, theme.surface, theme.text);
  const blank: { image: SVGImageElement; pixels: ArrayLike<number> }[] = [];
  for (const [i, { caption, pixels, title }] of images.entries()) {
    const group = element('g', {
      transform: `translate(${(i % perLine) * (side + GAP)},${Math.floor(i / perLine) * line})`,
    });
    const image = element('image', { width: side, height: tall });
    blank.push({ image, pixels });
    image.setAttribute('image-rendering', 'pixelated');
    const frame = element('rect', { width: side, height: tall, rx: 2, fill: 'none', stroke: theme.line });
    const words = element('text', {
      x: side / 2,
      y: tall + 14,
      'text-anchor': 'middle',
      'font-size': 11,
      fill: theme.textMuted,
    });
    words.textContent = caption;
    group.append(image, frame, words);
    if (title) {
      const name = element('title', {});
      name.textContent = title;
      group.prepend(name);
    }
    svg.append(group);
  }
  const paint = () => {
    const end = performance.now() + BUDGET;
    while (blank.length > 0 && performance.now() < end) {
      const { image, pixels } = blank.shift()!;
      image.setAttribute('href', painted(pixels, data, steps));
    }
    if (blank.length > 0) drawSoon(paint);
  };
  drawSoon(paint);
  return svg;
}

/** 257 steps, as a canvas keeps its pixels: a colour string for each pixel would cost more than the picture. */
function colors({ diverging }: ImageGridData, ground: string, ink: string): Uint32Array {
  const bytes = new Uint8ClampedArray(257 * 4);
  for (let i = 0; i <= 256; i++) {
    const { r, g, b } = rgb(diverging ? divergingColor(i - 128, 128, ground) : mix(ink, ground, i / 256));
    bytes.set([r, g, b, 255], i * 4);
  }
  return new Uint32Array(bytes.buffer);
}

function painted(
  pixels: ArrayLike<number>,
  { width, height, most, diverging }: ImageGridData,
  steps: Uint32Array,
): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const image = context.createImageData(width, height);
  const to = new Uint32Array(image.data.buffer);
  for (let i = 0; i < to.length; i++) {
    const share = most > 0 ? (pixels[i] ?? 0) / most : 0;
    const step = Math.round(diverging ? 128 + share * 128 : share * 256);
    to[i] = steps[Math.max(0, Math.min(256, step))]!;
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
