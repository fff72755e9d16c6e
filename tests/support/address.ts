import type { DatasetRef } from '../../src/engine/dataset-ref.ts';
import type { RecipeError } from '../../src/engine/types.ts';
import type { AddressPart } from '../../src/state/address-part.ts';

/** A store with its part of the address. `read` restores the store from a query and returns what is said against it. */
export function openPart<Store>(store: Store, addressOf: (store: Store) => AddressPart) {
  const part = addressOf(store);
  const read = (text: string, dataset: DatasetRef = 'digits') => {
    const problems: RecipeError[] = [];
    part.read(new URLSearchParams(text), (problem) => problems.push(problem), dataset)();
    return problems.map(({ message }) => message);
  };
  return { store, part, read };
}
