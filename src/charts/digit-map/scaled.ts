/** Along one axis: which source pixels a target pixel is made of, and by what shares. */
interface Taps {
  readonly first: Int32Array;
  /** `count` shares a target pixel, which sum to 1. */
  readonly shares: Float32Array;
  readonly count: number;
}

/** From `from` pixels to `to`: an average of what is covered when they shrink, between the two nearest when they grow. */
function tapsFor(from: number, to: number): Taps {
  const reach = Math.max(1, from / to);
  const count = Math.ceil(2 * reach) + 1;
  const first = new Int32Array(to);
  const shares = new Float32Array(to * count);
  for (let u = 0; u < to; u++) {
    const middle = ((u + 0.5) * from) / to - 0.5;
    first[u] = Math.ceil(middle - reach);
    let sum = 0;
    for (let t = 0; t < count; t++) {
      const weight = Math.max(0, 1 - Math.abs(first[u]! + t - middle) / reach);
      shares[u * count + t] = weight;
      sum += weight;
    }
    for (let t = 0; t < count; t++) shares[u * count + t]! /= sum;
  }
  return { first, shares, count };
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
  const across = tapsFor(width, side);
  const down = tapsFor(height, side);
  const lines = new Float32Array(side * height);
  const kept = new Map<number, Uint8Array>();

  function scale(row: number): Uint8Array {
    const from = row * width * height;
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < side; u++) {
        let sum = 0;
        for (let t = 0; t < across.count; t++) {
          const at = across.first[u]! + t;
          if (at >= 0 && at < width) sum += bytes[from + v * width + at]! * across.shares[u * across.count + t]!;
        }
        lines[v * side + u] = sum;
      }
    }
    const shades = new Uint8Array(side * side);
    for (let v = 0; v < side; v++) {
      for (let u = 0; u < side; u++) {
        let sum = 0;
        for (let t = 0; t < down.count; t++) {
          const at = down.first[v]! + t;
          if (at >= 0 && at < height) sum += lines[at * side + u]! * down.shares[v * down.count + t]!;
        }
        shades[v * side + u] = Math.min(255, Math.round((sum * 255) / brightest));
      }
    }
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
