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
  const values = distinct(labels);
  const codeOf = new Map(Array.from(values, (value, code) => [value, code]));
  const codes = labels.map((label) => codeOf.get(label)!);
  const sizes = new Int32Array(values.length);
  for (const code of codes) sizes[code]!++;
  return { codes, values, sizes };
}

function distinct(labels: Int32Array): Int32Array {
  return Int32Array.from(new Set(labels)).sort();
}
