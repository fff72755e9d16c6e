import { RandomState } from '../../src/engine/numeric/random-state.ts';
import { type Pixels, pixels } from '../../src/engine/pixels.ts';

/** Pixels in a few loose groups, most of them 0, as images have them. */
export function somePixels(seed: number, rows: number, cols: number, divisor = 1): Pixels {
  const random = new RandomState(seed);
  const groups = Array.from({ length: 5 }, () => random.randomSamples(cols).map((value) => (value > 0.7 ? 200 : 0)));
  const bytes = new Uint8Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    const group = groups[random.randint(0, groups.length)]!;
    for (let f = 0; f < cols; f++) {
      const noise = random.randomSample() < 0.1 ? random.randint(0, 256) : 0;
      bytes[i * cols + f] = Math.min(255, Math.floor(group[f]! * random.randomSample()) + noise);
    }
  }
  return pixels(bytes, rows, cols, divisor);
}

/** The same numbers as an ordinary matrix. */
export const denseOf = ({ data, rows, cols }: Pixels) => ({ data, rows, cols });

export function finish<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
