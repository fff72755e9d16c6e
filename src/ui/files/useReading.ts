import { useEffect, useState } from 'react';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import { RecipeError } from '../../engine/types.ts';
import type { Offer } from '../../state/files/store.ts';
import type { KeptFile } from '../../worker/files/kept.ts';
import { readCsvFile, readFiles } from '../../worker/files/read.ts';

/** How far the reading of an offer has come. */
export type Reading =
  | { readonly phase: 'paste' }
  | { readonly phase: 'reading'; readonly loaded: number; readonly total: number }
  /** `isTable`: one of text, which may only be written in another way. */
  | { readonly phase: 'failed'; readonly problem: string; readonly isTable: boolean }
  /** `isStale`: another format was asked for and is being read. */
  | { readonly phase: 'read'; readonly file: KeptFile; readonly isStale: boolean };

/** Tables that were pasted have no name of their own. */
const PASTED = 'pasted table.csv';

function read(
  offer: Offer,
  stated: Partial<CsvFormat>,
  options: { signal: AbortSignal; onProgress(loaded: number, total: number): void },
): Promise<KeptFile> {
  if (offer.kind === 'columns') return Promise.resolve(offer.file);
  if (offer.kind === 'text') return readCsvFile(new Blob([offer.text]), PASTED, 'paste', stated, options);
  const [first] = offer.files;
  if (Object.keys(stated).length > 0 && first) return readCsvFile(first, first.name, 'file', stated, options);
  return readFiles(offer.files, options);
}

function problemOf(error: unknown): string {
  if (error instanceof RecipeError) return `${error.problem}.`;
  return error instanceof Error ? error.message : String(error);
}

interface State {
  readonly offer: Offer;
  readonly stated: Partial<CsvFormat>;
  readonly reading: Reading;
}

/** Whether the error is about what stands in a line, or in the first one. */
const isOfTable = (error: unknown) =>
  error instanceof RecipeError && error.field === 'dataset.csv' && /, line \d|has no rows/.test(error.problem);

/**
 * Reads what is offered; another offer, or none, ends the reading. The same one in another format stays as it is until it has
 * been read anew.
 * @param stated how the table is written, where somebody has said so
 */
export function useReading(offer: Offer | null, stated: Partial<CsvFormat>): Reading | null {
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    if (!offer) return;
    const set = (reading: Reading) => setState({ offer, stated, reading });
    if (offer.kind === 'text' && offer.text.trim() === '') return set({ phase: 'paste' });
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (loaded: number, total: number) => {
      if (signal.aborted) return;
      setState((before) => {
        const isThere = before?.offer === offer && before.reading.phase !== 'reading';
        return isThere ? before : { offer, stated, reading: { phase: 'reading', loaded, total } };
      });
    };
    read(offer, stated, { signal, onProgress }).then(
      (file) => {
        if (!signal.aborted) set({ phase: 'read', file, isStale: false });
      },
      (error: unknown) => {
        if (!signal.aborted) set({ phase: 'failed', problem: problemOf(error), isTable: isOfTable(error) });
      },
    );
    return () => controller.abort();
  }, [offer, stated]);
  if (!state || state.offer !== offer) return null;
  const { reading } = state;
  return reading.phase === 'read' ? { ...reading, isStale: state.stated !== stated } : reading;
}
