import { expect, test } from 'vitest';
import { Blocks, KernelMemory } from './memory.ts';

test('blocks do not overlap, and what is given back is used again', () => {
  const memory = new KernelMemory();
  const a = memory.take(100);
  const b = memory.take(1_000_000);
  const c = memory.take(10);
  expect(new Set([a % 64, b % 64, c % 64])).toEqual(new Set([0]));
  expect([b - a, c - b]).toEqual([128, 1_000_000 + 64 - (1_000_000 % 64 || 64)]);
  memory.give(a);
  memory.give(b);
  expect(memory.take(1_000_100)).toBe(a);
});

test('the memory does not grow when the same is taken again and again', () => {
  const memory = new KernelMemory();
  const use = () => {
    const blocks = new Blocks(memory);
    for (const size of [5_000, 70_000, 3, 200_000]) blocks.zeros(size);
    blocks.giveAll();
  };
  use();
  const size = memory.kernels.memory.buffer.byteLength;
  for (let i = 0; i < 50; i++) use();
  expect(memory.kernels.memory.buffer.byteLength).toBe(size);
});
