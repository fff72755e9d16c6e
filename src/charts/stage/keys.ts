import { isHandle } from './center-drag.ts';

export interface KeyHost {
  zoomBy(factor: number): void;
  resetZoom(): void;
  /** Gives up a lasso or the cursor, else clears the selection. */
  escape(): void;
  /** The keyboard's cursor goes to the point nearest the middle. */
  enter(): void;
  /** Moves the cursor to the next point that way; returns false when there is no cursor. */
  step(dx: number, dy: number): boolean;
  /** Selects the point under the cursor; returns false when there is none. */
  select(event: KeyboardEvent): boolean;
  /** Selects all points in view. */
  selectSeen(event: KeyboardEvent): void;
  /** The focus left the stage. */
  leave(): void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The stage's keys while it has the focus. What it uses goes no further; arrows without a cursor are the page's. */
export function createKeys(root: HTMLElement, host: KeyHost): () => void {
  const use = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      host.escape();
      return false;
    }
    if (isHandle(event.target) || event.ctrlKey || event.metaKey) return false;
    const arrow = arrows[event.key];
    if (arrow) return host.step(arrow[0], arrow[1]);
    if (event.key === '+' || event.key === '=') host.zoomBy(1.5);
    else if (event.key === '-') host.zoomBy(1 / 1.5);
    else if (event.key === '0') host.resetZoom();
    // By its place: with Alt, which removes, a Mac writes another letter.
    else if (event.code === 'KeyA') host.selectSeen(event);
    else if (event.key === 'Enter') {
      if (!host.select(event)) host.enter();
    } else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!use(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onLeave = (event: FocusEvent) => {
    if (!root.contains(event.relatedTarget as Node | null)) host.leave();
  };
  root.addEventListener('keydown', onKey);
  root.addEventListener('focusout', onLeave);
  return () => {
    root.removeEventListener('keydown', onKey);
    root.removeEventListener('focusout', onLeave);
  };
}
