import { expect, it } from 'vitest';
import { onlyChanged } from './only-changed.ts';

it('tells a step of the cursor from other data', () => {
  const places = [1, 2];
  const before = { cursor: 0 as number | null, places };
  expect(onlyChanged(before, { cursor: 1, places }, 'cursor')).toBe(true);
  expect(onlyChanged(before, { cursor: 1, places: [1, 2] }, 'cursor')).toBe(false);
  expect(onlyChanged(null, before, 'cursor')).toBe(false);
});
