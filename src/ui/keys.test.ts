import { expect, it } from 'vitest';
import { shortcuts } from './keys.ts';

it('gives each key one meaning', () => {
  const pressed = [' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Escape'];
  for (const key of pressed) expect(shortcuts.filter(({ match }) => match?.(key))).toHaveLength(1);
  for (const key of ['a', '9', 'Enter', '?']) expect(shortcuts.some(({ match }) => match?.(key))).toBe(false);
});
