/** An idle moment is waited for so long, in ms; then it is done all the same. */
const LONGEST_WAIT = 2000;

/** Calls back once the page has nothing else to do; returns how to take it back. */
export function whenIdle(then: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const request = requestIdleCallback(() => then(), { timeout: LONGEST_WAIT });
    return () => cancelIdleCallback(request);
  }
  const timer = setTimeout(then, LONGEST_WAIT);
  return () => clearTimeout(timer);
}
