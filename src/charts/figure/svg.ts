import type { ThemeColors } from '../chart.ts';

/** What words and marks of an exported picture are made with. */
export interface Pen {
  readonly theme: ThemeColors;
  readonly font: string;
  /** Measures text. */
  readonly context: CanvasRenderingContext2D;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** A new SVG element. */
export function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes,
): SVGElementTagNameMap[K] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** How wide a line of text is, in pixels. */
export function widthOf(text: string, size: number, { context, font }: Pen): number {
  context.font = `${size}px ${font}`;
  return context.measureText(text).width;
}

/** Lines of at most `width` pixels; a word that is longer has a line of its own. */
export function wrap(text: string, width: number, size: number, pen: Pen): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, size, pen) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}
