import { cpus } from 'node:os';

const MEASURED_MS = 1000;
/** Above this share of the processors' time in other hands no figure means anything. */
export const MOST_BUSY = 0.1;

/** The share of the processors that is busy while nothing of ours runs: 0…1. */
export async function busyShare() {
  const before = total();
  await new Promise((resolve) => setTimeout(resolve, MEASURED_MS));
  const after = total();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function total() {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += Object.values(times).reduce((sum, time) => sum + time, 0);
  }
  return { idle, all };
}
