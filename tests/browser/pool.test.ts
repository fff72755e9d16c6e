import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Superseded, WorkerLost } from '../../src/worker/errors.ts';
import { Pool } from '../../src/worker/pool.ts';

const signal = new AbortController().signal;
const spawn = vi.fn(() => new Worker(new URL('./fake-worker.ts', import.meta.url), { type: 'module' }));
let pool: Pool;

beforeEach(() => {
  spawn.mockClear();
  pool = new Pool(spawn, 2, () => {});
});
afterEach(() => pool.dispose());

/** A job that goes on until the test ends it. */
function hold(jobSignal = signal) {
  let end = () => {};
  let hasStarted = false;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const done = pool.run(async (host) => {
    hasStarted = true;
    await host.ready();
    await held;
  }, jobSignal);
  // The end of the test ends the pool, and whoever still waits hears of it.
  done.catch(() => {});
  return { done, hasStarted: () => hasStarted, end: () => end() };
}

test('starts a worker when one is needed, no more than its size, and queues the rest in order', async () => {
  expect(spawn).not.toHaveBeenCalled();
  await pool.run((host) => host.ready(), signal);
  await pool.run((host) => host.ready(), signal);
  expect(spawn).toHaveBeenCalledTimes(1);
  const jobs = [hold(), hold(), hold(), hold()];
  expect(spawn).toHaveBeenCalledTimes(2);
  expect(jobs.map(({ hasStarted }) => hasStarted())).toEqual([true, true, false, false]);
  jobs[0]!.end();
  await jobs[0]!.done;
  expect(jobs.map(({ hasStarted }) => hasStarted())).toEqual([true, true, true, false]);
});

test('workers start before they are needed, no more than its size; the first jobs find them', async () => {
  pool.warm(1);
  expect(spawn).toHaveBeenCalledTimes(1);
  pool.warm(3);
  expect(spawn).toHaveBeenCalledTimes(2);
  const jobs = [hold(), hold()];
  expect(jobs.map(({ hasStarted }) => hasStarted())).toEqual([true, true]);
  expect(spawn).toHaveBeenCalledTimes(2);
});

test('what is urgent goes before what is not, in its own order', async () => {
  const order: string[] = [];
  const job = (name: string) => async () => void order.push(name);
  const [first, second] = [hold(), hold()];
  const jobs = [
    pool.run(job('first'), signal),
    pool.run(job('second'), signal),
    pool.run(job('urgent'), signal, true),
    pool.run(job('urgent too'), signal, true),
  ];
  first.end();
  await Promise.all(jobs);
  expect(order).toEqual(['urgent', 'urgent too', 'first', 'second']);
  second.end();
});

test('a job that waits leaves the queue when it is aborted', async () => {
  const running = hold();
  hold();
  const controller = new AbortController();
  const waiting = hold(controller.signal);
  controller.abort(new Superseded());
  await expect(waiting.done).rejects.toBeInstanceOf(Superseded);
  running.end();
  await running.done;
  expect(waiting.hasStarted()).toBe(false);
});

test('a job whose signal is aborted already is not begun', async () => {
  const job = hold(AbortSignal.abort(new Superseded()));
  await expect(job.done).rejects.toBeInstanceOf(Superseded);
  expect(job.hasStarted()).toBe(false);
});

test('a job that fails frees its worker', async () => {
  const failing = () => pool.run(async () => Promise.reject(new Error('no')), signal);
  for (let i = 0; i < 3; i++) await expect(failing()).rejects.toThrow('no');
  await pool.run((host) => host.ready(), signal);
  expect(spawn).toHaveBeenCalledTimes(1);
});

test('what waits when the pool ends is told so', async () => {
  const running = pool.run((host) => host.call(() => new Promise(() => {})), signal);
  hold();
  const waiting = hold();
  pool.dispose();
  await expect(running).rejects.toBeInstanceOf(WorkerLost);
  await expect(waiting.done).rejects.toBeInstanceOf(WorkerLost);
});

test('after its end it starts nothing more', async () => {
  await pool.run((host) => host.ready(), signal);
  pool.dispose();
  pool.warm(2);
  await expect(pool.run((host) => host.ready(), signal)).rejects.toBeInstanceOf(WorkerLost);
  expect(spawn).toHaveBeenCalledTimes(1);
});

test('a worker that cannot be had rejects the job, and takes no place from the next one', async () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  for (let i = 0; i < 3; i++) {
    spawn.mockImplementationOnce(refuse);
    await expect(pool.run((host) => host.ready(), signal)).rejects.toThrow('denied');
  }
  await pool.run((host) => host.ready(), signal);
});
