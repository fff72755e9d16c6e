/** Along one axis: which target pixels a source pixel is part of, and by what shares. */
interface Parts {
  /** Of each source pixel: its first target pixel, and the one after its last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** `to` shares a source pixel: of each target pixel. All that make up a target pixel sum to 1, those beyond the edge counted. */
  readonly shares: Float32Array;
}

/** From `from` pixels to `to`: an average of what is covered when they shrink, between the two nearest when they grow. */
function partsFor(from: number, to: number): Parts {
  const reach = Math.max(1, from / to);
  const first = new Int32Array(from).fill(to);
  const end = new Int32Array(from);
  const shares = new Float32Array(from * to);
  for (let u = 0; u < to; u++) {
    const middle = ((u + 0.5) * from) / to - 0.5;
    const start = Math.ceil(middle - reach);
    const weightAt = (at: number) => Math.max(0, 1 - Math.abs(at - middle) / reach);
    let sum = 0;
    for (let at = start; at <= middle + reach; at++) sum += weightAt(at);
    for (let at = Math.max(0, start); at < from && at <= middle + reach; at++) {
      shares[at * to + u] = weightAt(at) / sum;
      first[at] = Math.min(first[at]!, u);
      end[at] = u + 1;
    }
  }
  return { first, end, shares };
}

export interface Source {
  /** Pictures of width × height, row by row, one after another. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What the brightest pixel is. */
  readonly brightest: number;
}

/**
 * Pictures at another size: `scaled(row)` gives side × side shades, 0…255, of picture `row`. Beyond its edge a picture is dark.
 * What was made is kept until `most` are, so that panning makes only what comes into view.
 */
export function createScaler({ bytes, width, height, brightest }: Source, side: number, most = 6000) {
  const across = partsFor(width, side);
  const down = partsFor(height, side);
  const line = new Float32Array(side);
  const sums = new Float32Array(side * side);
  const kept = new Map<number, Uint8Array>();

  /** Adds a line of the source to all lines that it is part of. */
  function addLine(v: number): void {
    for (let to = down.first[v]!; to < down.end[v]!; to++) {
      const share = down.shares[v * side + to]!;
      for (let u = 0, at = to * side; u < side; u++, at++) sums[at]! += line[u]! * share;
    }
  }

  // Most of a picture is dark: what is 0 is part of nothing.
  function scale(row: number): Uint8Array {
    sums.fill(0);
    for (let v = 0, at = row * width * height; v < height; v++) {
      let isDark = true;
      for (let x = 0; x < width; x++, at++) {
        const byte = bytes[at]!;
        if (byte === 0) continue;
        if (isDark) line.fill(0);
        isDark = false;
        for (let u = across.first[x]!; u < across.end[x]!; u++) line[u]! += byte * across.shares[x * side + u]!;
      }
      if (!isDark) addLine(v);
    }
    const shades = new Uint8Array(side * side);
    const factor = 255 / brightest;
    for (let at = 0; at < shades.length; at++) shades[at] = Math.min(255, sums[at]! * factor + 0.5);
    return shades;
  }

  return {
    side,
    scaled(row: number): Uint8Array {
      let shades = kept.get(row);
      if (!shades) {
        if (kept.size >= most) kept.clear();
        shades = scale(row);
        kept.set(row, shades);
      }
      return shades;
    },
  };
}
