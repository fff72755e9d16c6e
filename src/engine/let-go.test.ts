import { expect, test, vi } from 'vitest';
import { letGo } from './let-go.ts';

/** A buffer that can be let go, in this Node as in newer ones. */
function watched(length: number) {
  const transfer = vi.fn();
  return { buffer: Object.assign(new ArrayBuffer(length), { transfer }), transfer };
}

test('lets go what is all of its buffer, and nothing that has neighbours there', () => {
  const { buffer, transfer } = watched(8);
  letGo(new Uint8Array(buffer, 0, 4));
  expect(transfer).not.toHaveBeenCalled();
  letGo(new Uint8Array(buffer));
  expect(transfer).toHaveBeenCalledExactlyOnceWith(0);
});

test('does nothing where it cannot', () => {
  const bytes = Uint8Array.of(1, 2);
  Object.assign(bytes.buffer, { transfer: undefined });
  letGo(bytes);
  expect([...bytes]).toEqual([1, 2]);
});
