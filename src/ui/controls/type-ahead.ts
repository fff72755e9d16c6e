/** What was typed into a list without a box for it, and when. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** Letters that come this soon after each other are of one word. */
const PAUSE_MS = 800;

/** The typed text with one key more, or the key alone after a pause; null where the key is no letter: the space chooses. */
export function typedOn(before: Typed | null, key: string, now: number): Typed | null {
  if ([...key].length !== 1 || key === ' ') return null;
  const goesOn = before !== null && now - before.at < PAUSE_MS;
  return { text: (goesOn ? before.text : '') + key.toLowerCase(), at: now };
}

/** The first label from place `from` on, around the end, that begins with the text; where one letter is repeated, the next of it. -1: none. */
export function labelAt(labels: readonly string[], text: string, from: number): number {
  const isRepeated = text.length > 1 && new Set(text).size === 1;
  const wanted = isRepeated ? text[0]! : text;
  const first = Math.max(0, from) + (wanted.length === 1 && from >= 0 ? 1 : 0);
  for (let i = 0; i < labels.length; i++) {
    const place = (first + i) % labels.length;
    if (labels[place]!.toLowerCase().startsWith(wanted)) return place;
  }
  return -1;
}
