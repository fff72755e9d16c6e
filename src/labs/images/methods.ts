/** The methods whose frames have the centroids of all clusters: means that move. Of others the lab shows mean images. */
export const CENTROID_METHODS = ['KMeans', 'MiniBatchKMeans'] as const;
export type CentroidMethod = (typeof CENTROID_METHODS)[number];

export const hasCentroids = (algorithm: string | undefined): algorithm is CentroidMethod =>
  CENTROID_METHODS.includes(algorithm as CentroidMethod);
