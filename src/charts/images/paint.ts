/** Paints `width` × `height` shades, 0 (black) to 1 (white), row by row from `at`, into a canvas of that many pixels. */
export function paintGrey(
  canvas: HTMLCanvasElement,
  shades: ArrayLike<number>,
  width: number,
  height: number,
  at = 0,
): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(width, height);
  for (let p = 0, to = 0; p < width * height; p++, to += 4) {
    // The array clamps and rounds.
    const shade = shades[at + p]! * 255;
    image.data[to] = shade;
    image.data[to + 1] = shade;
    image.data[to + 2] = shade;
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
