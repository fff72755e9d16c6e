import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, grouped } from '../../spec/words.ts';
import type { Frame } from '../../types.ts';
import { BORDER, CORE, NOISE_SO_FAR } from './states.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "7 neighbours within eps, itself included (at least 5 needed)": min_samples counts the point itself. */
export function neighbourhood(many: number, least: number): string {
  return `${grouped(many)} ${many === 1 ? 'neighbour' : 'neighbours'} within eps, itself included (at least ${least} needed)`;
}

/** What a step of DBSCAN did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const title = `Step ${frame.step} · ${frame.phase}`;
  const skipped = previous && frame.phase !== 'done' ? frame.step - previous.step - 1 : 0;
  const before = skipped > 0 ? `${capital(counted(skipped, noun))} visited in between. ` : '';
  return { title, text: before + (texts[frame.phase]?.(frame, noun) ?? '') };
}

const texts: Readonly<Record<string, (frame: Frame, noun: Noun) => string>> = {
  init: ({ extra }, noun) =>
    `A ${noun.one} is core if at least ${extra.min_samples} lie within eps = ${extra.eps} of it, itself included. None has been visited yet.`,
  noise: (frame, noun) =>
    `${who(frame, noun)} is not core: ${near(frame)}. Noise, unless a core ${noun.one} reaches it later.`,
  start: (frame, noun) =>
    `${who(frame, noun)} is core: ${near(frame)}. Cluster ${own(frame)} starts here and takes in ${taken(frame, noun)}.`,
  grow: (frame, noun) =>
    `${who(frame, noun)} is core: ${near(frame)}. Cluster ${own(frame)} takes in ${taken(frame, noun)}; ${waiting(frame, noun)}.`,
  border: (frame, noun) =>
    `${who(frame, noun)} is a border point of cluster ${own(frame)}: only ${near(frame)}, so the cluster does not grow from it.`,
  done: summary,
};

const who = ({ extra }: Frame, noun: Noun): string => `${capital(noun.one)} ${extra.row}`;
const own = ({ labels, extra }: Frame): number => labels[extra.row as number]!;
const near = ({ extra }: Frame): string =>
  neighbourhood((extra.neighbours as Int32Array).length, extra.min_samples as number);

function taken({ extra }: Frame, noun: Noun): string {
  const many = extra.taken as number;
  return many === 0 ? 'nothing new' : `${counted(many, noun)} more`;
}

function waiting({ extra }: Frame, noun: Noun): string {
  const many = (extra.frontier as Int32Array).length;
  return many === 0 ? 'its frontier is empty' : `${counted(many, noun)} in its frontier`;
}

function summary({ extra }: Frame, noun: Noun): string {
  const state = extra.state as Uint8Array;
  const count = (wanted: number) => state.reduce((sum, one) => sum + (one === wanted ? 1 : 0), 0);
  const clusters = counted(extra.clusters as number, { one: 'cluster', many: 'clusters' });
  return `All ${counted(state.length, noun)} visited: ${clusters}, ${count(CORE)} core, ${count(BORDER)} border, ${count(NOISE_SO_FAR)} noise.`;
}
