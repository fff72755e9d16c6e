import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, figure, setting } from '../../spec/words.ts';
import type { Frame } from '../../types.ts';

const clusters: Noun = { one: 'cluster', many: 'clusters' };
const subclusters: Noun = { one: 'subcluster', many: 'subclusters' };

/** What the arrival of a row, or one of the two last steps, did. */
export function narrate(frame: Frame, _previous: Frame | null, noun: Noun): Narration {
  const words = { init: empty, insert: inserted, split: inserted, group: grouped, assign: assigned }[frame.phase];
  return { title: `Step ${frame.step} · ${frame.phase}`, text: words ? words(frame, noun) : '' };
}

function empty({ extra }: Frame, noun: Noun): string {
  return `The ${noun.many} arrive one by one. The nearest subcluster takes each, or, where its radius would pass ${setting(extra.threshold as number)} (threshold), a new one starts.`;
}

function inserted({ extra }: Frame, noun: Noun): string {
  const { row, taker, isNew, splits } = extra as Readonly<Record<string, number>>;
  const size = (extra.sizes as Int32Array)[taker!]!;
  const radius = figure((extra.radii as Float64Array)[taker!]!);
  const what = isNew
    ? `started subcluster ${taker}${taker === 0 ? '' : ': no other could take it within the threshold'}.`
    : `went to subcluster ${taker}, now ${counted(size, noun)}, radius ${radius}.`;
  return `${capital(noun.one)} ${row} ${what}${splitText(splits!, extra.branching_factor as number)}`;
}

function splitText(splits: number, most: number): string {
  if (splits === 0) return '';
  const above = splits === 1 ? '' : `, and so ${splits === 2 ? 'was the node' : `were the ${splits - 1} nodes`} above`;
  return ` Its leaf was full (${most} is branching_factor) and split in two${above}.`;
}

function grouped({ extra }: Frame): string {
  const groups = extra.groups as Int32Array;
  const count = counted(groups.length, subclusters);
  if (extra.n_clusters === 0) return `${count}, and no grouping is asked for: each is a cluster.`;
  if (groups.length <= (extra.n_clusters as number)) return `${count}, no more than n_clusters: each is a cluster.`;
  return `Ward linkage merged the centres of the ${count} into ${counted(extra.n_clusters as number, clusters)}.`;
}

function assigned({ extra, changed, labels }: Frame, noun: Noun): string {
  const rule = `Each ${noun.one} has the label of the subcluster that is nearest now`;
  const moved = extra.moved as number;
  if (moved === 0) return `${rule}; for all ${labels.length} it is the one that took them.`;
  const others = `${counted(moved, noun)} ${moved === 1 ? 'is' : 'are'} nearer to another than to the one that took ${moved === 1 ? 'it' : 'them'}`;
  return `${rule}: ${others}, and ${counted(changed.length, noun)} changed cluster.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
