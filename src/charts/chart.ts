import { attempt, forget } from './attempt.ts';

/** A chart owns everything inside the node it was created in, and nothing outside it. */
export interface Chart<Data> {
  /** Draws `data`; whatever an earlier update left under way ends. */
  update(data: Data): void;
  /** Takes back every element, listener and frame request. */
  destroy(): void;
}

/** What a selection gesture does with the rows it caught. */
export type SelectMode = 'replace' | 'add' | 'remove';

/** Shift adds, Alt removes, else what was selected is replaced. */
export function selectMode(event: { shiftKey: boolean; altKey: boolean }): SelectMode {
  if (event.altKey) return 'remove';
  return event.shiftKey ? 'add' : 'replace';
}

/**
 * Calls `onSize` with the content box of `node` in CSS pixels, now and whenever it changes; returns how to stop.
 * @param isNow false: first with the next frame, so that the page need not be laid out for it here
 */
export function watchSize(node: Element, onSize: (width: number, height: number) => void, isNow = true): () => void {
  let last = '';
  const report = (width: number, height: number) => {
    if (`${width}x${height}` === last) return;
    last = `${width}x${height}`;
    onSize(width, height);
  };
  const observer = new ResizeObserver(([entry]) => {
    if (entry) report(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height));
  });
  if (isNow) report(node.clientWidth, node.clientHeight);
  observer.observe(node);
  return () => observer.disconnect();
}

/** Calls `onChange` when the page changes between light and dark, or the screen's pixel density changes. */
export function watchLook(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme', 'class', 'style'],
  });
  let density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const onDensity = () => {
    density.removeEventListener('change', onDensity);
    density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', onDensity);
    onChange();
  };
  density.addEventListener('change', onDensity);
  return () => {
    observer.disconnect();
    density.removeEventListener('change', onDensity);
  };
}

/** Whether the reader asked the system for less motion; read afresh each time. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Physical pixels to a CSS pixel, at most 3: more cannot be seen and costs fill rate. */
export function pixelRatio(): number {
  return Math.min(3, Math.max(1, devicePixelRatio || 1));
}

/** The chart's colours that are not data, as they stand on `node` now. */
export interface ThemeColors {
  readonly text: string;
  readonly textMuted: string;
  readonly line: string;
  readonly surface: string;
  readonly stage: string;
  readonly accent: string;
  readonly noise: string;
}

/** Looks the theme's custom properties up on `node`. */
export function themeColors(node: Element): ThemeColors {
  const style = getComputedStyle(node);
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  return {
    text: read('--cs-text', '#1a1a1a'),
    textMuted: read('--cs-text-muted', '#6b6b6b'),
    line: read('--cs-line', '#e2e2df'),
    surface: read('--cs-surface', '#ffffff'),
    stage: read('--cs-stage', '#fafaf8'),
    accent: read('--cs-accent', '#3b57d9'),
    noise: read('--cs-noise', '#8c8c8c'),
  };
}

/** `themeColors` of a node, looked up once for as long as the page looks the same: for charts that are drawn at every frame. */
export function keepColors(node: Element): { now(): ThemeColors; stop(): void } {
  let colors: ThemeColors | null = null;
  const stop = watchLook(() => {
    colors = null;
  });
  return {
    now() {
      colors ??= themeColors(node);
      return colors;
    },
    stop,
  };
}

/** A function that asks for `draw` on the next animation frame, once however often it is called before that. `cancel` ends the picture. */
export function frameScheduler(draw: (now: number) => void): { schedule(): void; flush(): void; cancel(): void } {
  let request = 0;
  const run = (now: number) => {
    request = 0;
    attempt(draw, () => draw(now));
  };
  const stop = () => {
    cancelAnimationFrame(request);
    request = 0;
  };
  return {
    schedule() {
      if (!request) request = requestAnimationFrame(run);
    },
    flush() {
      if (!request) return;
      stop();
      run(performance.now());
    },
    cancel() {
      stop();
      forget(draw);
    },
  };
}
