/** The labs that are there, in the order of their tabs. A tab, a key and the URL's `lab` come from this list. */
export const LABS = ['explore', 'cluster', 'compare', 'tune', 'images'] as const;
export type Lab = (typeof LABS)[number];
/** The one that opens where none is asked for. */
export const DEFAULT_LAB: Lab = 'cluster';
