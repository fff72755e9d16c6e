import { rowOf } from '../../pixels.ts';
import type { Narration, Noun, Why, WhyQuestion } from '../../spec/algorithm.ts';
import { counted, figure, listed, movement } from '../../spec/words.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../types.ts';
import { ENDING } from './ending.ts';

/** What a step of k-means did. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const words = { init: seeded, assign: assigned, update: updated }[frame.phase];
  return { title: `Step ${frame.step} · ${frame.phase}`, text: words ? words(frame, previous, noun) : '' };
}

function seeded({ extra, centers }: Frame, _previous: Frame | null, noun: Noun): string {
  const k = centers?.rows ?? 0;
  const count = counted(k, { one: 'centre', many: 'centres' });
  const text = `${count}, ${howSeeded(k, (extra.seeds as Int32Array).length > 0, extra.candidates as number, noun)}.`;
  return (extra.runs as number) > 1 ? `${text} Of ${extra.runs} runs the best one is shown, run ${extra.run}.` : text;
}

/** How the centres were found. `candidates`: how many k-means++ tried for each, 0 for rows drawn at random. */
export function howSeeded(k: number, fromRows: boolean, candidates: number, noun: Noun): string {
  if (!fromRows) return 'placed by hand';
  if (candidates === 0 || k === 1) return `put on ${counted(k, noun)} drawn at random`;
  return `drawn by k-means++: the first at random, each further one the best of ${candidates} ${noun.many} drawn far from the centres before`;
}

function assigned({ extra, changed, score }: Frame, previous: Frame | null, noun: Noun): string {
  if (extra.ending === ENDING.labels && changed.length === 0) return 'Nothing changed: k-means has converged.';
  const inertia = score === null ? '' : `; inertia ${movement(score, previous?.score ?? null)}`;
  const rule = `Each ${extra.iteration === 1 && !extra.ending ? '' : 'now '}belongs to its nearest centre${inertia}.`;
  if (extra.iteration === 1 && !extra.ending) return rule.replace('Each', `Each ${noun.one}`);
  const count = counted(changed.length, noun);
  const text = `${count.charAt(0).toUpperCase()}${count.slice(1)} changed cluster${changed.length ? ' (outlined)' : ''}. ${rule}`;
  if (extra.ending === ENDING.tol) return `${text} The centres moved less than tol asks for: k-means has converged.`;
  if (extra.ending === ENDING.max_iter) return `${text} That was max_iter: k-means stopped before it had converged.`;
  return text;
}

function updated({ extra, score }: Frame, previous: Frame | null, noun: Noun): string {
  const shift = extra.shift as Float64Array;
  const most = shift.indexOf(Math.max(...shift));
  const inertia = score === null ? '' : ` Inertia ${movement(score, previous?.score ?? null)}.`;
  const moved =
    shift.length === 1
      ? `The centre moved to the mean of the ${noun.many}, by ${figure(shift[0]!)}.`
      : shift[most] === 0
        ? `No centre moved: each is the mean of its ${noun.many} already.`
        : `Each centre moved to the mean of its ${noun.many}; centre ${most} moved most, by ${figure(shift[most]!)}.`;
  return `${moved}${relocatedText(extra.relocated as Int32Array, noun)}${inertia}`;
}

function relocatedText(relocated: Int32Array, noun: Noun): string {
  if (relocated.length === 0) return '';
  const [all, shown] = [Array.from(relocated), 6];
  const which = listed(all.length > shown + 1 ? [...all.slice(0, shown), `${all.length - shown} more`] : all);
  return relocated.length === 1
    ? ` Centre ${which} had no ${noun.many} and took the one farthest from its own centre.`
    : ` Centres ${which} had no ${noun.many} and took those farthest from their own centres.`;
}

/** Why a row is where it is: its distance to each centre, and which is the nearest. */
export function why({ row, X, frame, noun }: WhyQuestion): Why {
  const distances = frame.centers ? distancesTo(frame.centers, X, row) : [];
  const figures = distances.map((value, cluster) => ({ cluster, value }));
  return { figures, caption: 'distance to each centre', reason: reasonFor(frame, row, distances, noun) };
}

function reasonFor(frame: Frame, row: number, distances: readonly number[], noun: Noun): string {
  const own = frame.labels[row]!;
  const nearest = distances.indexOf(Math.min(...distances));
  if (own === UNASSIGNED) return `nearest centre: ${nearest}; no ${noun.one} has been assigned yet`;
  if (own === nearest) return `nearest centre: ${own}, so cluster ${own}`;
  const isTie = distances[own]! - distances[nearest]! <= 1e-9 * distances[own]!;
  if (isTie) return `centres ${own} and ${nearest} are equally near; the tie went to cluster ${own}`;
  return `still in cluster ${own}, but centre ${nearest} is nearer since the centres moved: the next assignment takes it there`;
}

/** The distance of a row to each centre. */
export function distancesTo(centers: Matrix, X: Matrix, row: number): number[] {
  const d = X.cols;
  const values = rowOf(X, row);
  return Array.from({ length: centers.rows }, (_, j) => {
    let sum = 0;
    for (let f = 0; f < d; f++) sum += (values[f]! - centers.data[j * d + f]!) ** 2;
    return Math.sqrt(sum);
  });
}
