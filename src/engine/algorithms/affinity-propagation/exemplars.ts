import type { Messages } from './messages.ts';

/** Similarities looked at between two yields. */
const BLOCK_WORK = 2 ** 20;

/** Which rows stand for others, and for whom. */
export interface Assignment {
  /** Rows, ascending. */
  readonly exemplars: Int32Array;
  /** n: the position of each row's exemplar in `exemplars`. */
  readonly labels: Int32Array;
}

/** The rows that would choose themselves, ascending. */
export function currentExemplars(messages: Messages): Int32Array {
  return Int32Array.from({ length: messages.n }, (_, k) => k).filter((k) => messages.isExemplar(k));
}

/** Each row goes to the exemplar most similar to it, the first of equals; an exemplar to itself. There is at least one. */
export function assign(S: Float64Array, n: number, exemplars: Int32Array): Int32Array {
  const labels = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < exemplars.length; j++) {
      const similarity = S[i * n + exemplars[j]!]!;
      if (similarity > most) {
        most = similarity;
        labels[i] = j;
      }
    }
  }
  exemplars.forEach((row, j) => {
    labels[row] = j;
  });
  return labels;
}

/**
 * The last word, as scikit-learn has it: the rows are assigned, every cluster chooses the member that all others in it are most
 * similar to (the first of equals) as its exemplar, the rows are assigned again, and the exemplars put in order.
 */
export function* refine(S: Float64Array, n: number, exemplars: Int32Array): Generator<null, Assignment, void> {
  const members = membersOf(assign(S, n, exemplars), exemplars.length);
  yield null;
  const better = new Int32Array(exemplars.length);
  for (const [j, rows] of members.entries()) better[j] = (yield* mostCentral(S, n, rows)) ?? exemplars[j]!;
  const chosen = assign(S, n, better);
  const ordered = new Set(Array.from(chosen, (j) => better[j]!));
  const rows = Int32Array.from(ordered).sort();
  yield null;
  return { exemplars: rows, labels: chosen.map((j) => rows.indexOf(better[j]!)) };
}

function membersOf(labels: Int32Array, count: number): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  labels.forEach((label, i) => {
    members[label]!.push(i);
  });
  return members;
}

/** The row with the largest sum of similarities to it, preference included; undefined of no rows. */
function* mostCentral(S: Float64Array, n: number, rows: readonly number[]): Generator<null, number | undefined, void> {
  const block = Math.max(1, Math.floor(BLOCK_WORK / (rows.length + 1)));
  const sums = new Float64Array(rows.length);
  for (const [i, from] of rows.entries()) {
    for (let at = 0; at < rows.length; at++) sums[at]! += S[from * n + rows[at]!]!;
    if (i % block === block - 1) yield null;
  }
  let best = 0;
  for (let at = 1; at < rows.length; at++) if (sums[at]! > sums[best]!) best = at;
  return rows[best];
}

/** Σ similarity of each row to its exemplar, plus the exemplars' preferences: what the method makes as large as it can. */
export function netSimilarity(S: Float64Array, n: number, { exemplars, labels }: Assignment): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += S[i * n + exemplars[labels[i]!]!]!;
  return sum;
}
