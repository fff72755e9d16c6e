import { RowSlice } from '../engine/kernels/slice.ts';
import { pixels } from '../engine/pixels.ts';
import { buffersOf } from './buffers.ts';
import type { Answered, Asked } from './helpers.ts';

/** A worker of a worker: keeps one slice of rows and does what it is asked, in the order in which it is asked. */
let slice: RowSlice | null = null;

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  if ('hold' in data) {
    const { bytes, cols } = data.hold;
    slice = new RowSlice(pixels(bytes, bytes.length / cols, cols));
    return;
  }
  const answer = copied(done(data));
  self.postMessage({ id: data.id, answer } satisfies Answered, { transfer: buffersOf(answer) });
};

function done({ work, given }: Exclude<Asked, { hold: unknown }>): unknown {
  const method = slice![work] as (...given: readonly unknown[]) => Generator<null, unknown, void>;
  const steps = method.apply(slice, [...given]);
  for (;;) {
    const { done: isDone, value } = steps.next();
    if (isDone) return value;
  }
}

/** A slice answers with views of its memory, all of which would go with the message. */
function copied(answer: unknown): unknown {
  if (ArrayBuffer.isView(answer)) return (answer as Int32Array).slice();
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, copied(part)]));
}
