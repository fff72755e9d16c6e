import { expect, test } from 'vitest';
import { movePen, type Pen } from './pen.ts';

const pen: Pen = { x: 0.5, y: 0.5, isDown: true };

test('arrows move the pen, half as far with Shift, and it stays as it is: down or up', () => {
  expect(movePen(pen, 'ArrowLeft', false)).toEqual({ x: 0.45, y: 0.5, isDown: true });
  expect(movePen({ ...pen, isDown: false }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 0.525, isDown: false });
});

test('the pen does not leave the paper', () => {
  expect(movePen({ ...pen, x: 0.98 }, 'ArrowRight', false)!.x).toBe(1);
  expect(movePen({ ...pen, y: 0.01 }, 'ArrowUp', false)!.y).toBe(0);
});

test('other keys are not for the pen', () => {
  expect(movePen(pen, 'Enter', false)).toBeNull();
  expect(movePen(pen, 'a', false)).toBeNull();
});
