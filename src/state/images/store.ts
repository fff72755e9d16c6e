import { create } from 'zustand';

/** Where the two of a race start: from the very same centres, or each from those that its seed gives it, as in a notebook. */
export const RACE_STARTS = ['same', 'own'] as const;
export type RaceStart = (typeof RACE_STARTS)[number];

/** The cluster that the lab opens with, and the most that a link may name. */
export const FIRST_CLUSTER = 0;
export const MOST_CLUSTER = 9999;

export interface ImagesState {
  /** The cluster whose members are shown; null: none. */
  readonly cluster: number | null;
  /** Both methods side by side, and where they start; null: one run alone. */
  readonly race: RaceStart | null;
  /** The field that changed last. */
  readonly change: { readonly field: string };
  pick(cluster: number | null): void;
  setRace(race: RaceStart | null): void;
  /** What came from outside. */
  restore(part: Pick<ImagesState, 'cluster' | 'race'>): void;
}

export const createImagesStore = () =>
  create<ImagesState>()((set) => ({
    cluster: FIRST_CLUSTER,
    race: null,
    change: { field: 'images' },
    pick: (cluster) => set({ cluster, change: { field: 'images.cluster' } }),
    setRace: (race) => set({ race, change: { field: 'images.race' } }),
    restore: (part) => set(part),
  }));

/** What is looked at in the Images lab. */
export const usePicked = createImagesStore();
