import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Noun, Why } from '../../engine/spec/algorithm.ts';
import type { Frame } from '../../engine/types.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import type { Loaded } from '../../worker/api.ts';
import { currentNoun } from '../useNoun.ts';
import { lastCall } from './last-call.ts';

const whyOf = lastCall(
  (id: string, row: number, data: Loaded, frame: Frame, frames: readonly Frame[], noun: Noun): Why | null =>
    algorithmSpec(id)?.why({ row, X: data.X, frame, frames, noun }) ?? null,
);

export interface Story {
  readonly algorithm: string;
  readonly frames: readonly Frame[];
  readonly index: number;
}

/** The frames of the timeline and the algorithm that made them; null while these, or the data, are of different runs. */
export function currentStory(): Story | null {
  const { data, framed } = useRun.getState();
  const { frames, index } = useTimeline.getState();
  if (!data || framed?.frames !== frames || frames[index]?.labels.length !== data.X.rows) return null;
  return { algorithm: framed.recipe.algorithm, frames, index };
}

/** Why the row under the pointer is where it is, in the frame that is shown. */
export function currentWhy(): Why | null {
  const { data } = useRun.getState();
  const { hovered } = useView.getState();
  const story = currentStory();
  if (hovered === null || !data || !story || hovered >= data.X.rows) return null;
  const { algorithm, frames, index } = story;
  return whyOf(algorithm, hovered, data, frames[index]!, frames, currentNoun());
}
