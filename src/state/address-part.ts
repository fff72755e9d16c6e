import type { DatasetRef } from '../engine/dataset-ref.ts';
import type { RecipeError } from '../engine/types.ts';
import { comparePart } from './compare/address.ts';
import { explorePart } from './explore/address.ts';
import { imagesPart } from './images/address.ts';
import type { Lab } from './labs.ts';
import { stepParts } from './step-address.ts';
import { tunePart } from './tune/address.ts';

/** What a lab alone has in the address: written, and read, only where that lab is the one that is open. */
export interface AddressPart {
  readonly lab: Lab;
  /** The keys of the query that are this lab's. */
  readonly keys: readonly string[];
  /** Its changes are no entries of the history: they spell the present one anew. */
  readonly amends?: true;
  /** The state as query text; '' where all is as the lab opens. */
  write(): string;
  /**
   * Reads what anybody may have written, and reports what is dropped. Nothing changes before what it returns is called.
   * A key that is missing means what the lab opens with.
   * @param dataset that the address opens
   */
  read(query: URLSearchParams, report: (problem: RecipeError) => void, dataset: DatasetRef): () => void;
  /** Calls back when something changed that the address keeps; `field` names it, as in `RecipeState.change`. */
  subscribe(listener: (field: string, isDrag: boolean) => void): () => void;
}

/** The labs that have one. */
export const addressParts: readonly AddressPart[] = [explorePart, comparePart, tunePart, imagesPart, ...stepParts];

let held: (() => void)[] | null = null;

/** Changes of several stores that are one entry of the history. */
export function asOneEntry(work: () => void): void {
  if (held) {
    work();
    return;
  }
  const writes: (() => void)[] = [];
  held = writes;
  try {
    work();
  } finally {
    held = null;
    for (const write of writes) write();
  }
}

/** Writes now, or at the end of the changes that are one entry. */
export function whenWhole(write: () => void): void {
  if (held) held.push(write);
  else write();
}
