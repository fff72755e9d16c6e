import { attempt, forget } from '../../charts/attempt.ts';
import { createCentroids } from '../../charts/centroids/centroids.ts';
import { usePicked } from '../../state/images/store.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import type { Connected } from '../../ui/useConnected.ts';
import { currentNoun } from '../../ui/useNoun.ts';
import { shadesOf } from './image-space.ts';
import { useImages } from './images-store.ts';
import { type ClusterImages, currentImages, findMeans, mayGlide } from './picture.ts';

/** Joins the images of the clusters to the stores without React in between: they follow each frame. */
export function connectCentroids(node: HTMLElement, first: readonly string[]): Connected {
  let palette = first;
  const chart = createCentroids(node, { onPick: (cluster) => usePicked.getState().pick(cluster) });
  let last: { images: ClusterImages; shades: Float64Array } | null = null;
  const draw = () => attempt(chart, drawNow);
  const drawNow = () => {
    const images = currentImages();
    if (!images) return;
    const shades = last?.images.centers === images.centers ? last.shades : shadesOf(images.space, images.centers.data);
    last = { images, shades };
    const { space, counts, data, areCentroids } = images;
    chart.update({
      width: space.width,
      height: space.height,
      shades,
      noun: areCentroids ? 'Centroid' : 'Mean of cluster',
      counts,
      classNames: data.table.classNames,
      slots: useRun.getState().colors,
      palette,
      rowsNoun: currentNoun().many,
      selected: usePicked.getState().cluster,
      animate: mayGlide(),
    });
  };
  const stops = [
    useTimeline.subscribe((now, before) => {
      if (now.frames !== before.frames || now.index !== before.index) draw();
    }),
    useRun.subscribe((now, before) => {
      if (now.shown !== before.shown) void findMeans();
      if (now.colors !== before.colors) draw();
    }),
    useImages.subscribe((now, before) => {
      if (now.means !== before.means) draw();
    }),
    usePicked.subscribe((now, before) => {
      if (now.cluster !== before.cluster) draw();
    }),
  ];
  void findMeans();
  draw();
  return {
    setPalette(next) {
      palette = next;
      draw();
    },
    destroy() {
      for (const stop of stops) stop();
      forget(chart);
      chart.destroy();
    },
  };
}
