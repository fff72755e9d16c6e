import { type MarkLook, MUTED } from './point-layer.ts';
import { cutStamp, type Stamp } from './raster.ts';
import { drawSprites, keysInUse } from './sprites.ts';

/** A stamp for each style key that has been in use, muted ones apart. */
export interface Stamps {
  readonly opacity: number;
  readonly plain: (Stamp | undefined)[];
  readonly muted: (Stamp | undefined)[];
}

/**
 * The stamps for these style keys: of those kept only what is missing is drawn.
 * @param kept of the same look and pixel ratio
 * @param isMuted whether some marks are: the others then stand out
 */
export function stampsFor(
  kept: Stamps | null,
  keys: Uint16Array,
  isMuted: boolean,
  look: MarkLook,
  ratio: number,
): Stamps {
  const opacity = isMuted ? Math.max(0.8, look.opacity) : look.opacity;
  const made = kept?.opacity === opacity ? kept : { opacity, plain: [], muted: [] };
  const wanted = keysInUse(keys).filter((key) => !made.plain[key]);
  if (wanted.length === 0) return made;
  const { image: sheet, cell, columns, cellOf } = drawSprites(wanted, look, ratio);
  const data = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height);
  for (const key of wanted) {
    const at = cellOf[key]!;
    const [x, y] = [(at % columns) * cell, Math.floor(at / columns) * cell];
    made.plain[key] = cutStamp(data, x, y, cell, opacity);
    made.muted[key] = cutStamp(data, x, y, cell, look.opacity * MUTED);
  }
  return made;
}
