import './canvas-chart.css';
import { pixelRatio, themeColors, watchLook, watchSize } from '../chart.ts';
import { drawNever, drawSoon } from '../figure/draw-queue.ts';

/** What a chart on a canvas between two SVGs is made of. */
export interface CanvasChart {
  readonly root: HTMLElement;
  readonly below: SVGSVGElement;
  readonly above: SVGSVGElement;
  readonly tip: HTMLElement;
  /** What is written here is read out. */
  readonly said: HTMLElement;
}

/** Below and above a canvas, an SVG each; and a tip. `root` has the keyboard's focus; `keyHelp` says what keys do. */
export function createCanvasChart(node: HTMLElement, canvas: HTMLCanvasElement, keyHelp: string): CanvasChart {
  const root = document.createElement('div');
  root.className = 'cs-canvas-chart';
  root.tabIndex = 0;
  root.setAttribute('role', 'group');
  root.setAttribute('aria-description', keyHelp);
  const svg = () => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    made.setAttribute('aria-hidden', 'true');
    return made;
  };
  const below = svg();
  const above = svg();
  const tip = document.createElement('div');
  tip.className = 'cs-canvas-tip';
  tip.hidden = true;
  canvas.setAttribute('aria-hidden', 'true');
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.setAttribute('aria-live', 'polite');
  root.append(below, canvas, above, tip, said);
  node.append(root);
  return { root, below, above, tip, said };
}

/** Gives every layer its size. */
export function sizeLayers({ root, below, above }: CanvasChart, width: number, height: number): void {
  root.style.height = `${height}px`;
  for (const svg of [below, above]) {
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
  }
}

/** Puts words beside a place in the chart; null: none. */
export function showTip({ root, tip }: CanvasChart, at: { x: number; y: number; words: string } | null): void {
  tip.hidden = at === null;
  if (!at) return;
  tip.textContent = at.words;
  const isRight = at.x > root.clientWidth / 2;
  tip.style.left = isRight ? '' : `${at.x + 12}px`;
  tip.style.right = isRight ? `${root.clientWidth - at.x + 12}px` : '';
  tip.style.top = `${Math.max(0, at.y - 12)}px`;
}

/** Calls `redraw` on one of the next frames whenever width or look have changed; returns how to ask for it and how to stop. */
export function watchCanvas(node: HTMLElement, redraw: (width: number, looks: Looks) => void) {
  let width = 0;
  let looks: Looks | null = null;
  const draw = () => {
    width ||= Math.floor(node.clientWidth);
    if (width < 1) return;
    looks ??= { colors: themeColors(node), ratio: pixelRatio() };
    redraw(width, looks);
  };
  const onWidth = (next: number) => {
    if (next === width) return;
    width = next;
    drawSoon(draw);
  };
  const stopSize = watchSize(node, onWidth, false);
  const stopLook = watchLook(() => {
    looks = null;
    drawSoon(draw);
  });
  return {
    schedule: () => drawSoon(draw),
    stop() {
      drawNever(draw);
      stopSize();
      stopLook();
    },
  };
}

export interface Looks {
  readonly colors: ReturnType<typeof themeColors>;
  readonly ratio: number;
}
