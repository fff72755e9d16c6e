import type { CsvRef, PointsRef } from '../../engine/dataset-ref.ts';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import type { OnProgress } from '../../engine/datasets/sources.ts';
import type { Reply } from '../api.ts';
import type { KeptCsv, KeptIdx, Origin } from './kept.ts';

/** What the worker that reads files exposes through comlink. `onProgress` is a comlink proxy, told of bytes. */
export interface FileApi {
  /** Whether a file is one of images rather than a table, by how it begins. */
  looksLikeIdx(file: Blob): Promise<Reply<boolean>>;
  csv(
    blob: Blob,
    name: string,
    origin: Origin,
    given: Partial<CsvFormat>,
    onProgress: OnProgress,
  ): Promise<Reply<KeptCsv>>;
  idx(files: readonly File[], onProgress: OnProgress): Promise<Reply<KeptIdx>>;
  /** The rows of a choice, for a recipe that holds them itself. */
  points(file: KeptCsv, choice: CsvRef): Promise<Reply<PointsRef>>;
}
