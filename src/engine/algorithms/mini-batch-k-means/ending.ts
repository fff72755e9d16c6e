/** How a fit ended, as its last frame says in `extra.ending`; 0 while it goes on. */
export const ENDING = { tol: 1, max_no_improvement: 2, max_iter: 3 } as const;
export type Ending = keyof typeof ENDING;
