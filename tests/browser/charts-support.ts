import { expect, onTestFinished, vi } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import '../../src/charts/gallery/gallery.css';

/** A node of a size in the page. */
export function box(width: number, height: number): HTMLElement {
  const node = document.createElement('div');
  Object.assign(node.style, {
    position: 'fixed',
    left: '10px',
    top: '10px',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(node);
  return node;
}

/** A chart in a node of a size. After the test it is destroyed, and must leave nothing in its node. */
export function placed<Data, C extends Chart<Data>>(
  create: (node: HTMLElement) => C & Chart<Data>,
  data: Data,
  [width, height]: readonly [number, number],
): { chart: C; node: HTMLElement; root: HTMLElement } {
  const node = box(width, height);
  const chart = create(node);
  onTestFinished(() => {
    chart.destroy();
    expect(node.childElementCount).toBe(0);
    node.remove();
    document.documentElement.removeAttribute('data-mantine-color-scheme');
  });
  chart.update(data);
  return { chart, node, root: node.firstElementChild as HTMLElement };
}

/**
 * The same, once it is drawn: whole, for what a drawing leaves to the next frame it leaves by the clock, which stands
 * until then.
 */
export async function mounted<Data, C extends Chart<Data>>(...given: Parameters<typeof placed<Data, C>>) {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  const chart = placed(...given);
  await frames();
  clock.mockRestore();
  return chart;
}

export async function frames(n = 2): Promise<void> {
  for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame);
}

/** Stops the clock for the rest of the test; what it returns draws the animation frame of so many milliseconds later. */
export function clock(): (milliseconds: number) => void {
  let waiting = new Map<number, FrameRequestCallback>();
  let asked = 0;
  const start = performance.now();
  const spies = [
    vi.spyOn(performance, 'now').mockReturnValue(start),
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
      waiting.set(++asked, callback);
      return asked;
    }),
    vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((id) => void waiting.delete(id)),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return (milliseconds) => {
    const due = waiting;
    waiting = new Map();
    for (const callback of due.values()) callback(start + milliseconds);
  };
}

/** Stops the timers for the rest of the test: what is let go of after a rest stays held however slow the machine. */
export function stopTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

type Keys = { shiftKey?: boolean; altKey?: boolean; pointerType?: string; code?: string };

/** Pointer events at client coordinates, as a hand would give them. No pointer is really down, so capture is a stand-in. */
export function press(target: Element, path: readonly (readonly [number, number])[], keys: Keys = {}): void {
  const capture = vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
  const send = (type: string, [clientX, clientY]: readonly [number, number], buttons: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        isPrimary: true,
        pointerId: 1,
        pointerType: 'mouse',
        clientX,
        clientY,
        buttons,
        ...keys,
      }),
    );
  send('pointerdown', path[0]!, 1);
  for (const place of path.slice(1)) send('pointermove', place, 1);
  send('pointerup', path.at(-1)!, 0);
  capture.mockRestore();
}

/** A move without a button. */
export function hover(target: Element, clientX: number, clientY: number): void {
  target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX, clientY }));
}

export function key(target: Element, name: string, keys: Keys = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...keys });
  target.dispatchEvent(event);
  return event;
}
