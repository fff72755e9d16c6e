import { attempt, forget } from '../attempt.ts';

/** How long the drawings of one frame may take together, in ms: beyond it, the rest waits for the next. A drawing is laid out and
 * painted in the same frame, for about as long again. */
const BUDGET = 4;

const waiting = new Set<() => void>();
let request = 0;

function drain(): void {
  request = 0;
  const end = performance.now() + BUDGET;
  for (const job of waiting) {
    waiting.delete(job);
    attempt(job, job);
    if (performance.now() >= end) break;
  }
  if (waiting.size > 0) request = requestAnimationFrame(drain);
}

/**
 * Draws on one of the next animation frames. A page of many charts is drawn over several frames, so that none of them is a
 * task of its own that holds up a scroll. The same job waits once.
 */
export function drawSoon(job: () => void): void {
  waiting.add(job);
  if (!request) request = requestAnimationFrame(drain);
}

/** Takes a job back that has not been done yet. */
export function drawNever(job: () => void): void {
  waiting.delete(job);
  forget(job);
}
