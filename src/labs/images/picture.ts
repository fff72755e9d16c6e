import type { Frame, Matrix, Table } from '../../engine/types.ts';
import { datasetName } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import type { Loaded } from '../../worker/api.ts';
import { countByClass } from './composition.ts';
import { hasImages, type ImageSpace, imageSpace } from './image-space.ts';
import { useImages } from './images-store.ts';
import { hasCentroids } from './methods.ts';

/** More tiles nobody looks through. */
export const MOST_CLUSTERS = 256;

/** The images that are shown, and what they stand for. */
export interface ClusterImages {
  readonly space: ImageSpace;
  readonly data: Loaded;
  /** clusters × columns, scaled. */
  readonly centers: Matrix;
  readonly labels: Int32Array;
  /** Rows of each cluster and class, clusters × classes (one where none are known). */
  readonly counts: Int32Array;
  /** Centroids of a method that has them; else means of the clusters it found. */
  readonly areCentroids: boolean;
  /** Of the timeline, where they are centroids. */
  readonly frame: Frame | null;
}

let counted: { labels: Int32Array; table: Table; counts: Int32Array } | null = null;

/** `countByClass`, the last result kept: several parts of the lab ask for the same. */
export function countsOf(labels: Int32Array, table: Table, clusters: number): Int32Array {
  const classes = Math.max(1, table.classNames.length);
  if (counted?.labels === labels && counted.table === table && counted.counts.length === clusters * classes) {
    return counted.counts;
  }
  counted = { labels, table, counts: countByClass(labels, table.y, clusters, classes) };
  return counted.counts;
}

/** How the data that is in the picture becomes images; null where it does not. */
export function currentSpace(): { data: Loaded; space: ImageSpace } | null {
  const { data, shown, framed } = useRun.getState();
  const name = useView.getState().viewed?.name;
  // The recipe that is asked for may be of other data already.
  const recipes = [framed?.recipe, shown?.recipe, useRecipe.getState().recipe];
  const recipe = recipes.find((one) => one && datasetName(one.dataset) === name);
  const space = data && recipe ? imageSpace(recipe.dataset, data) : null;
  return data && space && { data, space };
}

/** The images of the step that the player stands at; null while there are none. */
export function currentImages(): ClusterImages | null {
  const seen = currentSpace();
  const { shown, framed } = useRun.getState();
  if (!seen) return null;
  if (hasCentroids(framed?.recipe.algorithm)) {
    const { frames, index } = useTimeline.getState();
    const frame = frames[index];
    if (!frame?.centers || frame.centers.cols !== seen.space.columns.length) return null;
    return imagesOf(seen, firstRows(frame.centers), frame.labels, frame);
  }
  const { means } = useImages.getState();
  if (!shown || means?.of !== shown || means.means.cols !== seen.space.columns.length) return null;
  return imagesOf(seen, means.means, shown.labels, null);
}

function imagesOf(
  { data, space }: { data: Loaded; space: ImageSpace },
  centers: Matrix,
  labels: Int32Array,
  frame: Frame | null,
): ClusterImages {
  const counts = countsOf(labels, data.table, centers.rows);
  return { space, data, centers, labels, counts, frame, areCentroids: frame !== null };
}

const firstRows = (centers: Matrix): Matrix =>
  centers.rows <= MOST_CLUSTERS
    ? centers
    : { data: centers.data.subarray(0, MOST_CLUSTERS * centers.cols), rows: MOST_CLUSTERS, cols: centers.cols };

/** Asks for the mean images of a run that has no centroids, once a run. */
export async function findMeans(): Promise<void> {
  const { shown, means: ask } = useRun.getState();
  if (!shown || hasCentroids(shown.recipe.algorithm) || useImages.getState().means?.of === shown) return;
  if (!hasImages(shown.recipe.dataset) || shown.nClusters === 0) return;
  try {
    const means = await ask(shown.labels, Math.min(shown.nClusters, MOST_CLUSTERS));
    if (useRun.getState().shown === shown) useImages.setState({ means: { of: shown, means } });
  } catch {
    // The worker was lost, and the page says so; the next run asks again.
  }
}

/** Whether the images may glide: not while frames come live, nor while a slider is dragged. */
export const mayGlide = () => useRun.getState().status === 'done' && useRecipe.getState().change.gesture !== 'drag';
