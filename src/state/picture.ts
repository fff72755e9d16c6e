import { isLinear, type LinearId } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Frame } from '../engine/types.ts';
import type { Loaded, Outcome, Projected, Scores } from '../worker/api.ts';
import { type Colored, clusterCount, matchColors } from './colors.ts';
import { datasetName, rowsKey } from './dataset.ts';
import type { useRun } from './run.ts';
import type { useTimeline } from './timeline.ts';
import { lookAt, type useView, type Viewed } from './view.ts';

export interface PictureStores {
  readonly run: typeof useRun;
  readonly timeline: typeof useTimeline;
  readonly view: typeof useView;
}

/** Data that the worker sent, and the recipe that is run on it. */
export interface Arrived {
  readonly recipe: Recipe;
  readonly data: Loaded;
}

/**
 * What is shown, in three stores that must agree. Within one change the view is written first, then the run, the timeline
 * last: who subscribes to the frames finds the data and the colours that belong to them.
 */
export class Picture {
  readonly #stores: PictureStores;
  /** The last good run and its colours. */
  #good: (Colored & { readonly recipe: Recipe; readonly rowsKey: string; readonly frames: readonly Frame[] }) | null =
    null;

  constructor(stores: PictureStores) {
    this.#stores = stores;
  }

  /** The linear projection in which this data would be looked at; null: in another way. */
  axesOf({ recipe, data }: Arrived): LinearId | null {
    const { projection } = lookAt(this.#stores.view.getState(), viewedOf(recipe, data));
    return isLinear(projection) ? projection : null;
  }

  /** The points of new data, before a run on them has ended. */
  open(arrived: Arrived, projected: Projected | null): void {
    if (this.#isOpen(arrived)) return;
    this.#good = null;
    this.#look(arrived, projected, {
      shown: null,
      scores: null,
      previousScores: null,
      colors: new Int32Array(0),
      framed: null,
    });
    this.#stores.timeline.getState().follow([]);
  }

  /** The frames so far of a run that is under way. */
  follow(arrived: Arrived, projected: Projected | null, frames: readonly Frame[]): void {
    this.open(arrived, projected);
    const last = frames.at(-1);
    const { recipe } = arrived;
    if (last) {
      this.#stores.run.setState({
        colors: this.#colorsFor(recipe, last.labels, frames),
        framed: { recipe, frames },
      });
    }
    this.#stores.timeline.getState().follow(frames);
  }

  /**
   * A run that has ended.
   * @param isNewest false: a newer one is under way, so this one is passed by and does not play
   */
  show(arrived: Arrived, projected: Projected | null, outcome: Outcome, isNewest: boolean): void {
    const { recipe } = arrived;
    const { run, timeline } = this.#stores;
    const { labels, frames } = outcome;
    const colors = this.#colorsFor(recipe, labels, frames);
    const before = run.getState();
    // The end of a drag, or Enter, asks once more for what is shown: the scores did not move since the run before that.
    const latest = isSameRun(before.shown, outcome) ? before.previousScores : latestScores(before);
    const previousScores = this.#good?.rowsKey === rowsKey(recipe) ? latest : null;
    this.#good = { recipe, labels, colors, frames, rowsKey: rowsKey(recipe) };
    const shown = { shown: outcome, scores: null, previousScores, colors, framed: { recipe, frames } };
    if (this.#isOpen(arrived)) run.setState(shown);
    else this.#look(arrived, projected, shown);
    if (isNewest) timeline.getState().show(frames);
    else timeline.getState().follow(frames);
  }

  /** Back to the last good run, after one whose frames were followed came to nothing. */
  restore(): void {
    const { run, timeline } = this.#stores;
    timeline.setState({ armed: false });
    if (!this.#good || timeline.getState().frames === this.#good.frames) return;
    const { recipe, frames, colors } = this.#good;
    run.setState({ colors, framed: { recipe, frames } });
    timeline.getState().show(frames);
  }

  #isOpen({ data }: Arrived): boolean {
    return this.#stores.run.getState().data?.key === data.key;
  }

  #look({ recipe, data }: Arrived, projected: Projected | null, rest: Partial<ReturnType<typeof useRun.getState>>) {
    const { view, run } = this.#stores;
    view.getState().look(viewedOf(recipe, data));
    run.setState({ data, projected: projected?.dataKey === data.key ? projected : null, ...rest });
  }

  #colorsFor(recipe: Recipe, labels: Int32Array, frames: readonly Frame[]): Int32Array {
    const before = this.#good?.rowsKey === rowsKey(recipe) ? this.#good : null;
    const counts = frames.map(clustersIn);
    return matchColors(labels, clusterCount(labels, Math.max(0, ...counts)), before);
  }
}

const counted = new WeakMap<Frame, number>();

/** Clusters that a frame has; counted once, since each new frame of a run asks for those of all before. */
function clustersIn(frame: Frame): number {
  const count = counted.get(frame) ?? frame.centers?.rows ?? clusterCount(frame.labels, 0);
  counted.set(frame, count);
  return count;
}

function viewedOf(recipe: Recipe, { table, columns }: Loaded): Viewed {
  return {
    name: datasetName(recipe.dataset),
    rowsKey: rowsKey(recipe),
    width: table.X.cols,
    columns,
    hasClasses: table.y !== null,
  };
}

function isSameRun(before: Outcome | null, { recipe, labels }: Outcome): boolean {
  if (!before || JSON.stringify(before.recipe) !== JSON.stringify(recipe)) return false;
  return labels.every((label, row) => label === before.labels[row]);
}

const latestScores = (state: { scores: Scores | null; previousScores: Scores | null }) =>
  state.scores ?? state.previousScores;
