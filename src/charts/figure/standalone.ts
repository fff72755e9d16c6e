/** Presentation properties that style sheets give and a lone SVG would lose; the first group passes on to children. */
const INHERITED = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
  'visibility',
  'white-space',
  'shape-rendering',
  'image-rendering',
] as const;
const OWN = ['opacity', 'display', 'mix-blend-mode', 'dominant-baseline'] as const;
const INITIAL: Readonly<Record<(typeof OWN)[number], string>> = {
  opacity: '1',
  display: 'inline',
  'mix-blend-mode': 'normal',
  'dominant-baseline': 'auto',
};

/** Writes on `copy` what the page's styles make of `original`: what it does not have from its parent. */
function inline(original: Element, copy: SVGElement, isRoot: boolean): void {
  const style = getComputedStyle(original);
  const above = isRoot || !original.parentElement ? null : getComputedStyle(original.parentElement);
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    const isSpelled = copy.hasAttribute(name);
    if (value && (isSpelled || !above || above.getPropertyValue(name) !== value)) copy.setAttribute(name, value);
  }
  for (const name of OWN) {
    const value = style.getPropertyValue(name);
    // SVG's children are "inline" or, in Chromium, "block" at the root: only `none` says something.
    if (name === 'display' ? value === 'none' : value && value !== INITIAL[name]) copy.setAttribute(name, value);
  }
  // These two are no presentation attributes.
  for (const name of ['font-variant-numeric', 'mix-blend-mode', 'white-space']) {
    const value = copy.getAttribute(name);
    if (value === null) continue;
    copy.removeAttribute(name);
    copy.style.setProperty(name, value);
  }
}

/** A copy of an SVG in the page that looks the same anywhere else: no classes, no style sheet, no custom properties, no tips. */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>('*');
  const copies = copy.querySelectorAll<SVGElement>('*');
  inline(svg, copy, true);
  originals.forEach((original, i) => {
    inline(original, copies[i]!, false);
  });
  copy.removeAttribute('aria-hidden');
  for (const gone of copy.querySelectorAll('style, g[aria-label="tip"], g[aria-label^="pointer"]')) gone.remove();
  return copy;
}
