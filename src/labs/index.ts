import type { ComponentType } from 'react';
import { LABS, type Lab } from '../state/labs.ts';
import { ClusterLab } from './cluster/ClusterLab.tsx';

interface LabEntry {
  readonly title: string;
  readonly view: ComponentType;
}

/** Every lab of `LABS`: its tab's title and what it shows. */
const entries: Readonly<Record<Lab, LabEntry>> = {
  cluster: { title: 'Cluster', view: ClusterLab },
};

export const labs = LABS.map((id) => ({ id, ...entries[id] }));
