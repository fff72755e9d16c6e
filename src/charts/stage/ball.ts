/** Corners of a curve that is neither straight nor an ellipse. */
const CORNERS = 96;

/** The outline of a p-norm's ball around (cx, cy), as an SVG path: ellipse, diamond, box or what lies between. */
export function ballPath(cx: number, cy: number, rx: number, ry: number, power: number): string {
  const at = (x: number, y: number) => `${(cx + x).toFixed(1)},${(cy + y).toFixed(1)}`;
  if (power === 2) {
    const arc = `A${rx.toFixed(1)},${ry.toFixed(1)},0,1,1,`;
    return `M${at(-rx, 0)}${arc}${at(rx, 0)}${arc}${at(-rx, 0)}Z`;
  }
  if (power === 1) return `M${at(-rx, 0)}L${at(0, -ry)}L${at(rx, 0)}L${at(0, ry)}Z`;
  if (power === Number.POSITIVE_INFINITY) return `M${at(-rx, -ry)}L${at(rx, -ry)}L${at(rx, ry)}L${at(-rx, ry)}Z`;
  const part = (v: number) => Math.sign(v) * Math.abs(v) ** (2 / power);
  const corners = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return at(rx * part(Math.cos(angle)), ry * part(Math.sin(angle)));
  });
  return `M${corners.join('L')}Z`;
}

/** The p-norm of (x, y). */
export function norm(x: number, y: number, power: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  if (power === 2) return Math.hypot(a, b);
  if (power === Number.POSITIVE_INFINITY) return Math.max(a, b);
  return (a ** power + b ** power) ** (1 / power);
}
