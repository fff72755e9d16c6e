/** ES2024, which not every browser has. */
interface Transferable {
  transfer?(length: number): ArrayBuffer;
}

/**
 * Gives the memory of an array back at once, if it is all of its buffer; the array is empty then. The collector would find it when
 * memory grows short, and not at all in a worker that makes nothing more: of 55 MB in pieces much would lie about. Where a
 * browser cannot, nothing happens.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (byteLength === buffer.byteLength) (buffer as Transferable).transfer?.(0);
}
