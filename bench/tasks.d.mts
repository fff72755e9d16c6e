import type { CDPSession } from 'playwright';

export interface Task {
  /** ms, from its beginning to its end, as is what the processor spent on it. */
  readonly wall: number;
  readonly cpu: number;
  /** What took the most in it. */
  readonly calls: readonly string[];
}

/** Tasks of the main thread while `action` runs, longest first. */
export function tasksDuring(cdp: CDPSession, action: () => Promise<void>): Promise<Task[]>;
