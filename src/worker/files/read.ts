import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { CsvRef, PointsRef } from '../../engine/dataset-ref.ts';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import type { Reply } from '../api.ts';
import { fromReply } from '../reply.ts';
import type { FileApi } from './file-api.ts';
import type { KeptCsv, KeptFile, Origin } from './kept.ts';

export interface ReadOptions {
  /** Ends the reading, and its worker with it. */
  readonly signal: AbortSignal;
  readonly onProgress?: (loaded: number, total: number) => void;
}

/**
 * Reads a CSV file in a worker of its own.
 * @param given what is known of how it is written
 * @throws RecipeError, with line and column where they are at fault; the signal's reason
 */
export function readCsvFile(
  blob: Blob,
  name: string,
  origin: Origin,
  given: Partial<CsvFormat>,
  { signal, onProgress = () => {} }: ReadOptions,
): Promise<KeptCsv> {
  return inWorker(signal, (api) => api.csv(blob, name, origin, given, told(onProgress, signal)));
}

/**
 * Reads files that were chosen or dropped together: IDX files, or one table.
 * @throws RecipeError for what cannot be read; the signal's reason
 */
export function readFiles(files: readonly File[], { signal, onProgress = () => {} }: ReadOptions): Promise<KeptFile> {
  return inWorker<KeptFile>(signal, async (api) => {
    const first = files[0]!;
    const isIdx = files.length > 1 || fromReply(await api.looksLikeIdx(first));
    if (isIdx) return api.idx(files, told(onProgress, signal));
    return api.csv(first, first.name, 'file', {}, told(onProgress, signal));
  });
}

/** The rows of a choice, for a recipe that holds them itself. */
export function readPoints(file: KeptCsv, choice: CsvRef): Promise<PointsRef> {
  return inWorker(new AbortController().signal, (api) => api.points(file, choice));
}

const told = (onProgress: NonNullable<ReadOptions['onProgress']>, signal: AbortSignal) =>
  proxy((loaded: number, total: number) => {
    if (!signal.aborted) onProgress(loaded, total);
  });

function inWorker<T>(signal: AbortSignal, ask: (api: Remote<FileApi>) => Promise<Reply<T>>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    const end = () => {
      signal.removeEventListener('abort', cancelled);
      worker.terminate();
    };
    const cancelled = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', cancelled);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      reject(new Error(`The file could not be read (${event.message || 'its reader could not be loaded'}).`));
    });
    // Held to the end: comlink lets go of a worker whose proxy has been collected.
    const api = wrap<FileApi>(worker);
    ask(api)
      .then(fromReply)
      .then(resolve, reject)
      .finally(() => {
        end();
        api[releaseProxy]();
      });
  });
}
