import { useSyncExternalStore } from 'react';
import { palette } from '../charts/palette.ts';
import { useView } from '../state/view.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
/** Kept, and asked of the browser only when it tells: Chromium does not tell of a change that somebody has read before. */
let isDark = dark.matches;
const listeners = new Set<() => void>();
dark.addEventListener('change', ({ matches }) => {
  isDark = matches;
  for (const listener of listeners) listener();
});
const subscribe = (onChange: () => void) => {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
};

/** The theme that is shown now: the chosen one, or the system's. */
function currentTheme(): 'light' | 'dark' {
  const { theme } = useView.getState();
  if (theme !== 'auto') return theme;
  return isDark ? 'dark' : 'light';
}

/** `currentTheme`, followed. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useView(({ theme }) => theme);
  const system = useSyncExternalStore(subscribe, () => isDark);
  if (chosen !== 'auto') return chosen;
  return system ? 'dark' : 'light';
}

/** The cluster colours of the theme that is shown. */
export function usePalette(): readonly string[] {
  return palette(useTheme());
}

/** From light to dark or back; back to the system's choice when that is what comes next. */
export function toggleTheme(): void {
  const next = currentTheme() === 'dark' ? 'light' : 'dark';
  useView.getState().setTheme(next === (isDark ? 'dark' : 'light') ? 'auto' : next);
}
