import { algorithmSpec } from '../engine/algorithms/specs.ts';
import type { FitContext } from '../engine/fit.ts';
import { inertiaSteps } from '../engine/images/members.ts';
import { countClusters } from '../engine/index.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Fitted, Frame } from '../engine/types.ts';
import type { OnFrame, Outcome } from './api.ts';
import { dataKey } from './data-key.ts';
import { FitClock } from './fit-clock.ts';
import { Live } from './live.ts';
import type { Data } from './serve.ts';
import { inSlices, Slice } from './slices.ts';
import { Thinned } from './thinned.ts';

type Steps = (context: Pick<FitContext, 'wantsFrame'>) => Promise<Generator<Frame | null, Fitted, void>>;

const NONE = new Int32Array(0);

/**
 * A fit as one of a race. Its frames are marks: no labels, but `extra.seconds` (the fit's own time so far, from the seeded
 * centres on), `score` (the inertia of all rows, whatever the method itself watches; null before rows have labels) and
 * `extra.counts` (clusters × classes, rows of each, or sizes alone without classes), `extra.iteration` (of mini-batches: how many)
 * and `extra.ending`. The last one is always sent.
 */
export async function runRaced(
  steps: Steps,
  data: Data,
  recipe: Recipe,
  { onFrame, maxFrames }: { onFrame: OnFrame; maxFrames: number },
  check: () => void,
): Promise<Outcome> {
  const clock = new FitClock();
  const live = new Live(onFrame);
  const timeline = new Thinned(maxFrames);
  let slice = new Slice();
  let asked = 0;
  const wantsFrame = (last = false) => {
    const kept = timeline.wants(last);
    // The second tells what the start is worth: its labels are those of the starting centres.
    const wanted = kept || ++asked === 2 || (live.isFree && slice.isOver());
    if (wanted && !last) clock.frameWanted();
    return wanted;
  };
  const fit = await steps({ wantsFrame });
  const isInertia = algorithmSpec(recipe.algorithm)?.score === 'inertia';
  let start: Frame | null = null;
  function* marks(): Generator<Frame | null, Fitted, void> {
    for (;;) {
      clock.enter();
      const next = fit.next();
      clock.leave(next.done ? true : next.value !== null);
      if (next.done) return next.value;
      if (!next.value) yield null;
      else {
        if (next.value.phase === 'init') clock.reset();
        const marked = yield* mark(next.value, data, clock.seconds, isInertia);
        if (start && marked.phase === 'assign') judge(start, marked);
        start = marked.phase === 'init' ? marked : null;
        yield marked;
      }
    }
  }
  let last: Frame | null = null;
  const take = (frame: Frame | null) => {
    if (!frame) return;
    timeline.add(frame);
    last = frame;
    if (live.isFree && (slice.isOver() || frame.phase === 'init')) live.send(frame);
  };
  slice = new Slice();
  const fitted = await inSlices(marks(), slice, take, check);
  if (last) await onFrame(last);
  return {
    ...fitted,
    recipe,
    dataKey: dataKey(recipe),
    ...countClusters(fitted.labels),
    seconds: clock.seconds,
    frames: timeline.frames(),
  };
}

/** The first labels of K-Means are those of the centres it started from. */
function judge(start: Frame, { score, extra }: Frame): void {
  Object.assign(start, { score, extra: { ...start.extra, counts: (extra.counts as Int32Array).slice() } });
}

function* mark(
  { step, phase, labels, centers, score, extra }: Frame,
  { X, table }: Data,
  seconds: number,
  isInertia: boolean,
): Generator<null, Frame, void> {
  const isStart = phase === 'init';
  const inertia = isInertia || isStart || !centers ? score : yield* inertiaSteps(X, labels, centers);
  const counts = countClasses(labels, table.y, centers?.rows ?? 0, Math.max(1, table.classNames.length));
  const ending = typeof extra.ending === 'number' ? extra.ending : 0;
  // Mini-batches are counted by steps, iterations by themselves: each takes two steps.
  const iteration = typeof extra.iteration === 'number' ? extra.iteration : step;
  const kept = { seconds, counts, ending, iteration };
  return { step, phase, labels: NONE, changed: NONE, centers, score: inertia, extra: kept };
}

/** Rows of each cluster and class, clusters × classes; without classes all are of one. */
function countClasses(labels: Int32Array, y: Int32Array | null, clusters: number, classes: number): Int32Array {
  const counts = new Int32Array(clusters * classes);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]! >= 0) counts[labels[i]! * classes + (y?.[i] ?? 0)]!++;
  }
  return counts;
}
