/** What is known of a row, in `extra.state` of DBSCAN's frames. */
export const UNVISITED = 0;
/** Not core, and no core point has reached it yet; in the last frame: noise. */
export const NOISE_SO_FAR = 1;
export const BORDER = 2;
export const CORE = 3;

/** `extra.metric` of a frame is a place in this list. */
export const METRICS = ['euclidean', 'manhattan', 'chebyshev', 'cosine', 'minkowski', 'l1', 'l2', 'cityblock'] as const;
