import { type ComponentType, lazy } from 'react';
import { LABS, type Lab } from '../state/labs.ts';
import { type RailPart, RecipeLine } from '../ui/rail/Rail.tsx';
import { RailData, RailLine } from './compare/RailData.tsx';

interface LabEntry {
  readonly title: string;
  /** A lab that is not the first to be seen is `lazy`: the first picture does not wait for it. */
  readonly view: ComponentType;
  /** What of the recipe is chosen in the rail beside it. */
  readonly rail: readonly RailPart[];
  /** On a phone the rail is this one line until it is opened: a lab whose own controls come first. */
  readonly railFold?: ComponentType;
}

/** Every lab of `LABS`: its tab's title and what it shows. */
const entries: Readonly<Record<Lab, LabEntry>> = {
  explore: {
    title: 'Explore',
    view: lazy(async () => ({ default: (await import('./explore/ExploreLab.tsx')).ExploreLab })),
    rail: ['dataset'],
  },
  cluster: {
    title: 'Cluster',
    view: lazy(async () => ({ default: (await import('./cluster/ClusterLab.tsx')).ClusterLab })),
    rail: ['dataset', 'algorithm', 'run'],
  },
  compare: {
    title: 'Compare',
    view: lazy(async () => ({ default: (await import('./compare/CompareLab.tsx')).CompareLab })),
    rail: [RailData],
    railFold: RailLine,
  },
  tune: {
    title: 'Tune',
    view: lazy(async () => ({ default: (await import('./tune/TuneLab.tsx')).TuneLab })),
    rail: ['dataset', 'algorithm'],
    railFold: RecipeLine,
  },
  images: {
    title: 'Images',
    view: lazy(async () => ({ default: (await import('./images/ImagesLab.tsx')).ImagesLab })),
    rail: ['dataset', 'algorithm', 'run'],
  },
};

export const labs = LABS.map((id) => ({ id, ...entries[id] }));
