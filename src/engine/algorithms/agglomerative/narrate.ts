import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, figure } from '../../spec/words.ts';
import type { Frame } from '../../types.ts';
import { LINKAGES } from './names.ts';

/** What a merge or the cut did. */
export function narrate(frame: Frame, _previous: Frame | null, noun: Noun): Narration {
  const words = { init: apart, merge: merged, cut: cutOff }[frame.phase];
  return { title: `Step ${frame.step} · ${frame.phase}`, text: words ? words(frame, noun) : '' };
}

const NEARNESS = {
  ward: 'whose union is least spread out',
  complete: 'whose farthest members are nearest to each other',
  average: 'that are nearest on average, over all pairs of members',
  single: 'whose nearest members are nearest to each other',
} as const;

function apart({ extra, labels }: Frame, noun: Noun): string {
  const linkage = LINKAGES[extra.linkage as number]!;
  const rule = `each step merges the two clusters ${NEARNESS[linkage]} (${linkage} linkage)`;
  return `${counted(labels.length, noun)}, each a cluster of its own; ${rule}.`;
}

function merged({ extra }: Frame, noun: Noun): string {
  const sizes = [(extra.firstRows as Int32Array).length, (extra.secondRows as Int32Array).length];
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const at = `at height ${figure(extra.height as number)}`;
  const left = `${counted(extra.clusters as number, clusters)} left.`;
  if (large === 1) return `Two ${noun.many} merged ${at}; ${left}`;
  if (small === 1) return `One ${noun.one} joined a cluster of ${large} ${at}; ${left}`;
  return `Clusters of ${small} and ${large} ${noun.many} became one of ${small + large} ${at}; ${left}`;
}

function cutOff({ extra, labels }: Frame, noun: Noun): string {
  const left = extra.clusters as number;
  const [height, next] = [extra.height as number, extra.next as number];
  if (left === labels.length) return `No merge was made: ${counted(labels.length, noun)}, as many clusters.`;
  if (left === 1) return `All merges were made, the last at ${figure(height)}: one cluster.`;
  const gap = height > 0 && next > height ? `, ${(next / height).toPrecision(2)} times as high` : '';
  return `The cut leaves ${counted(left, clusters)}: the last merge made was at ${figure(height)}, the next would be at ${figure(next)}${gap}.`;
}

const clusters: Noun = { one: 'cluster', many: 'clusters' };
