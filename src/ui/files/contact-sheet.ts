import type { KeptIdx } from '../../worker/files/kept.ts';

const ACROSS = 10;
const GAP = 2;

/** Draws the first images side by side, ink dark on light. */
export function drawSheet(
  canvas: HTMLCanvasElement,
  { preview, width, height }: Pick<KeptIdx, 'preview' | 'width' | 'height'>,
  transposed: boolean,
): void {
  const count = preview.length / (width * height);
  const [w, h] = transposed ? [height, width] : [width, height];
  const across = Math.min(ACROSS, count);
  canvas.width = across * (w + GAP) - GAP;
  canvas.height = Math.ceil(count / across) * (h + GAP) - GAP;
  const context = canvas.getContext('2d')!;
  for (let i = 0; i < count; i++) {
    const image = new ImageData(w, h);
    for (let r = 0; r < h; r++) {
      for (let c = 0; c < w; c++) {
        const from = i * width * height + (transposed ? c * width + r : r * width + c);
        const at = 4 * (r * w + c);
        image.data.fill(255 - preview[from]!, at, at + 3);
        image.data[at + 3] = 255;
      }
    }
    context.putImageData(image, (i % across) * (w + GAP), Math.floor(i / across) * (h + GAP));
  }
}
