import type { Frame } from '../engine/types.ts';

/** Fewer labels are small enough as they are. */
const MANY = 10_000;

type Labels = Int8Array | Int16Array | Int32Array;

/**
 * Makes frames smaller that are to be kept and sent, one after the other: of many rows their labels in as few bytes as hold them,
 * a quarter of 280 kB for 70,000. Nobody but `widened` should read them. Frames that share their labels do so here too.
 */
export function narrower(): (frame: Frame) => Frame {
  let last: { readonly wide: Int32Array; readonly narrow: Labels } | null = null;
  return (frame) => {
    const wide = frame.labels;
    if (wide.length < MANY) return frame;
    if (last?.wide !== wide) last = { wide, narrow: narrowed(wide) };
    return { ...frame, labels: last.narrow as Int32Array };
  };
}

function narrowed(labels: Int32Array): Labels {
  let [least, most] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    least = Math.min(least, labels[i]!);
    most = Math.max(most, labels[i]!);
  }
  if (least >= -128 && most < 128) return Int8Array.from(labels);
  return least >= -32_768 && most < 32_768 ? Int16Array.from(labels) : labels;
}

/** What was read last: whoever reads a frame reads it several times. */
const read: { readonly narrow: Labels; readonly wide: Int32Array }[] = [];
const KEPT = 4;

/** A frame that was made smaller, to be read as any other; its labels are what they were only while somebody looks at them. */
export function widened(frame: Frame): Frame {
  const narrow: Labels = frame.labels;
  if (narrow instanceof Int32Array) return frame;
  return Object.defineProperty({ ...frame }, 'labels', { enumerable: true, get: () => wideOf(narrow) });
}

/** The same array as long as it is among those read last. */
function wideOf(narrow: Labels): Int32Array {
  const at = read.findIndex((one) => one.narrow === narrow);
  const [known] = at < 0 ? [{ narrow, wide: new Int32Array(narrow) }] : read.splice(at, 1);
  read.unshift(known!);
  read.length = Math.min(KEPT, read.length);
  return known!.wide;
}
