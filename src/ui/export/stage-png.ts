/** Presentation properties that the page's style sheets give and a lone SVG would lose. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'display',
  'transform',
];

function standalone(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'none' && value !== 'normal') copies[i]!.style.setProperty(name, value);
      if (value === 'none' && (name === 'fill' || name === 'stroke' || name === 'display'))
        copies[i]!.style.setProperty(name, 'none');
    }
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

async function svgImage(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg, width, height))}`;
  await image.decode();
  return image;
}

/** The stage as it stands, background, points and SVG layers in their order, at twice its size on the screen. */
export async function stagePng(stage: HTMLElement, scale = 2): Promise<Blob> {
  const frame = stage.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(frame.width * scale);
  canvas.height = Math.round(frame.height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--cs-stage').trim();
  context.fillRect(0, 0, frame.width, frame.height);
  for (const layer of stage.querySelectorAll<HTMLCanvasElement | SVGSVGElement>('canvas, svg')) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const picture = layer instanceof HTMLCanvasElement ? layer : await svgImage(layer, width, height);
    context.drawImage(picture, left - frame.left, top - frame.top, width, height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
  });
}
