import type { ThemeColors } from '../chart.ts';
import { mix, slotColor } from '../color.ts';
import { ballPath } from './ball.ts';
import { INK, type StageDots, type StageOverlay, type StageRings, type StageSegments } from './overlay-types.ts';

/** What the marks of an overlay are drawn with. */
export interface OverlayLook {
  readonly palette: readonly string[];
  readonly colors: ThemeColors;
  /** Radius of the rows' own marks, CSS pixels. */
  readonly radius: number;
}

/** Where marks are seen, pixels with zoom. */
interface Seen {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

type Context = CanvasRenderingContext2D;

export function colorOf({ palette, colors }: OverlayLook, slot: number): string {
  return slot === INK ? colors.text : slotColor(palette, slot, colors.noise);
}

/** Calls `draw` once for each slot in use, with the numbers of its marks: one path a colour, however many marks. */
function bySlot(slots: Int32Array, first: number, draw: (slot: number, marks: number[]) => void): void {
  const groups = new Map<number, number[]>();
  slots.forEach((slot, i) => {
    const group = groups.get(slot);
    if (group) group.push(first + i);
    else groups.set(slot, [first + i]);
  });
  for (const [slot, marks] of groups) draw(slot, marks);
}

/** Soft hulls, the largest first, so that a small one in a large one is seen. */
export function drawHulls(context: Context, { hulls }: StageOverlay, seen: Seen, look: OverlayLook): void {
  const pad = 2 * (look.radius + 7);
  let at = 0;
  const placed = hulls.map((hull) => {
    at += hull.x.length;
    return { hull, first: at - hull.x.length };
  });
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { hull, first } of placed.sort((a, b) => b.hull.x.length - a.hull.x.length)) {
    const path = new Path2D();
    for (let i = first; i < first + hull.x.length; i++) path.lineTo(seen.x[i]!, seen.y[i]!);
    // One place alone has no line to stroke until it is closed.
    path.closePath();
    const color = colorOf(look, hull.slot);
    // An edge, then the inside over it: what is left is a rim of one pixel around the whole.
    for (const [width, share] of [
      [pad + 2.5, 0.75],
      [pad, 0.2],
    ] as const) {
      context.lineWidth = width;
      context.strokeStyle = mix(color, look.colors.stage, share);
      context.fillStyle = context.strokeStyle;
      context.stroke(path);
      context.fill(path);
    }
  }
}

export function drawDiscs(context: Context, { discs }: StageOverlay, seen: Seen, look: OverlayLook): void {
  discs.forEach((disc, i) => {
    const [cx, cy] = [seen.x[2 * i]!, seen.y[2 * i]!];
    const [rx, ry] = [Math.abs(seen.x[2 * i + 1]! - cx), Math.abs(seen.y[2 * i + 1]! - cy)];
    if (!Number.isFinite(cx + cy + rx + ry)) return;
    const path = new Path2D(ballPath(cx, cy, rx, ry, disc.power));
    context.fillStyle = colorOf(look, disc.slot);
    context.strokeStyle = context.fillStyle;
    if (disc.look === 'filled') {
      context.globalAlpha = 0.14;
      context.fill(path);
    }
    context.globalAlpha = disc.look === 'filled' ? 0.9 : 0.75;
    context.lineWidth = 1.5;
    context.setLineDash(disc.look === 'dashed' ? [5, 4] : []);
    context.stroke(path);
  });
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** A few lines; of these, thin ones are drawn to be seen one by one. */
const FEW = 60;

function lineWidth(look: StageSegments['look'], count: number): number {
  if (look === 'thin') return count <= FEW ? 1.5 : 1;
  return look === 'strong' ? 2.5 : 1.2;
}

/** Thin lines fade as they get more, so that a crowd of them stays a veil. */
function opacity(look: StageSegments['look'], count: number): number {
  if (look !== 'thin') return 0.9;
  return Math.max(0.15, Math.min(0.85, 0.6 * (300 / count) ** 0.4));
}

export function drawSegments(context: Context, { segments }: StageOverlay, seen: Seen, look: OverlayLook): void {
  let at = 0;
  for (const { slots, look: line } of segments) {
    const count = slots.length;
    context.lineWidth = lineWidth(line, count);
    context.lineCap = line === 'strong' ? 'round' : 'butt';
    context.globalAlpha = opacity(line, count);
    context.setLineDash(line === 'dashed' ? [4, 4] : []);
    bySlot(slots, at, (slot, marks) => {
      context.beginPath();
      for (const i of marks) {
        context.moveTo(seen.x[i]!, seen.y[i]!);
        context.lineTo(seen.x[i + count]!, seen.y[i + count]!);
      }
      context.strokeStyle = colorOf(look, slot);
      context.stroke();
    });
    at += 2 * count;
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

const RINGS: Readonly<Record<StageRings['look'], { room: number; width: number }>> = {
  now: { room: 5, width: 2.5 },
  waiting: { room: 3.5, width: 1.5 },
  lit: { room: 2.5, width: 1.5 },
};

/** @param at where a row is seen, pixels with zoom. @param slotOf its slot: rings of those that wait wear its colour. */
export function drawRings(
  context: Context,
  { rings }: StageOverlay,
  at: (row: number) => readonly [number, number],
  slotOf: (row: number) => number,
  look: OverlayLook,
): void {
  for (const { rows, look: ring } of rings) {
    const { room, width } = RINGS[ring];
    const radius = look.radius + room;
    context.lineWidth = width;
    const slots = ring === 'waiting' ? Int32Array.from(rows, slotOf) : new Int32Array(rows.length).fill(INK);
    bySlot(slots, 0, (slot, marks) => {
      context.beginPath();
      for (const i of marks) {
        const [x, y] = at(rows[i]!);
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.strokeStyle = colorOf(look, slot);
      context.stroke();
    });
  }
}

function drawTrails(
  context: Context,
  seen: Seen,
  trails: Seen,
  dots: StageDots,
  first: number,
  at: number,
  look: OverlayLook,
) {
  const { starts } = dots.trails!;
  context.lineWidth = 1.2;
  context.lineJoin = 'round';
  context.globalAlpha = Math.max(0.25, Math.min(0.7, 0.7 * (100 / dots.slots.length) ** 0.3));
  bySlot(dots.slots, 0, (slot, marks) => {
    context.beginPath();
    for (const i of marks) {
      if (starts[i] === starts[i + 1]) continue;
      for (let j = starts[i]!; j < starts[i + 1]!; j++) {
        if (j === starts[i]) context.moveTo(trails.x[at + j]!, trails.y[at + j]!);
        else context.lineTo(trails.x[at + j]!, trails.y[at + j]!);
      }
      context.lineTo(seen.x[first + i]!, seen.y[first + i]!);
    }
    context.strokeStyle = colorOf(look, slot);
    context.stroke();
  });
  context.globalAlpha = 1;
}

function dotPath(context: Context, { look }: StageDots, x: number, y: number, r: number): void {
  if (look === 'cross') {
    context.moveTo(x - r, y);
    context.lineTo(x + r, y);
    context.moveTo(x, y - r);
    context.lineTo(x, y + r);
  } else {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
  }
}

/** Dots with the ways they came; a way ends where its dot is seen. */
export function drawDots(context: Context, { dots }: StageOverlay, seen: Seen, trails: Seen, look: OverlayLook): void {
  let first = 0;
  let at = 0;
  for (const set of dots) {
    if (set.trails) {
      drawTrails(context, seen, trails, set, first, at, look);
      at += set.trails.x.length;
    }
    const radius = set.slots.length > 400 ? 2.2 : 3;
    bySlot(set.slots, first, (slot, marks) => {
      context.beginPath();
      for (const i of marks)
        dotPath(context, set, seen.x[i]!, seen.y[i]!, set.look === 'cross' ? radius + 1.5 : radius);
      const color = colorOf(look, slot);
      if (set.look === 'dot') {
        context.lineWidth = 1.5;
        context.strokeStyle = look.colors.stage;
        context.stroke();
        context.fillStyle = color;
        context.fill();
      } else {
        context.lineWidth = 4;
        context.strokeStyle = look.colors.stage;
        context.stroke();
        context.lineWidth = 1.8;
        context.strokeStyle = color;
        context.stroke();
      }
    });
    first += set.x.length;
  }
}
