import type { ComponentType } from 'react';
import { LABS, type Lab } from '../state/labs.ts';
import { type RailPart, RecipeLine } from '../ui/rail/Rail.tsx';
import { RailData, RailLine } from './compare/RailData.tsx';

interface LabEntry {
  readonly title: string;
  /** Fetches what it shows: the first picture does not wait for the labs that are not seen. */
  readonly load: () => Promise<ComponentType>;
  /** What of the recipe is chosen in the rail beside it. */
  readonly rail: readonly RailPart[];
  /** On a phone the rail is this one line until it is opened: a lab whose own controls come first. */
  readonly railFold?: ComponentType;
}

/** Every lab of `LABS`: its tab's title and what it shows. */
const entries: Readonly<Record<Lab, LabEntry>> = {
  explore: {
    title: 'Explore',
    load: async () => (await import('./explore/ExploreLab.tsx')).ExploreLab,
    rail: ['dataset'],
  },
  cluster: {
    title: 'Cluster',
    load: async () => (await import('./cluster/ClusterLab.tsx')).ClusterLab,
    rail: ['dataset', 'algorithm', 'run'],
  },
  compare: {
    title: 'Compare',
    load: async () => (await import('./compare/CompareLab.tsx')).CompareLab,
    rail: [RailData],
    railFold: RailLine,
  },
  tune: {
    title: 'Tune',
    load: async () => (await import('./tune/TuneLab.tsx')).TuneLab,
    rail: ['dataset', 'algorithm'],
    railFold: RecipeLine,
  },
  images: {
    title: 'Images',
    load: async () => (await import('./images/ImagesLab.tsx')).ImagesLab,
    rail: ['dataset', 'algorithm', 'run'],
  },
};

export const labs = LABS.map((id) => ({ id, ...entries[id] }));
