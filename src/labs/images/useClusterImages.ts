import { useMemo } from 'react';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useImages } from './images-store.ts';
import { type ClusterImages, currentImages, currentSpace } from './picture.ts';

/** The images of the step that the player stands at, followed by React. */
export function useClusterImages(): ClusterImages | null {
  const frame = useTimeline(({ frames, index }) => frames[index]);
  const data = useRun((run) => run.data);
  const shown = useRun((run) => run.shown);
  const means = useImages((images) => images.means);
  // What it reads of the stores, it reads of these.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to read anew
  return useMemo(currentImages, [frame, data, shown, means]);
}

/** Whether the data that is shown are images: what the lab was opened on may have none, and stays until its own are there. */
export function useAreImages(): boolean {
  return useRun(() => currentSpace() !== null);
}
