const waiting = new Set<() => void>();
const { port1, port2 } = new MessageChannel();

port1.onmessage = () => {
  const [next] = waiting;
  if (!next) return;
  waiting.delete(next);
  next();
};

/**
 * Does the work in a task of its own, after this one and after what waits already: charts that come up together would hold the
 * thread up for too long if they were made in one go. Returns how to call it off.
 */
export function inTurn(work: () => void): () => void {
  // What is asked for twice is done twice.
  const turn = () => work();
  waiting.add(turn);
  port2.postMessage(null);
  return () => void waiting.delete(turn);
}
