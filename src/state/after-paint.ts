import { type StoreApi, type UseBoundStore, useStore } from 'zustand';

const waiting = new Set<() => void>();
let isScheduled = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let heldUntil = 0;
let lastTold = Number.NEGATIVE_INFINITY;

/** Whoever waits is told this often, milliseconds, however long words are held back. */
const LONGEST_HOLD_MS = 350;

function tell(): void {
  isScheduled = false;
  lastTold = performance.now();
  const listeners = [...waiting];
  waiting.clear();
  for (const listener of listeners) listener();
}

/** A message that is sent from an animation frame arrives after that frame was painted; a hidden page paints none. */
function afterNextPaint(then: () => void): void {
  if (document.visibilityState === 'hidden') {
    setTimeout(then);
    return;
  }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}

const msUntilDue = () => Math.min(heldUntil, lastTold + LONGEST_HOLD_MS) - performance.now();

function wait(ms: number): void {
  timer = setTimeout(() => {
    timer = undefined;
    afterNextPaint(tellWhenDue);
  }, ms);
}

function tellWhenDue(): void {
  const left = msUntilDue();
  if (left > 0) wait(left);
  else tell();
}

/** Calls back after the next paint, or later if words are held back; once, however often it is asked for the same function. */
export function later(listener: () => void): () => void {
  waiting.add(listener);
  if (!isScheduled) {
    isScheduled = true;
    afterNextPaint(tellWhenDue);
  }
  return () => waiting.delete(listener);
}

/**
 * Holds back whoever waits for `ms` from now (or until the next call): while a slider is dragged words and panels would take
 * the time that the next picture needs. 0 lets them come after the next paint.
 */
export function holdBack(ms: number): void {
  heldUntil = performance.now() + ms;
  if (timer === undefined) return;
  clearTimeout(timer);
  wait(Math.max(0, msUntilDue()));
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
        if (isLate(state, before)) later(wake);
        else listener(state, before);
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
