import type { OnProgress } from '../engine/datasets/sources.ts';

/** Data on its way, or there, and those who hear how many of its bytes have come. */
export interface Coming<T> {
  readonly data: Promise<T>;
  /** Tells of bytes from now on, at once of those that have come before. @returns ends it */
  hear(onProgress: OnProgress): () => void;
}

/** Starts to load. Who asks for the same data later hears of the same bytes. */
export function comingFrom<T>(load: (onProgress: OnProgress) => Promise<T>): Coming<T> {
  const heard = new Set<OnProgress>();
  let last: Parameters<OnProgress> | null = null;
  const data = load((loaded, total) => {
    last = [loaded, total];
    for (const onProgress of heard) onProgress(loaded, total);
  });
  const ended = () => {
    last = null;
    heard.clear();
  };
  data.then(ended, ended);
  return {
    data,
    hear(onProgress) {
      heard.add(onProgress);
      if (last) onProgress(...last);
      return () => heard.delete(onProgress);
    },
  };
}
