/** Labels as 0…k-1 in ascending order of their values. */
export interface Encoded {
  readonly codes: Int32Array;
  /** The distinct labels, ascending. */
  readonly values: Int32Array;
  /** Rows a label. */
  readonly sizes: Int32Array;
}

/** Numbers any integer labels (noise -1 is one more) by their order. */
export function encodeLabels(labels: Int32Array): Encoded {
  let [low, high] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (i === 0 || labels[i]! < low) low = labels[i]!;
    if (i === 0 || labels[i]! > high) high = labels[i]!;
  }
  return high - low <= 4 * labels.length ? encodeDense(labels, low, high) : encodeSparse(labels);
}

/** By a table of all numbers from `low` to `high`. */
function encodeDense(labels: Int32Array, low: number, high: number): Encoded {
  const counts = new Int32Array(high - low + 1);
  for (let i = 0; i < labels.length; i++) counts[labels[i]! - low]!++;
  const values: number[] = [];
  const codeOf = new Int32Array(counts.length);
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    codeOf[at] = values.length;
    values.push(low + at);
  }
  const codes = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) codes[i] = codeOf[labels[i]! - low]!;
  return { codes, values: Int32Array.from(values), sizes: counts.filter((count) => count > 0) };
}

function encodeSparse(labels: Int32Array): Encoded {
  const values = Int32Array.from(new Set(labels)).sort();
  const codeOf = new Map(Array.from(values, (value, code) => [value, code]));
  const codes = labels.map((label) => codeOf.get(label)!);
  const sizes = new Int32Array(values.length);
  for (const code of codes) sizes[code]!++;
  return { codes, values, sizes };
}
