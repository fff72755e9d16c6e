import { type StoreApi, type UseBoundStore, useStore } from 'zustand';

const waiting = new Set<() => void>();
let isScheduled = false;

function tell(): void {
  isScheduled = false;
  const listeners = [...waiting];
  waiting.clear();
  for (const listener of listeners) listener();
}

/** A message that is sent from an animation frame arrives after that frame was painted; a hidden page paints none. */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  if (document.visibilityState === 'hidden') {
    setTimeout(tell);
    return;
  }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = tell;
    port2.postMessage(null);
  });
}

/**
 * A store's hook whose components render after the next paint: the stage, which subscribes to the store itself, is drawn
 * first, and words and panels follow in the same breath, all in one render. Keeps a dragged slider's picture within its budget.
 * @param isLate whether a change may wait; by default all do
 */
export function afterPaint<S>(
  store: StoreApi<S>,
  isLate: (state: S, before: S) => boolean = () => true,
): UseBoundStore<StoreApi<S>> {
  const late: StoreApi<S> = {
    ...store,
    subscribe(listener) {
      const wake = () => listener(store.getState(), store.getState());
      const stop = store.subscribe((state, before) => {
        if (!isLate(state, before)) return listener(state, before);
        waiting.add(wake);
        schedule();
      });
      return () => {
        stop();
        waiting.delete(wake);
      };
    },
  };
  // Made once a store, at module level: its identity does not change from render to render.
  return Object.assign(useStore.bind(null, late as StoreApi<unknown>), store) as UseBoundStore<StoreApi<S>>;
}
