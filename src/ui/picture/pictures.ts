import type { StagePictures } from '../../charts/stage/types.ts';
import { datasetSpec } from '../../engine/datasets/specs.ts';
import { isPixels } from '../../engine/pixels.ts';
import { useView } from '../../state/view.ts';
import type { Loaded } from '../../worker/api.ts';

/** What a pixel of a file of one's own can be at most. */
const BYTE = 255;

const made = new WeakMap<Loaded['table'], StagePictures | null>();

/** The rows as pictures, the same object for the same data; null where they are none. */
export function picturesOf({ table }: Loaded): StagePictures | null {
  const known = made.get(table);
  if (known !== undefined) return known;
  const spec = datasetSpec(useView.getState().viewed?.name ?? '');
  const size = table.image ?? spec?.image;
  const { X } = table;
  const isPicture = size !== undefined && size.width * size.height === X.cols;
  const pictures = isPicture
    ? { ...size, bytes: isPixels(X) ? X.bytes : Uint8Array.from(X.data), brightest: spec?.fullScale ?? BYTE }
    : null;
  made.set(table, pictures);
  return pictures;
}

/** A row's pixels, 0 (black) to 1 (white). */
export function shadesOfRow({ bytes, width, height, brightest }: StagePictures, row: number): Float64Array {
  const from = row * width * height;
  return Float64Array.from(bytes.subarray(from, from + width * height), (byte) => byte / brightest);
}
