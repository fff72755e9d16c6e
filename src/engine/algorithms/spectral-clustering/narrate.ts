import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, figure, movement, setting } from '../../spec/words.ts';
import type { Frame } from '../../types.ts';
import { ENDING } from '../kmeans/ending.ts';

const TITLES: Readonly<Record<string, string>> = {
  graph: 'the graph',
  embed: 'the embedding',
  discretize: 'turn the axes',
  cluster_qr: 'pick the axes',
};
const TIES: Noun = { one: 'tie', many: 'ties' };

/** What a step of spectral clustering did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const words = { graph, embed, init, assign, update, discretize, cluster_qr: clusterQr }[frame.phase];
  const title = `Step ${frame.step} · ${TITLES[frame.phase] ?? frame.phase}`;
  return { title, text: words ? words(frame, previous, noun) : '' };
}

function graph({ extra }: Frame, _previous: Frame | null, noun: Noun): string {
  const lonely = (extra.degrees as Float64Array).filter((degree) => degree === 0).length;
  const rule =
    extra.n_neighbors === undefined
      ? `Every two ${noun.many} are tied, by exp(-${setting(extra.gamma as number)} · squared distance)`
      : `Every ${noun.one} is tied to its ${extra.n_neighbors} nearest, itself counted; a tie from one side alone counts half`;
  const shown = `The strongest are drawn, ${counted((extra.weights as Float64Array).length, TIES)}.`;
  return `${rule}. ${shown}${lonely > 0 ? ` ${counted(lonely, noun)} without any tie.` : ''}`;
}

function embed({ extra }: Frame, _previous: Frame | null, noun: Noun): string {
  const values = extra.eigenvalues as Float64Array;
  const nought = values.filter((value) => value < 1e-9).length;
  const last = figure(values[values.length - 1]!);
  const parts = nought > 1 ? ` ${nought} of them are nought: the graph falls into at least as many parts.` : '';
  return (
    `Each ${noun.one} gets ${values.length === 1 ? 'a new coordinate' : `${values.length} new coordinates`}: the functions that change least along the ties, ` +
    `eigenvectors of the graph’s Laplacian with eigenvalues from ${figure(Math.max(0, values[0]!))} to ${last}.${parts} ` +
    `What is tied strongly comes together, whatever its shape was.`
  );
}

function init({ extra }: Frame): string {
  const runs = extra.runs as number;
  const best = runs > 1 ? ` Of ${runs} runs the best one is shown, run ${extra.run}.` : '';
  return `K-means starts in the embedding, with ${extra.n_clusters} centres drawn by k-means++.${best}`;
}

function assign({ extra, changed, score }: Frame, previous: Frame | null, noun: Noun): string {
  if (extra.ending === ENDING.labels && changed.length === 0) return 'Nothing changed: k-means has converged.';
  const inertia = score === null ? '' : ` Inertia in the embedding ${movement(score, previous?.score ?? null)}.`;
  const end = extra.ending === ENDING.tol ? ' The centres hardly move any more: k-means has converged.' : '';
  return `Each ${noun.one} goes to the centre nearest to it in the embedding${changes(changed, previous, noun)}.${inertia}${end}`;
}

/** The first assignment reaches all, and changes nobody's cluster. */
function changes(changed: Int32Array, previous: Frame | null, noun: Noun): string {
  if (previous?.phase === 'init' || previous?.phase === 'embed') return '';
  return `; ${counted(changed.length, noun)} changed cluster`;
}

function update({ score }: Frame, previous: Frame | null, noun: Noun): string {
  const inertia = score === null ? '' : ` Inertia in the embedding ${movement(score, previous?.score ?? null)}.`;
  return `Each centre moved to the mean of its ${noun.many} in the embedding.${inertia}`;
}

function discretize({ extra, changed, score }: Frame, previous: Frame | null, noun: Noun): string {
  const turn = `Each ${noun.one} goes to the axis that it lies farthest along${changes(changed, previous, noun)}.`;
  const gap = score === null ? '' : ` What is missing to a perfect fit: ${figure(score)}.`;
  return `${turn}${gap}${extra.ending === 1 ? ' Turning the axes wins no more: done.' : ''}`;
}

function clusterQr({ extra }: Frame, _previous: Frame | null, noun: Noun): string {
  const count = counted((extra.pivots as Int32Array).length, noun);
  return `${count} that lie as far apart in direction as can be were picked, the axes turned to them, and each ${noun.one} goes to the axis that it lies farthest along.`;
}
