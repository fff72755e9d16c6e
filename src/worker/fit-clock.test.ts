import { expect, test } from 'vitest';
import { FitClock } from './fit-clock.ts';

function timed() {
  let now = 0;
  const clock = new FitClock(() => now);
  return { clock, pass: (ms: number) => (now += ms) };
}

test('counts what happens within steps, not between them', () => {
  const { clock, pass } = timed();
  clock.enter();
  pass(10);
  clock.leave(false);
  pass(500);
  clock.enter();
  pass(5);
  clock.leave(false);
  expect(clock.seconds).toBe(0.015);
});

test('the making of a frame does not count, over several steps too', () => {
  const { clock, pass } = timed();
  clock.enter();
  pass(10);
  clock.frameWanted();
  pass(100);
  clock.leave(false);
  clock.enter();
  pass(100);
  clock.leave(true);
  clock.enter();
  pass(1);
  clock.leave(false);
  expect(clock.seconds).toBe(0.011);
});

test('begins anew when told', () => {
  const { clock, pass } = timed();
  clock.enter();
  pass(10);
  clock.leave(true);
  clock.reset();
  clock.enter();
  pass(2);
  clock.leave(false);
  expect(clock.seconds).toBe(0.002);
});
