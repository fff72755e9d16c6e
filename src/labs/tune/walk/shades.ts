import { mix } from '../../../charts/color.ts';

/** So many steps from unsure to sure. */
export const STEPS = 6;
/** What is left of a colour where a point's cluster is mere chance. */
const FAINTEST = 0.15;

/** Every colour of a palette in `STEPS` shades on the ground, the faintest first: shade s of slot c is at c · STEPS + s. */
export function shades(palette: readonly string[], ground: string): string[] {
  return palette.flatMap((color) =>
    Array.from({ length: STEPS }, (_, step) => mix(color, ground, FAINTEST + ((1 - FAINTEST) * step) / (STEPS - 1))),
  );
}

/** The shade of each row: by its slot, and by how sure its cluster is (NaN: sure). */
export function shadeOf(slots: Int32Array, sure: Float64Array, colors: number): Int32Array {
  return slots.map((slot, row) => {
    if (slot < 0) return slot;
    const share = Number.isNaN(sure[row]!) ? 1 : sure[row]!;
    return (slot % colors) * STEPS + Math.round(share * (STEPS - 1));
  });
}
