import { startTransition, useEffect, useState } from 'react';

/** What came of loading: the thing, or why there is none. */
export type Loading<T> = { readonly value: T } | { readonly error: unknown };

/**
 * What `load` gives, null until it is there; kept from then on, a failure until `again` is called. A `load` that was left before
 * its answer came is called anew. Not Suspense, since React holds back what a fallback stood for until that has been seen for
 * 300 ms.
 * @param load keep it the same from render to render
 */
export function useLoaded<T>(load: () => Promise<T>): { loading: Loading<T> | null; again: () => void } {
  const [all, setAll] = useState<ReadonlyMap<() => Promise<T>, Loading<T>>>(new Map());
  const loading = all.get(load) ?? null;
  useEffect(() => {
    if (loading) return;
    let isOver = false;
    // What comes of it is rendered in slices.
    const note = (came: Loading<T>) => {
      if (!isOver) startTransition(() => setAll((before) => new Map(before).set(load, came)));
    };
    load().then(
      (value) => note({ value }),
      (error: unknown) => note({ error }),
    );
    return () => {
      isOver = true;
    };
  }, [load, loading]);
  const again = () => setAll((before) => new Map([...before].filter(([other]) => other !== load)));
  return { loading, again };
}
