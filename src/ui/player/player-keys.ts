import { useEffect } from 'react';

/** What the keys Space, arrows, Home and End do where something can be played. */
export interface PlayerKeys {
  toggle(): void;
  step(by: 1 | -1): void;
  toStart(): void;
  toEnd(): void;
}

let current: PlayerKeys | null = null;

/** The player that is on the page, if there is one. */
export const playerKeys = () => current;

/** Gives the keys to a player while it is on the page. @param keys the same object from render to render */
export function usePlayerKeys(keys: PlayerKeys): void {
  useEffect(() => {
    current = keys;
    return () => {
      if (current === keys) current = null;
    };
  }, [keys]);
}
