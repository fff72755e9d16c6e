import { easeCubicInOut, easeCubicOut } from 'd3';

/** Milliseconds: points and centres that glide from step to step; one projection that becomes another. */
export const GLIDE = 400;
export const MORPH = 800;

/** One movement from 0 to 1 in time. It can be started anew at any moment; the caller keeps from where. */
export interface Motion {
  start(now: number, duration: number): void;
  /** Ends at once. */
  finish(): void;
  /** Eased progress at `now`, 0…1. Once 1, `running` is false. */
  progress(now: number): number;
  readonly running: boolean;
}

export function createMotion(): Motion {
  let began = 0;
  let duration = 0;
  let running = false;
  return {
    start(now, milliseconds) {
      began = now;
      duration = milliseconds;
      running = milliseconds > 0;
    },
    finish() {
      running = false;
    },
    progress(now) {
      const t = running ? Math.min(1, Math.max(0, (now - began) / duration)) : 1;
      if (t === 1) running = false;
      // A glide answers at once, for it may be cut short by the next step; a morph starts gently.
      return duration >= MORPH ? easeCubicInOut(t) : easeCubicOut(t);
    },
    get running() {
      return running;
    },
  };
}
