/** An event's name and what hears it. */
type Listener = readonly [type: string, listener: (event: never) => void];

/** Listens on a node until the function that comes back is called. */
export function listen(node: Element, listeners: readonly Listener[]): () => void {
  for (const [type, listener] of listeners) node.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of listeners) node.removeEventListener(type, listener as EventListener);
  };
}
