import type { Helpers } from '../../src/engine/kernels/helpers.ts';
import { RowSlice } from '../../src/engine/kernels/slice.ts';
import { pixels } from '../../src/engine/pixels.ts';
import { finish } from './pixels.ts';

/** Helpers in this thread. What goes to them and comes from them is copied, and comes `delay` milliseconds later, as messages do. */
export function fakeHelpers(count: number, delay = 0): Helpers & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    count,
    asked,
    tooSlow: () => asked.push('tooSlow'),
    hold(_, { bytes, cols }, from, to) {
      const slice = new RowSlice(pixels(bytes.slice(from * cols, to * cols), to - from, cols));
      return async (work, given) => {
        asked.push(work);
        const copies = structuredClone(given);
        await (delay && new Promise((resolve) => setTimeout(resolve, delay)));
        const method = slice[work] as (...given: readonly unknown[]) => Generator<null, unknown, void>;
        return structuredClone(finish(method.apply(slice, [...copies])));
      };
    },
  };
}

/** Drives steps that yield promises to their end. */
export async function finishLater<T>(steps: Generator<unknown, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await value;
  }
}
