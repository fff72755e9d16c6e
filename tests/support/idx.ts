/** An IDX file. `type` 8: unsigned bytes. */
export function idxFile(sizes: readonly number[], values: ArrayLike<number>, type = 8): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
  bytes.set([0, 0, type, sizes.length]);
  const view = new DataView(bytes.buffer);
  for (const [i, size] of sizes.entries()) view.setUint32(4 + 4 * i, size);
  bytes.set(values, 4 + 4 * sizes.length);
  return bytes;
}
