import { type KeyboardEvent, useState } from 'react';
import { useDrawing } from './drawing-store.ts';
import { movePen, type Pen, START } from './pen.ts';

/** The pen of whoever draws by keys: where it is while the surface has the focus by key, and what the surface listens to. */
export function usePenKeys() {
  const [pen, setPen] = useState<Pen | null>(null);
  const [last, setLast] = useState(START);
  const put = (next: Pen) => {
    setPen(next);
    setLast({ ...next, isDown: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!pen || event.ctrlKey || event.metaKey || event.altKey) return;
    const drawing = useDrawing.getState();
    const moved = movePen(pen, event.key, event.shiftKey);
    if (moved) {
      if (pen.isDown) drawing.extend([moved.x, moved.y]);
      put(moved);
    } else if (event.key === ' ') {
      if (!pen.isDown) drawing.begin(pen.x, pen.y);
      put({ ...pen, isDown: !pen.isDown });
    } else if (event.key === 'Backspace') {
      drawing.undo();
      put({ ...pen, isDown: false });
    } else return;
    event.preventDefault();
  };
  return {
    pen,
    tabIndex: 0,
    onKeyDown,
    onFocus: (event: { currentTarget: HTMLElement }) => event.currentTarget.matches(':focus-visible') && setPen(last),
    onBlur: () => setPen(null),
  };
}
