import type { Narration, Noun } from '../../spec/algorithm.ts';
import type { Frame } from '../../types.ts';
import { BORDER, CORE, NOISE_SO_FAR } from './states.ts';

const count = (many: number, noun: Noun): string => `${many} ${many === 1 ? noun.one : noun.many}`;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const neighbours = (many: number): string => `${many} ${many === 1 ? 'neighbour' : 'neighbours'}`;

/** What a step of DBSCAN did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const title = frame.step === 0 ? 'Start' : `Step ${frame.step} · ${TITLES[frame.phase] ?? frame.phase}`;
  const skipped = previous && frame.phase !== 'done' ? frame.step - previous.step - 1 : 0;
  const before = skipped > 0 ? `${capital(count(skipped, noun))} visited in between. ` : '';
  return { title, text: before + text(frame, noun) };
}

const TITLES: Readonly<Record<string, string>> = {
  noise: 'noise so far',
  start: 'new cluster',
  grow: 'grow',
  border: 'border',
  done: 'done',
};

function text(frame: Frame, noun: Noun): string {
  const { extra, labels } = frame;
  const eps = extra.eps as number;
  const least = extra.min_samples as number;
  const row = extra.row as number;
  const taken = extra.taken as number;
  const near = neighbours((extra.neighbours as Int32Array).length);
  const waiting = (extra.frontier as Int32Array).length;
  const who = `${capital(noun.one)} ${row}`;
  switch (frame.phase) {
    case 'init':
      return `A ${noun.one} is core if at least ${least} lie within eps = ${eps} of it, itself included. None has been visited yet.`;
    case 'noise':
      return `${who} is not core: ${near} within eps, itself included (at least ${least} needed). Noise, unless a core ${noun.one} reaches it later.`;
    case 'start':
      return `${who} is core: ${near} within eps, itself included (at least ${least} needed). Cluster ${labels[row]} starts here and takes in ${count(taken, noun)} around it.`;
    case 'grow':
      return `${who} is core: ${near} within eps (at least ${least} needed). Cluster ${labels[row]} takes in ${taken === 0 ? 'nothing new' : `${count(taken, noun)} more`}; ${count(waiting, noun)} wait${waiting === 1 ? 's' : ''} in the frontier.`;
    case 'border':
      return `${who} is a border point of cluster ${labels[row]}: only ${near} within eps, itself included (at least ${least} needed), so the cluster does not grow from it.`;
    default:
      return summary(frame, noun);
  }
}

function summary(frame: Frame, noun: Noun): string {
  const clusters = frame.extra.clusters as number;
  const state = frame.extra.state as Uint8Array;
  let core = 0;
  let border = 0;
  let noise = 0;
  for (const one of state) {
    if (one === CORE) core++;
    else if (one === BORDER) border++;
    else if (one === NOISE_SO_FAR) noise++;
  }
  const found = clusters === 1 ? '1 cluster' : `${clusters} clusters`;
  return `All ${count(state.length, noun)} visited: ${found}, ${core} core, ${border} border, ${noise} noise.`;
}
