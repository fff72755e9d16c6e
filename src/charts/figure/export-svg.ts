import { type ThemeColors, themeColors } from '../chart.ts';
import { FONT } from './figure.ts';
import { legendPicture } from './legend-picture.ts';
import { standalone } from './standalone.ts';
import { element, type Pen, wrap } from './svg.ts';
import type { Legend } from './types.ts';
import { vectorsOf } from './vector.ts';

/** A figure as it leaves the page. */
export interface Picture {
  /** Holds the chart: whatever of SVG and canvas is in it, where it stands. */
  readonly body: HTMLElement;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly legend?: Legend | null | undefined;
  /** For readers who do not see it: becomes the file's `desc`. */
  readonly summary: string;
}

export interface Exported {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const PAD = 16;

/** A picture within a picture comes with it; that on a button is no part of the chart. */
const isLayer = (layer: Element) => !layer.parentElement?.closest('svg, button');

/** Where the marks of a canvas come in: as elements of the page first, ten thousands of them would take a second. */
const PLACE = /<(svg [^>]*)data-vector="(\d+)"([^>]*)\/>/g;

/** The layers of the chart at their places within the body; canvases by their marks, or else as embedded pictures. */
function layers(body: HTMLElement, markups: string[]): SVGGElement {
  const group = element('g', {});
  const frame = body.getBoundingClientRect();
  const all = [...body.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')].filter(isLayer);
  const vectors = vectorsOf(all.filter((layer) => layer instanceof HTMLCanvasElement));
  for (const layer of all) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const place = { x: left - frame.left, y: top - frame.top, width, height };
    if (layer instanceof HTMLCanvasElement) {
      const vector = vectors.get(layer);
      if (!vector) group.append(element('image', { ...place, href: layer.toDataURL() }));
      else
        group.append(
          element('svg', { ...place, overflow: 'hidden', 'data-vector': markups.push(vector.markup()) - 1 }),
        );
    } else {
      const copy = standalone(layer);
      for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
      copy.setAttribute('overflow', 'visible');
      group.append(copy);
    }
  }
  for (const words of body.querySelectorAll<HTMLElement>('[data-figure-text]')) group.append(textAt(words, frame));
  return group;
}

/** The words of an element of the page, where they stand: a figure of several charts names them so. */
function textAt(words: HTMLElement, frame: DOMRect): SVGTextElement {
  const { left, top, height } = words.getBoundingClientRect();
  const { fontSize, fontWeight, color } = getComputedStyle(words);
  const size = Number.parseFloat(fontSize);
  const y = top - frame.top + height / 2 + size * 0.35;
  const node = element('text', { x: left - frame.left, y, 'font-size': size, 'font-weight': fontWeight, fill: color });
  node.textContent = words.textContent;
  return node;
}

/** A colour as it stands in the page now: a custom property has no meaning outside of it. */
function resolved(legend: Legend, body: Element): Legend {
  const style = getComputedStyle(body);
  const plain = (color: string) => {
    const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
    return name ? style.getPropertyValue(name).trim() : color;
  };
  if ('ramp' in legend) return { ramp: { ...legend.ramp, colors: legend.ramp.colors.map(plain) } };
  return { swatches: legend.swatches.map((swatch) => ({ ...swatch, color: plain(swatch.color) })) };
}

function head(
  { title, subtitle, legend, body }: Picture,
  pen: Pen,
  width: number,
): { group: SVGGElement; height: number } {
  const group = element('g', {});
  let y = 0;
  const write = (text: string, attributes: Readonly<Record<string, string | number>>, size: number) => {
    for (const line of wrap(text, width, size, pen)) {
      y += size * 1.4;
      const node = element('text', { x: 0, y, 'font-size': size, ...attributes });
      node.textContent = line;
      group.append(node);
    }
  };
  write(title, { 'font-weight': 600, fill: pen.theme.text }, 14);
  if (subtitle) write(subtitle, { fill: pen.theme.textMuted }, 12);
  if (legend) {
    const drawn = legendPicture(resolved(legend, body), width, pen);
    drawn.group.setAttribute('transform', `translate(0,${y + 10})`);
    group.append(drawn.group);
    y += 10 + drawn.height;
  }
  return { group, height: y + 12 };
}

/** The figure as one SVG that needs nothing of the page: title, legend, background, styles written out, fonts by name. */
export function exportSvg(picture: Picture): Exported {
  const theme: ThemeColors = themeColors(picture.body);
  const pen: Pen = { theme, font: FONT, context: document.createElement('canvas').getContext('2d')! };
  const { width: inner, height: chart } = picture.body.getBoundingClientRect();
  const above = head(picture, pen, inner);
  const width = Math.ceil(inner + 2 * PAD);
  const height = Math.ceil(above.height + chart + 2 * PAD);
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT });
  const name = element('title', {});
  name.textContent = picture.title;
  const words = element('desc', {});
  words.textContent = picture.summary;
  const markups: string[] = [];
  const chartLayers = layers(picture.body, markups);
  above.group.setAttribute('transform', `translate(${PAD},${PAD - 4})`);
  chartLayers.setAttribute('transform', `translate(${PAD},${PAD + above.height})`);
  svg.append(name, words, element('rect', { width, height, fill: theme.surface }), above.group, chartLayers);
  const text = new XMLSerializer().serializeToString(svg);
  const filled = text.replaceAll(
    PLACE,
    (_, before, place, after) => `<${before}${after}>${markups[Number(place)]}</svg>`,
  );
  return { svg: filled, width, height };
}

/** The same as pixels, at twice its size. */
export async function exportPng(picture: Picture, scale = 2): Promise<Blob> {
  const { svg, width, height } = exportSvg(picture);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
  });
}
