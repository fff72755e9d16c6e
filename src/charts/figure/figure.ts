import './figure.css';
import { type PlotOptions, plot } from '@observablehq/plot';
import { type Chart, type ThemeColors, themeColors, watchLook, watchSize } from '../chart.ts';
import { drawNever, drawSoon } from './draw-queue.ts';
import { markRow } from './row-marks.ts';
import { watchSeen } from './seen.ts';
import type { Drawing, FigureCallbacks, FigureContext, FigureData } from './types.ts';

/** The page's own type, by name; a picture that leaves the page falls back to what there is. */
export const FONT = '"Inter Variable", Inter, system-ui, sans-serif';

/** What every plot of the page has in common: our type, our colours, tooltips on our ground. */
function themed(options: PlotOptions, { width, theme }: FigureContext): PlotOptions {
  const ours = [
    `--plot-background: ${theme.surface}`,
    `color: ${theme.text}`,
    `font-family: ${FONT}`,
    'font-size: 11px',
    'font-variant-numeric: tabular-nums',
    'overflow: visible',
  ].join('; ');
  const own = typeof options.style === 'string' ? options.style : '';
  return { width, ...options, style: `${ours}; ${own}` };
}

function picture(drawing: Drawing, context: FigureContext): Element {
  return drawing instanceof SVGSVGElement ? drawing : plot(themed(drawing, context));
}

/**
 * A chart for reading. It is as wide as `node` and as high as its drawing; it is drawn anew for another width, another theme or
 * other data, and not at all while it has no width. With `reserve` it keeps so many pixels of height until it comes near the
 * window, and is drawn then.
 */
export function createFigure(node: HTMLElement, callbacks: FigureCallbacks = {}, reserve = 0): Chart<FigureData> {
  const root = document.createElement('div');
  root.className = 'cs-figure';
  node.append(root);
  let data: FigureData | null = null;
  /** What the picture that stands was drawn by. */
  let drawnBy: FigureData['draw'] | null = null;
  let width = 0;
  let colors: ThemeColors | null = null;
  let isSeen = reserve === 0;
  if (!isSeen) root.style.minHeight = `${reserve}px`;

  const pointed = () => (root.firstElementChild as (Element & { value?: unknown }) | null)?.value ?? null;

  function draw(): void {
    width ||= Math.floor(node.clientWidth);
    if (!data || width < 1 || !isSeen) return;
    colors ??= themeColors(root);
    const context = { width, theme: colors };
    const drawn = picture(data.draw(context), context);
    // Plot names its groups, which no reader asks for.
    drawn.setAttribute('aria-hidden', 'true');
    drawn.addEventListener('input', () => callbacks.onHover?.(pointed()));
    root.replaceChildren(drawn);
    root.style.minHeight = '';
    drawnBy = data.draw;
    mark();
  }

  function mark(): void {
    if (data?.rows && colors && root.firstElementChild) markRow(root.firstElementChild, data, colors.text);
  }

  function onClick(event: MouseEvent): void {
    const value = pointed();
    if (value !== null) callbacks.onPick?.(value, event);
  }
  root.addEventListener('click', onClick);

  const onWidth = (next: number) => {
    if (next === width) return;
    width = next;
    drawSoon(draw);
  };
  const stopSize = watchSize(node, onWidth, false);
  const stopSeen = isSeen
    ? () => {}
    : watchSeen(root, () => {
        isSeen = true;
        drawSoon(draw);
      });
  const stopLook = watchLook(() => {
    colors = null;
    drawSoon(draw);
  });

  return {
    update(next) {
      data = next;
      // An image has a name from the start, also while it waits for its turn to be drawn.
      root.setAttribute('role', 'img');
      root.setAttribute('aria-label', next.label);
      if (drawnBy === data.draw) mark();
      else drawSoon(draw);
    },
    destroy() {
      drawNever(draw);
      stopSize();
      stopSeen();
      stopLook();
      root.removeEventListener('click', onClick);
      root.remove();
    },
  };
}
