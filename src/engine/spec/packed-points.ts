import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { RecipeError } from '../types.ts';

/** More than any points that came from this page; a short text that unpacks to more is an attack. */
const MOST_BYTES = 32 * 2 ** 20;
const SLICE = 2 ** 12;

/** Plain JSON, deflated and spelled in base64url, for one key of a URL. */
export function packJson(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * What `packJson` packed.
 * @throws RecipeError naming `field`: not base64url, not deflated, not JSON, or too much of it
 */
export function unpackJson(text: string, field: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(
      strFromU8(
        inflate(
          Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
          field,
        ),
      ),
    );
  } catch (error) {
    if (error instanceof RecipeError) throw error;
    throw new RecipeError(field, 'is damaged: it cannot be unpacked');
  }
}

/** Inflates slice by slice, so that what swells beyond measure is noticed before it fills the memory. */
function inflate(bytes: Uint8Array, field: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    size += part.length;
    if (size > MOST_BYTES) throw new RecipeError(field, 'is too large');
  });
  for (let start = 0; start < bytes.length; start += SLICE) {
    stream.push(bytes.subarray(start, start + SLICE), start + SLICE >= bytes.length);
  }
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
