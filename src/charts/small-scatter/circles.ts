import { slotColor } from '../color.ts';
import { type Marks, styleOf } from '../stage/marks.ts';
import { HOLLOW } from '../stage/overlay-types.ts';
import { type MarkLook, MUTED, type Places, type View } from '../stage/point-layer.ts';

const round = (value: number) => Math.round(value * 100) / 100;

/** Everything of a circle but its place. */
function attributesOf(
  key: number,
  isMuted: boolean,
  { radius, palette, colors, opacity }: MarkLook,
  few: boolean,
): string {
  const style = styleOf(key);
  const color = slotColor(palette, style.slot, colors.noise);
  const share = isMuted ? opacity * MUTED : few ? Math.max(0.8, opacity) : opacity;
  const look =
    style.kind === HOLLOW
      ? `fill="${colors.stage}" fill-opacity="0.5" stroke="${color}" stroke-width="${Math.max(1, Math.min(1.5, radius * 0.4))}"`
      : radius >= 2.75
        ? `fill="${color}" stroke="${colors.stage}" stroke-width="0.5"`
        : `fill="${color}"`;
  return `r="${radius}" opacity="${round(share)}" ${look}`;
}

/**
 * Marks that are circles as elements of an SVG, in the order in which they are drawn; those out of the picture are left out.
 * @param size width and height of the picture, in the pixels of the places
 */
export function circlesSvg(
  { toX, toY }: Pick<Places, 'toX' | 'toY'>,
  { keys, order, muted }: Marks,
  look: MarkLook,
  view: View,
  [width, height]: readonly [number, number],
): string {
  const known = new Map<number, string>();
  const reach = look.radius + 1;
  let circles = '';
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const [x, y] = [toX[row]! * view.k + view.x, toY[row]! * view.k + view.y];
    // Also what is no number is nowhere.
    if (!(x > -reach && x < width + reach && y > -reach && y < height + reach)) continue;
    const key = at < muted ? -1 - keys[row]! : keys[row]!;
    let attributes = known.get(key);
    if (attributes === undefined) {
      attributes = attributesOf(keys[row]!, at < muted, look, muted > 0);
      known.set(key, attributes);
    }
    circles += `<circle cx="${round(x)}" cy="${round(y)}" ${attributes}/>`;
  }
  return circles;
}
