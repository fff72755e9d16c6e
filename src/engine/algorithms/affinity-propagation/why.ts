import type { Why, WhyQuestion } from '../../spec/algorithm.ts';
import { figure } from '../../spec/words.ts';
import { type Frame, NOISE } from '../../types.ts';
import { exemplarsOf } from './narrate.ts';

/** The most exemplars to list. */
const MOST = 8;

/** Why a row is with its exemplar: how similar it is to each, and what messages it and its best candidates exchanged. */
export function why({ row, X, frame, frames, noun }: WhyQuestion): Why {
  const exemplars = exemplarsOf(frame);
  const figures = Array.from(exemplars, (other, cluster) => ({
    cluster,
    value: similarity(X.data, X.cols, row, other),
  }))
    .sort((a, b) => b.value - a.value || a.cluster - b.cluster)
    .slice(0, MOST);
  const reason = [verdict(row, frame, exemplars, noun.one), messages(row, lastMessages(frame, frames), noun.one)];
  return {
    figures,
    caption: 'similarity to each exemplar (minus the squared distance)',
    reason: reason.filter(Boolean).join('; '),
  };
}

function similarity(data: Float64Array, d: number, a: number, b: number): number {
  let sum = 0;
  for (let f = 0; f < d; f++) sum += (data[a * d + f]! - data[b * d + f]!) ** 2;
  return -sum;
}

function verdict(row: number, { labels }: Frame, exemplars: Int32Array, one: string): string {
  const label = labels[row]!;
  if (label === NOISE) return 'no exemplar was found, so it is in no cluster';
  if (label < 0) return 'no exemplar yet';
  if (exemplars[label] === row) return `it is the exemplar of cluster ${label}`;
  return `${one} ${exemplars[label]} is the exemplar most similar to it, so cluster ${label}`;
}

/** The frame itself, or for the result the last one with messages. */
function lastMessages(frame: Frame, frames: readonly Frame[]): Frame | undefined {
  if (frame.phase === 'messages') return frame;
  return frame.phase === 'result' ? frames.filter(({ phase }) => phase === 'messages').at(-1) : undefined;
}

/** "flower 4: responsibility 0.31 + availability −0.02 = 0.29" for its best few candidates. */
function messages(row: number, frame: Frame | undefined, one: string): string {
  if (!frame) return '';
  const { candidates, responsibilities, availabilities, best } = frame.extra;
  if (!candidates) return `by the messages it would choose ${one} ${(best as Int32Array)[row]}`;
  const all = candidates as Int32Array;
  const count = all.length / frame.labels.length;
  const lines: string[] = [];
  for (let at = row * count; at < (row + 1) * count; at++) {
    if (all[at]! < 0) continue;
    const responsibility = (responsibilities as Float64Array)[at]!;
    const availability = (availabilities as Float64Array)[at]!;
    const who = all[at] === row ? 'itself' : `${one} ${all[at]}`;
    const sum = figure(responsibility + availability);
    lines.push(`${who} (responsibility ${figure(responsibility)} + availability ${figure(availability)} = ${sum})`);
  }
  return `by the messages its best candidates are ${lines.join(', ')}`;
}
