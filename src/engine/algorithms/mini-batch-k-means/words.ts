import type { Narration, Noun, Why, WhyQuestion } from '../../spec/algorithm.ts';
import { counted, figure, listed, movement } from '../../spec/words.ts';
import { type Frame, UNASSIGNED } from '../../types.ts';
import { distancesTo, howSeeded } from '../kmeans/words.ts';
import { ENDING } from './ending.ts';

/** What a step of mini-batch k-means did. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const text = frame.phase === 'init' ? started(frame, noun) : stepped(frame, previous, noun);
  return { title: `Step ${frame.step} · ${frame.phase}`, text };
}

function started({ extra, centers, labels }: Frame, noun: Noun): string {
  const k = centers?.rows ?? 0;
  const fromRows = (extra.seeds as Int32Array).length > 0;
  const size = extra.initSize as number;
  const text = `${counted(k, { one: 'centre', many: 'centres' })}, ${howSeeded(k, fromRows, extra.candidates as number, noun)}`;
  const among =
    fromRows && size < labels.length ? `; only ${counted(size, noun)}, drawn at random, were looked at` : '';
  const inits = extra.inits as number;
  const best = inits > 1 ? ` These are the best of ${inits} such draws.` : '';
  return `${text}${among}.${best}`;
}

function stepped(frame: Frame, previous: Frame | null, noun: Noun): string {
  const { extra, score } = frame;
  const before = previous?.phase === 'batch' ? previous.score : null;
  const average = score === null ? '' : ` Smoothed inertia ${movement(score, before)}${staleText(frame)}.`;
  return [
    `${counted(extra.batchSize as number, noun)} drawn at random. ${movedText(frame, noun)}`,
    reassignedText(extra.reassigned as Int32Array, noun),
    average,
    endingText(frame),
  ].join('');
}

function movedText({ extra }: Frame, noun: Noun): string {
  const shift = extra.shift as Float64Array;
  const rates = extra.rates as Float64Array;
  const most = shift.indexOf(Math.max(...shift));
  if (shift[most] === 0) return 'No centre moved.';
  const name = shift.length === 1 ? 'The centre moved' : `Centre ${most} moved most,`;
  if ((extra.reassigned as Int32Array).includes(most)) return `${name} by ${figure(shift[most]!)}.`;
  const way = `${percent(rates[most]!)} of the way to the mean of its ${noun.many}`;
  return `${name} by ${figure(shift[most]!)}: ${way}, their share of all it has seen.`;
}

const percent = (share: number) => `${(share * 100).toPrecision(share < 0.1 ? 2 : 3)} %`;

function reassignedText(reassigned: Int32Array, noun: Noun): string {
  if (reassigned.length === 0) return '';
  const which = listed(Array.from(reassigned));
  return reassigned.length === 1
    ? ` Centre ${which} had seen too few ${noun.many} and was put on one of the batch, drawn at random.`
    : ` Centres ${which} had seen too few ${noun.many} and were put on some of the batch, drawn at random.`;
}

function staleText({ extra }: Frame): string {
  const stale = extra.stale as number;
  if (stale === 0) return '';
  const limit = (extra.patience as number) > 0 ? ` of ${extra.patience}` : '';
  return `; no new low for ${stale}${limit} ${limit === '' && stale === 1 ? 'batch' : 'batches'}`;
}

function endingText({ extra }: Frame): string {
  if (extra.ending === ENDING.tol) return ' The centres moved less than tol asks for: it has converged.';
  if (extra.ending === ENDING.max_no_improvement) return ' Converged.';
  if (extra.ending === ENDING.max_iter) return ' That was the last batch that max_iter allows.';
  return '';
}

/** Why a row is where it is: its distance to each centre, and whether it is in the batch and pulled one. */
export function why({ row, X, frame, noun }: WhyQuestion): Why {
  const distances = frame.centers ? distancesTo(frame.centers, X, row) : [];
  const figures = distances.map((value, cluster) => ({ cluster, value }));
  return { figures, caption: 'distance to each centre', reason: reasonFor(frame, row, distances, noun) };
}

function reasonFor(frame: Frame, row: number, distances: readonly number[], noun: Noun): string {
  const own = frame.labels[row]!;
  const nearest = distances.indexOf(Math.min(...distances));
  if (own === UNASSIGNED) return `nearest centre: ${nearest}; no ${noun.one} has been looked at yet`;
  const rule =
    own === nearest
      ? `nearest centre: ${own}, so cluster ${own}`
      : `centres ${own} and ${nearest} are equally near; the tie went to cluster ${own}`;
  return `${rule}; ${batchText(frame, row)}`;
}

function batchText({ extra }: Frame, row: number): string {
  const batch = extra.batch as Int32Array;
  const at = batch.indexOf(row);
  const isAll = batch.length === extra.batchSize;
  if (at === -1) return isAll ? 'not in this batch' : 'not among the shown part of this batch';
  const center = (extra.batchLabels as Int32Array)[at]!;
  const times = batch.reduce((count, other) => count + (other === row ? 1 : 0), 0);
  const share = times / (extra.counts as Float64Array)[center]!;
  const drawn = times === 1 ? 'in this batch' : `${times} times in this batch`;
  return `${drawn}, it pulled centre ${center} ${percent(share)} of the way`;
}
