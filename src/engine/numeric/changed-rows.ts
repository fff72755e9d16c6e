/** The indices at which two arrays of the same length differ. */
export function changedRows(after: Int32Array, before: Int32Array): Int32Array {
  let count = 0;
  for (let i = 0; i < after.length; i++) if (after[i] !== before[i]) count++;
  const rows = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (after[i] !== before[i]) rows[at++] = i;
  return rows;
}
