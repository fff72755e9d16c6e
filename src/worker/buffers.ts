/** Every ArrayBuffer in a value of plain objects, arrays and typed arrays, each once: what can be transferred with it. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer);
    } else {
      for (const inner of Object.values(part)) visit(inner);
    }
  };
  visit(value);
  return [...found];
}

/**
 * A copy of plain objects, arrays and typed arrays, whose memory can be transferred. The receiver of a message then copies
 * nothing: 55 MB of digits would hold its thread up. What is one object, or one part of one buffer, is one in the copy.
 */
export function fresh<T>(value: T): T {
  const copies = new Map<object, unknown>();
  const parts = new Map<ArrayBufferLike, Map<string, ArrayBuffer>>();
  const partOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayBuffer => {
    const known = parts.get(buffer) ?? new Map<string, ArrayBuffer>();
    const place = `${byteOffset}+${byteLength}`;
    const copy = known.get(place) ?? new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
    parts.set(buffer, known.set(place, copy));
    return copy;
  };
  const copyOf = (part: object): unknown => {
    if (ArrayBuffer.isView(part)) return new (part.constructor as Uint8ArrayConstructor)(partOf(part));
    if (Array.isArray(part)) return part.map(visit);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  const visit = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const copy = copies.get(part) ?? copyOf(part);
    copies.set(part, copy);
    return copy;
  };
  return visit(value) as T;
}
