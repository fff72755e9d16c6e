import { create } from 'zustand';
import { type SharedView, WHOLE } from '../../../charts/small-scatter/types.ts';
import { animationFrames, type Clock, Ticker } from '../../../state/ticker.ts';
import { useTimeline } from '../../../state/timeline.ts';
import type { PlayerKeys } from '../../../ui/player/player-keys.ts';

interface PlaybackState {
  /** Steps of the longest run; each run is played in proportion. */
  readonly steps: number;
  /** 0 … steps. */
  readonly step: number;
  readonly playing: boolean;
  /** The part of the plane that all pictures show. */
  readonly view: SharedView;
  /** Where the row under the pointer is on the screen. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** There are other runs, the longest of so many steps: what was at the end stays at the end. */
  setSteps(steps: number): void;
  play(): void;
  pause(): void;
  seek(step: number): void;
  restart(): void;
  setView(view: SharedView): void;
  setPointer(pointer: PlaybackState['pointer']): void;
}

/** A whole play takes about so long at speed 1, whatever the number of steps; but no step is longer than in the Cluster lab. */
const WHOLE_MS = 6000;
const STEP_MS = 800;

/** The frame of a run of `frames` frames where `step` of `steps` have been played. */
export const frameAt = (step: number, steps: number, frames: number) =>
  steps === 0 ? Math.max(0, frames - 1) : Math.round((step / steps) * Math.max(0, frames - 1));

const createPlayback = (clock: Clock = animationFrames, speed = () => useTimeline.getState().speed) =>
  create<PlaybackState>()((set, get) => {
    const ticker = new Ticker(
      clock,
      () => Math.min(STEP_MS, WHOLE_MS / Math.max(1, get().steps)) / speed(),
      () => {
        const step = Math.min(get().step + 1, get().steps);
        set({ step, playing: step < get().steps });
        return get().playing;
      },
    );
    const start = (step: number) => {
      ticker.stop();
      if (get().steps === 0) return set({ playing: false });
      set({ step, playing: true });
      ticker.start();
    };
    const goTo = (step: number) => {
      ticker.stop();
      set({ step: Math.min(Math.max(0, Math.round(step)), get().steps), playing: false });
    };
    return {
      steps: 0,
      step: 0,
      playing: false,
      view: WHOLE,
      pointer: null,
      setSteps: (steps) => {
        const { step, steps: before } = get();
        if (steps === before) return;
        set({ steps, step: before === 0 ? steps : Math.round((step / before) * steps) });
      },
      play: () => start(get().step >= get().steps ? 0 : get().step),
      pause: () => goTo(get().step),
      seek: (step) => {
        if (Number.isFinite(step)) goTo(step);
      },
      restart: () => (get().playing ? start(0) : goTo(0)),
      setView: (view) => set({ view }),
      setPointer: (pointer) => set({ pointer }),
    };
  });

/** What all pictures of a comparison share. */
export const usePlayback = createPlayback();

const now = () => usePlayback.getState();
export const playbackKeys: PlayerKeys = {
  toggle: () => (now().playing ? now().pause() : now().play()),
  step: (by) => now().seek(now().step + by),
  toStart: () => now().seek(0),
  toEnd: () => now().seek(now().steps),
};

/** Zooms all pictures by a factor around their middle; never further out than the whole. */
export function zoomBy({ k, x, y }: SharedView, factor: number): SharedView {
  const next = Math.min(60, Math.max(1, k * factor));
  const clamp = (offset: number) => Math.min(0, Math.max(1 - next, 0.5 - ((0.5 - offset) / k) * next));
  return { k: next, x: clamp(x), y: clamp(y) };
}
