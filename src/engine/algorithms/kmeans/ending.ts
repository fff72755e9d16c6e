/** How a run ended, as its last frames say in `extra.ending`; 0 while it goes on. */
export const ENDING = { labels: 1, tol: 2, max_iter: 3 } as const;
