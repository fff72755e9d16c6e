import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { type Frame, NOISE } from '../../types.ts';
import { exemplarsOf } from './narrate.ts';

/** The most exemplars to list. */
const MOST = 3;
/** Candidates whose messages are shown: the one that is chosen, and the one it is ahead of. */
const COMPARED = 2;

/** What a row and one of its candidates sent each other. */
interface Candidate {
  readonly row: number;
  readonly responsibility: number;
  readonly availability: number;
}

/** Why a row is with its exemplar: how similar it is to each, and what messages it and its best candidates exchanged. */
export function why({ row, X, frame, frames, noun }: WhyQuestion): Why {
  const exemplars = exemplarsOf(frame);
  const figures = Array.from(exemplars, (other, cluster) => ({
    cluster,
    value: similarity(X.data, X.cols, row, other),
  }))
    .sort((a, b) => b.value - a.value || a.cluster - b.cluster)
    .slice(0, MOST);
  const told = lastMessages(frame, frames);
  const candidates = told ? candidatesOf(row, told) : [];
  const name = (other: number) => (other === row ? 'itself' : `${noun.one} ${other}`);
  const reason = [
    verdict(row, frame, exemplars, name),
    told ? choice(row, candidates, told, frame.phase === 'result', name) : '',
  ];
  return {
    figures,
    caption: `similarity to ${exemplars.length > MOST ? 'the nearest exemplars' : 'each exemplar'} (minus the squared distance)`,
    reason: reason.filter(Boolean).join('; '),
    ...(candidates.length > 0 && { table: tableOf(candidates, name) }),
  };
}

function similarity(data: Float64Array, d: number, a: number, b: number): number {
  let sum = 0;
  for (let f = 0; f < d; f++) sum += (data[a * d + f]! - data[b * d + f]!) ** 2;
  return -sum;
}

type Name = (row: number) => string;

function verdict(row: number, { labels }: Frame, exemplars: Int32Array, name: Name): string {
  const label = labels[row]!;
  if (label === NOISE) return 'no exemplar was found, so it is in no cluster';
  if (label < 0) return 'no exemplar yet';
  const own = exemplars[label]!;
  if (own === row) return `it is the exemplar of cluster ${label}`;
  return `${name(own)} is the exemplar most similar to it, so cluster ${label}`;
}

/** The frame itself, or for the result the last one with messages. */
function lastMessages(frame: Frame, frames: readonly Frame[]): Frame | undefined {
  if (frame.phase === 'messages') return frame;
  return frame.phase === 'result' ? frames.filter(({ phase }) => phase === 'messages').at(-1) : undefined;
}

/** The row's best few candidates, the best first; none where there are too many rows to keep them. */
function candidatesOf(row: number, { extra, labels }: Frame): Candidate[] {
  if (!extra.candidates) return [];
  const all = extra.candidates as Int32Array;
  const kept = all.length / labels.length;
  return Array.from({ length: Math.min(COMPARED, kept) }, (_, place) => row * kept + place)
    .filter((at) => all[at]! >= 0)
    .map((at) => ({
      row: all[at]!,
      responsibility: (extra.responsibilities as Float64Array)[at]!,
      availability: (extra.availabilities as Float64Array)[at]!,
    }));
}

/** "by its messages it would choose flower 4, ahead of flower 9". The result may have put another exemplar in that one's place. */
function choice(row: number, [, next]: readonly Candidate[], { extra }: Frame, isOver: boolean, name: Name): string {
  const chose = isOver ? 'by the last messages it chose' : 'by its messages it would choose';
  const chosen = `${chose} ${name((extra.best as Int32Array)[row]!)}`;
  return next ? `${chosen}, ahead of ${name(next.row)}` : chosen;
}

const tableOf = (candidates: readonly Candidate[], name: Name): Why['table'] => ({
  caption: 'responsibility: how well it suits; availability: how much support it has; the largest sum is chosen',
  columns: ['responsibility', 'availability', 'sum'],
  rows: candidates.map(({ row, responsibility, availability }) => ({
    name: name(row),
    values: [responsibility, availability, responsibility + availability],
  })),
});
