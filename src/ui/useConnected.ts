import { type RefObject, useEffect, useRef } from 'react';
import { attempt, forget } from '../charts/attempt.ts';
import { inTurn } from './in-turn.ts';
import { usePalette } from './useTheme.ts';

/** A picture that follows the stores without React in between. */
export interface Connected {
  setPalette(palette: readonly string[]): void;
  destroy(): void;
}

/**
 * Joins such a picture to React: connects it in the node when its turn comes, tells it of other colours, destroys it at the end.
 * @param connect keep it the same from render to render
 */
export function useConnected(
  connect: (node: HTMLElement, palette: readonly string[]) => Connected,
): RefObject<HTMLDivElement | null> {
  const node = useRef<HTMLDivElement>(null);
  const connected = useRef<Connected | null>(null);
  const palette = usePalette();
  const latest = useRef(palette);
  latest.current = palette;

  useEffect(() => {
    const callOff = inTurn(() => {
      attempt(node, () => {
        connected.current = connect(node.current!, latest.current);
      });
    });
    return () => {
      callOff();
      forget(node);
      connected.current?.destroy();
      connected.current = null;
    };
  }, [connect]);

  useEffect(() => connected.current?.setPalette(palette), [palette]);
  return node;
}
