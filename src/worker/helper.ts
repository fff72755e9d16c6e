import { RowSlice } from '../engine/kernels/slice.ts';
import { Packer } from '../engine/kernels/sparse.ts';
import { letGo } from '../engine/let-go.ts';
import { buffersOf } from './buffers.ts';
import type { Answered, Asked } from './helpers.ts';

/** A worker of a worker: keeps one slice of rows and does what it is asked, in the order in which it is asked. */
let packer: Packer | null = null;
let slice: RowSlice | null = null;

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  if ('hold' in data) {
    slice = null;
    packer = new Packer(data.hold.rows, data.hold.cols);
    return;
  }
  if ('rows' in data) {
    packer!.add(data.rows);
    letGo(data.rows);
    return;
  }
  if (packer) slice = new RowSlice(packer.end());
  packer = null;
  const answer = copied(done(data));
  self.postMessage({ id: data.id, answer } satisfies Answered, { transfer: buffersOf(answer) });
};

function done({ work, given }: Extract<Asked, { work: unknown }>): unknown {
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
