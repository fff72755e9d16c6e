import { type Chart, frameScheduler, watchLook, watchSize } from '../chart.ts';
import { onlyChanged } from '../only-changed.ts';

/** Narrower there is nothing to be seen. */
const LEAST_WIDTH = 100;

interface Drawing<Data> {
  /** Draws all. Is called when the data or the width changed, or the page's colours did. */
  whole(data: Data, width: number): void;
  /** Draws what hangs on `part` alone. Is called after `whole` as well. */
  part(data: Data, width: number): void;
  remove(): void;
}

/** A chart whose cheap part is drawn by itself where nothing else changed: the cursor follows the hand. */
export interface Drawn<Data> extends Chart<Data> {
  readonly data: Data | null;
  /** Draws the cheap part again with the next frame. */
  redrawPart(): void;
}

/** Joins a drawing to the frames, to the width of its node and to the page's look. @param part the key of the data that the cheap part hangs on */
export function drawn<Data extends object>(node: HTMLElement, part: keyof Data, drawing: Drawing<Data>): Drawn<Data> {
  let data: Data | null = null;
  let width = 0;
  const drawPart = () => data && width >= LEAST_WIDTH && drawing.part(data, width);
  const whole = frameScheduler(() => {
    if (!data || width < LEAST_WIDTH) return;
    drawing.whole(data, width);
    drawPart();
  });
  const partOnly = frameScheduler(drawPart);
  const stopSize = watchSize(node, (next) => {
    width = next;
    whole.schedule();
  });
  const stopLook = watchLook(() => whole.schedule());
  return {
    get data() {
      return data;
    },
    redrawPart: () => partOnly.schedule(),
    update(next) {
      const before = data;
      data = next;
      if (onlyChanged(before, next, part)) partOnly.schedule();
      else whole.schedule();
    },
    destroy() {
      whole.cancel();
      partOnly.cancel();
      stopSize();
      stopLook();
      drawing.remove();
    },
  };
}
