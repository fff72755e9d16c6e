import type { Frame } from '../../engine/types.ts';

let cache: { frames: readonly Frame[]; scores: (number | null)[] } | null = null;

/** One score a frame; the same array for the same frames. */
export function trackScores(frames: readonly Frame[]): readonly (number | null)[] {
  if (cache?.frames !== frames) cache = { frames, scores: frames.map(({ score }) => score) };
  return cache.scores;
}

/** "Step 3 of 7, assign, inertia 34.14" */
export function stepWords(frames: readonly Frame[], index: number, score: string): string {
  const frame = frames[index];
  if (!frame) return 'no steps yet';
  const value = frame.score === null ? '' : `, ${score} ${Number(frame.score.toPrecision(4))}`;
  return `Step ${frame.step} of ${frames.at(-1)!.step}, ${frame.phase}${value}`;
}
