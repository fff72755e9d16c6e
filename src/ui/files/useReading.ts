import { useEffect, useState } from 'react';
import { RecipeError } from '../../engine/types.ts';
import type { Offer } from '../../state/files/store.ts';
import type { KeptFile } from '../../worker/files/kept.ts';
import { readCsvFile, readFiles } from '../../worker/files/read.ts';

/** How far the reading of an offer has come. */
export type Reading =
  | { readonly phase: 'paste' }
  | { readonly phase: 'reading'; readonly loaded: number; readonly total: number }
  | { readonly phase: 'failed'; readonly problem: string }
  | { readonly phase: 'read'; readonly file: KeptFile };

/** Tables that were pasted have no name of their own. */
const PASTED = 'pasted table.csv';

function read(
  offer: Offer,
  header: boolean | undefined,
  options: { signal: AbortSignal; onProgress(loaded: number, total: number): void },
): Promise<KeptFile> {
  if (offer.kind === 'columns') return Promise.resolve(offer.file);
  const given = header === undefined ? {} : { header };
  if (offer.kind === 'text') return readCsvFile(new Blob([offer.text]), PASTED, 'paste', given, options);
  const [first] = offer.files;
  if (header !== undefined && first) return readCsvFile(first, first.name, 'file', given, options);
  return readFiles(offer.files, options);
}

function problemOf(error: unknown): string {
  if (error instanceof RecipeError) return `${error.problem}.`;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads what is offered; another offer, or none, ends the reading.
 * @param header whether the first row holds the names, where somebody has said so
 */
export function useReading(offer: Offer | null, header: boolean | undefined): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    if (!offer) return;
    if (offer.kind === 'text' && offer.text.trim() === '') return setReading({ phase: 'paste' });
    const controller = new AbortController();
    const { signal } = controller;
    const set = (next: Reading) => {
      if (!signal.aborted) setReading(next);
    };
    setReading(null);
    const onProgress = (loaded: number, total: number) => set({ phase: 'reading', loaded, total });
    read(offer, header, { signal, onProgress }).then(
      (file) => set({ phase: 'read', file }),
      (error: unknown) => set({ phase: 'failed', problem: problemOf(error) }),
    );
    return () => controller.abort();
  }, [offer, header]);
  return reading;
}
