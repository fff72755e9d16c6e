import type { CsvRef, IdxRef } from '../dataset-ref.ts';
import type { Table } from '../types.ts';

/** Says how many bytes of how many have come. */
export type OnProgress = (loaded: number, total: number) => void;

/** Where bytes come from that are too many to travel as a module. The engine has no network and no disk: it is given one. */
export interface Sources {
  /**
   * The bytes called `name`, unpacked: they belong to whoever asked.
   * @param onProgress is told of bytes as they travel, packed
   * @throws RecipeError naming `dataset`: not there, broken, cut off
   */
  bytes(name: string, onProgress?: OnProgress): Promise<Uint8Array>;
  /**
   * The table of a file of the user's.
   * @throws RecipeError naming the key of `dataset` at fault: not there, not readable, a column that it does not have
   */
  file?(ref: CsvRef | IdxRef): Promise<Table>;
}

/** What loading needs besides what is to be loaded. */
export interface LoadOptions {
  /** Gives the seed where a generator's `random_state` is null. */
  readonly freshSeed?: () => number;
  readonly sources?: Sources;
  readonly onProgress?: OnProgress;
  /** The first rows only; a table that comes in chunks loads no more than it takes. Others come whole. */
  readonly rows?: number;
}

/** Loads a table of images, or its first rows. */
export type ImageLoader = (options: LoadOptions) => Promise<Pick<Table, 'X' | 'y'>>;
