import { type ReactNode, useEffect, useState } from 'react';

/**
 * Shows what is in it some frames after the page around it was there: a page that has much to show appears piece by piece, the
 * first thing first, and no task is long.
 */
export function Later({ frames, children }: { frames: number; children: ReactNode }) {
  const [left, setLeft] = useState(frames);
  useEffect(() => {
    if (left === 0) return;
    const request = requestAnimationFrame(() => setLeft(left - 1));
    return () => cancelAnimationFrame(request);
  }, [left]);
  return left === 0 ? children : null;
}
