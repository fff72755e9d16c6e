import { create } from 'zustand';
import type { Frame } from '../engine/types.ts';
import { afterPaint } from './after-paint.ts';
import { animationFrames, type Clock, Ticker } from './ticker.ts';

/** Milliseconds a step at speed 1. */
export const STEP_MS = 800;
const SPEED_RANGE = [0.25, 8] as const;

export interface TimelineState {
  readonly frames: readonly Frame[];
  readonly index: number;
  readonly playing: boolean;
  /** 0.25 … 8 */
  readonly speed: number;
  /** The next run that is shown plays from its start. */
  readonly armed: boolean;
  /** The step at which a link opens the next run that is shown; null: its result. */
  readonly awaited: number | null;
  /** Plays on from here; from the start when it stands at the end. */
  play(): void;
  pause(): void;
  /** Stops playing and moves by `delta` frames. */
  step(delta: number): void;
  /** Stops playing and moves to a frame; clamped. */
  seek(index: number): void;
  /** Back to the first frame; goes on playing if it was. */
  restart(): void;
  setSpeed(speed: number): void;
  /** Call before a change of the recipe whose run should be watched from its start (a centre was dragged). */
  playNext(): void;
  /** The next run that is shown stands at this step, if it has it and does not play. */
  await(step: number | null): void;
  /** The frames of a run that has ended: stands at the result, or at the step that is awaited, or plays from the start if it was playing or is armed. */
  show(frames: readonly Frame[]): void;
  /** A frame of a run that is under way: the picture follows it. */
  follow(frames: readonly Frame[]): void;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

export const createTimelineStore = (clock: Clock = animationFrames) =>
  create<TimelineState>()((set, get) => {
    const end = () => Math.max(0, get().frames.length - 1);
    const ticker = new Ticker(
      clock,
      () => STEP_MS / get().speed,
      () => {
        const index = Math.min(get().index + 1, end());
        set({ index, playing: index < end() });
        return get().playing;
      },
    );
    const start = (index: number) => {
      ticker.stop();
      // Nothing to play in a run of a single frame.
      if (end() === 0) return set({ index: 0, playing: false });
      set({ index, playing: true, awaited: null });
      ticker.start();
    };
    const goTo = (index: number) => {
      ticker.stop();
      set({ index: clamp(Math.round(index), 0, end()), playing: false, awaited: null });
    };

    return {
      frames: [],
      index: 0,
      playing: false,
      speed: 1,
      armed: false,
      awaited: null,
      play: () => {
        if (!get().playing) start(get().index >= end() ? 0 : get().index);
      },
      pause: () => goTo(get().index),
      step: (delta) => goTo(get().index + delta),
      seek: (index) => {
        if (Number.isFinite(index)) goTo(index);
      },
      restart: () => (get().playing ? start(0) : goTo(0)),
      setSpeed: (speed) => {
        if (Number.isFinite(speed)) set({ speed: clamp(speed, ...SPEED_RANGE) });
      },
      playNext: () => set({ armed: true }),
      await: (awaited) => set({ awaited }),
      show: (frames) => {
        const { playing, armed, awaited } = get();
        ticker.stop();
        const named = awaited === null ? -1 : frames.findIndex(({ step }) => step >= awaited);
        const index = named < 0 ? Math.max(0, frames.length - 1) : named;
        set({ frames, index, playing: false, armed: false, awaited: null });
        if (playing || armed) start(0);
      },
      follow: (frames) => {
        ticker.stop();
        set({ frames, index: Math.max(0, frames.length - 1) });
      },
    };
  });

/** Steps show at once; only the frames of another run wait for the stage. */
export const useTimeline = afterPaint(createTimelineStore(), (state, before) => state.frames !== before.frames);
