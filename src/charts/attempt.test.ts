import { afterEach, expect, test, vi } from 'vitest';
import { attempt, failure, forget, onFailures } from './attempt.ts';

const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => complaint.mockClear());

const broken = () => {
  throw new Error('no canvas');
};

test('a picture that throws is told until it is drawn, and does not throw at whoever asked for it', () => {
  const told: (string | null)[] = [];
  const stop = onFailures(() => told.push(failure()));
  const [stage, track] = [{}, {}];
  attempt(stage, broken);
  expect(complaint).toHaveBeenCalledWith(new Error('no canvas'));
  // Another picture's success says nothing of this one.
  attempt(track, () => {});
  expect(failure()).toBe('no canvas');
  attempt(stage, () => {});
  attempt(stage, () => {});
  expect(told).toEqual(['no canvas', null]);
  stop();
});

test('a picture that is gone is told no longer', () => {
  const [one, other] = [{}, {}];
  attempt(one, broken);
  attempt(other, () => {
    throw 'nothing to see';
  });
  forget(one);
  expect(failure()).toBe('nothing to see');
  forget(other);
  expect(failure()).toBeNull();
});
