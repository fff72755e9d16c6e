/** The four bytes of each of 256 greys, opaque, as one number: the same in either order of bytes but for the opacity. */
const greys = Uint32Array.from({ length: 256 }, (_, grey) => {
  const bytes = Uint8Array.of(grey, grey, grey, 255);
  return new Uint32Array(bytes.buffer)[0]!;
});

/** The last image that was made, used again for images of its size. */
let sheet: { readonly image: ImageData; readonly pixels: Uint32Array } | null = null;

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
  if (sheet?.image.width !== width || sheet.image.height !== height) {
    const image = new ImageData(width, height);
    sheet = { image, pixels: new Uint32Array(image.data.buffer) };
  }
  const { image, pixels } = sheet;
  for (let p = 0; p < pixels.length; p++) {
    const shade = shades[at + p]!;
    pixels[p] = greys[shade >= 1 ? 255 : shade > 0 ? (shade * 255 + 0.5) | 0 : 0]!;
  }
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}
