import { useSyncExternalStore } from 'react';
import { palette } from '../charts/palette.ts';
import { useView } from '../state/view.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (onChange: () => void) => {
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
};

/** The theme that is shown now: the chosen one, or the system's. */
export function currentTheme(): 'light' | 'dark' {
  const { theme } = useView.getState();
  if (theme !== 'auto') return theme;
  return dark.matches ? 'dark' : 'light';
}

/** `currentTheme`, followed. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useView(({ theme }) => theme);
  const system = useSyncExternalStore(subscribe, () => dark.matches);
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
  useView.getState().setTheme(next === (dark.matches ? 'dark' : 'light') ? 'auto' : next);
}
