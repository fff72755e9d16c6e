import type { KeptFile } from './kept.ts';

const files = new Map<string, KeptFile>();

/** The files that are open in this page: every worker is given them before it is asked for anything. */
export const openFiles = {
  add(file: KeptFile): void {
    files.set(file.digest, file);
  },
  remove(digest: string): void {
    files.delete(digest);
  },
  all: (): Iterable<KeptFile> => files.values(),
};
