import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

const nextTurn = () => new Promise<void>((resolve) => inTurn(resolve));

it('does one piece of work a task, in the order they came in', async () => {
  const done: string[] = [];
  inTurn(() => {
    done.push('a');
    queueMicrotask(() => done.push('end of its task'));
  });
  inTurn(() => done.push('b'));
  expect(done).toEqual([]);
  await nextTurn();
  expect(done).toEqual(['a', 'end of its task', 'b']);
});

it('does twice what it was asked for twice', async () => {
  let done = 0;
  const work = () => void done++;
  inTurn(work);
  const callOff = inTurn(work);
  inTurn(work);
  callOff();
  await nextTurn();
  expect(done).toBe(2);
});

it('leaves out what was called off, and goes on with the rest', async () => {
  const done: string[] = [];
  const callOff = inTurn(() => done.push('a'));
  inTurn(() => done.push('b'));
  callOff();
  await nextTurn();
  expect(done).toEqual(['b']);
});

it('goes on after work that throws', async () => {
  const done: string[] = [];
  const thrown = new Promise<unknown>((resolve) => process.once('uncaughtException', resolve));
  inTurn(() => {
    throw new Error('broken');
  });
  inTurn(() => done.push('b'));
  expect(String(await thrown)).toContain('broken');
  await nextTurn();
  expect(done).toEqual(['b']);
});
