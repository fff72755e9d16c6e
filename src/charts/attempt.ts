type Listener = () => void;

/** What was last tried in vain, and why, the oldest first. */
const failed = new Map<object, unknown>();
const listeners = new Set<Listener>();

function changed(): void {
  for (const listener of [...listeners]) listener();
}

/**
 * Draws a picture. If that throws, nobody else pays for it, neither whoever asked for the picture nor the pictures after it: it is told
 * (`onFailures`) until the same picture is drawn in full.
 * @param picture what stands for it: the same from time to time
 */
export function attempt(picture: object, draw: () => void): void {
  try {
    draw();
  } catch (error) {
    failed.set(picture, error);
    console.error(error);
    changed();
    return;
  }
  forget(picture);
}

/** The picture is not there any more. */
export function forget(picture: object): void {
  if (failed.delete(picture)) changed();
}

/** Why a picture cannot be drawn now; null where all can. */
export function failure(): string | null {
  for (const error of failed.values()) return error instanceof Error ? error.message : String(error);
  return null;
}

/** Calls back whenever `failure` may have changed. */
export function onFailures(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
