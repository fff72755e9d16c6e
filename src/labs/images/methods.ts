import { algorithmSpec } from '../../engine/algorithms/specs.ts';

/** The two that race. */
export const RACERS = ['KMeans', 'MiniBatchKMeans'] as const;

/** Whether the frames have the centroids of all clusters: means that move. Of other methods the lab shows mean images. */
export const hasCentroids = (algorithm: string | undefined): boolean =>
  algorithm !== undefined && algorithmSpec(algorithm)?.isOfMeans === true;
