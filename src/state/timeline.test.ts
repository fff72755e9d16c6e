import { describe, expect, test } from 'vitest';
import type { Frame } from '../engine/types.ts';
import { createTimelineStore, STEP_MS } from './timeline.ts';

const frames = (count: number): Frame[] =>
  Array.from({ length: count }, (_, step) => ({
    step,
    phase: 'step',
    labels: new Int32Array(0),
    changed: new Int32Array(0),
    centers: null,
    score: null,
    extra: {},
  }));

/** A store whose clock the test moves. */
function open(count: number) {
  let waiting: ((now: number) => void) | null = null;
  let now = 0;
  let requests = 0;
  const store = createTimelineStore({
    request: (callback) => {
      requests++;
      waiting = callback;
      return 1;
    },
    cancel: () => {
      waiting = null;
    },
  });
  const pass = (milliseconds: number, ticks = 1) => {
    for (let i = 0; i < ticks; i++) {
      now += milliseconds;
      const callback = waiting;
      waiting = null;
      callback?.(now);
    }
  };
  store.getState().show(frames(count));
  return {
    get: store.getState,
    pass,
    isTicking: () => waiting !== null,
    requests: () => requests,
    subscribe: store.subscribe,
  };
}

describe('the timeline', () => {
  test('shows the result of a new run and stands still', () => {
    const { get, isTicking } = open(5);
    expect(get()).toMatchObject({ index: 4, playing: false });
    expect(isTicking()).toBe(false);
  });

  test('stands at the step that a link names, in the first run alone; at the result where there is no such step', () => {
    const { get } = open(5);
    get().await(2);
    get().follow(frames(4));
    expect(get().index).toBe(3);
    get().show(frames(5).filter(({ step }) => step !== 2));
    expect(get()).toMatchObject({ index: 2, awaited: null });
    get().show(frames(5));
    expect(get().index).toBe(4);
    get().await(9);
    get().show(frames(5));
    expect(get().index).toBe(4);
  });

  test('a step that is gone to by hand is not left again for one that a link named', () => {
    const { get } = open(5);
    get().await(2);
    get().seek(1);
    get().show(frames(5));
    expect(get().index).toBe(4);
  });

  test('play at the end begins at the start and stops at the end', () => {
    const { get, pass, isTicking } = open(3);
    get().play();
    expect(get()).toMatchObject({ index: 0, playing: true });
    pass(0);
    pass(STEP_MS);
    expect(get().index).toBe(1);
    pass(STEP_MS - 1);
    expect(get().index).toBe(1);
    pass(1);
    expect(get()).toMatchObject({ index: 2, playing: false });
    expect(isTicking()).toBe(false);
  });

  test('play goes on from where it stands', () => {
    const { get, pass } = open(5);
    get().seek(2);
    get().play();
    pass(0);
    pass(STEP_MS);
    expect(get().index).toBe(3);
  });

  test('speed counts, and is kept between 0.25 and 8', () => {
    const { get, pass } = open(20);
    get().setSpeed(8);
    get().play();
    pass(0);
    pass(STEP_MS / 8, 3);
    expect(get().index).toBe(3);
    get().setSpeed(100);
    expect(get().speed).toBe(8);
    get().setSpeed(0);
    expect(get().speed).toBe(0.25);
    get().setSpeed(Number.NaN);
    expect(get().speed).toBe(0.25);
  });

  test('a tab that slept goes on with the next step instead of racing', () => {
    const { get, pass } = open(20);
    get().play();
    pass(0);
    pass(STEP_MS * 10);
    expect(get().index).toBe(1);
    pass(1);
    expect(get().index).toBe(1);
  });

  test('stepping and seeking stop the player and stay inside', () => {
    const { get, isTicking } = open(4);
    get().play();
    get().step(1);
    expect(get()).toMatchObject({ index: 1, playing: false });
    expect(isTicking()).toBe(false);
    get().step(-9);
    expect(get().index).toBe(0);
    get().seek(99);
    expect(get().index).toBe(3);
    get().seek(1.4);
    expect(get().index).toBe(1);
    get().seek(Number.NaN);
    expect(get().index).toBe(1);
  });

  test('restart goes to the start, and on playing if it was', () => {
    const { get, pass } = open(4);
    get().restart();
    expect(get()).toMatchObject({ index: 0, playing: false });
    get().play();
    pass(0);
    pass(STEP_MS);
    get().restart();
    expect(get()).toMatchObject({ index: 0, playing: true });
    get().pause();
    expect(get()).toMatchObject({ index: 0, playing: false });
  });

  test('whoever restarts on hearing of a step does not make it tick twice', () => {
    const { get, pass, requests, subscribe } = open(9);
    get().play();
    pass(0);
    const stop = subscribe(({ index }) => index === 1 && get().restart());
    const before = requests();
    pass(STEP_MS);
    stop();
    expect(get()).toMatchObject({ index: 0, playing: true });
    expect(requests() - before).toBe(1);
  });

  test('a new run plays from its start when the player was playing', () => {
    const { get } = open(4);
    get().play();
    get().show(frames(7));
    expect(get()).toMatchObject({ index: 0, playing: true });
  });

  test('a new run plays from its start once, when that was asked for', () => {
    const { get } = open(4);
    get().playNext();
    get().show(frames(7));
    expect(get()).toMatchObject({ index: 0, playing: true, armed: false });
    get().pause();
    get().show(frames(3));
    expect(get()).toMatchObject({ index: 2, playing: false });
  });

  test('follows a run that is under way', () => {
    const { get } = open(4);
    get().follow(frames(2));
    expect(get()).toMatchObject({ index: 1, playing: false });
  });

  test.each([0, 1])('%i frames: nothing to play', (count) => {
    const { get, isTicking } = open(count);
    get().play();
    expect(get()).toMatchObject({ index: 0, playing: false });
    expect(isTicking()).toBe(false);
    get().step(1);
    expect(get().index).toBe(0);
  });
});
