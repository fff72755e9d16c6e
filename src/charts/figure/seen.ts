/** How far from the window a picture is already drawn, so that a reader who scrolls finds it there. */
const AHEAD = '320px';

/** Calls `onSeen` once, when `node` comes near what the window shows; returns how to stop waiting. */
export function watchSeen(node: Element, onSeen: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onSeen();
    },
    { rootMargin: AHEAD },
  );
  observer.observe(node);
  return () => observer.disconnect();
}
