import type { ThemeColors } from '../chart.ts';
import { slotColor } from '../color.ts';
import { runsOf, type SilhouetteBlock, type SilhouetteLayout } from './layout.ts';

export interface BarsLook {
  readonly palette: readonly string[];
  readonly colors: ThemeColors;
  readonly selection: ReadonlySet<number> | null;
  /** Value → pixels. */
  readonly x: (value: number) => number;
}

/** Opacity of bars that are not selected. */
const MUTED = 0.25;
/** From this height a row shows as a bar of its own. */
const SEPARATE = 4;

/** Traces the outline of consecutive rows of a block: one step a row, or fewer where rows are thinner than a pixel. */
function trace(
  context: CanvasRenderingContext2D,
  { order, rowHeight }: SilhouetteLayout,
  block: SilhouetteBlock,
  run: { first: number; last: number },
  values: Float64Array,
  x: (value: number) => number,
): void {
  const zero = x(0);
  const stride = Math.max(1, Math.floor(0.5 / rowHeight));
  const space = rowHeight >= SEPARATE ? 1 : 0;
  const yOf = (place: number) => block.top + (place - block.first) * rowHeight;
  context.moveTo(zero, yOf(run.first));
  for (let j = run.first; j < run.last; j += stride) {
    const end = Math.min(run.last, j + stride);
    const edge = x(values[order[j]!]!);
    context.lineTo(edge, yOf(j));
    context.lineTo(edge, yOf(end) - space);
    if (space) {
      context.lineTo(zero, yOf(end) - space);
      context.lineTo(zero, yOf(end));
    }
  }
  context.lineTo(zero, yOf(run.last));
  context.closePath();
}

/** Draws every block; where something is selected, the others muted and the selected rows over them. */
export function drawBars(
  context: CanvasRenderingContext2D,
  layout: SilhouetteLayout,
  values: Float64Array,
  { palette, colors, selection, x }: BarsLook,
): void {
  for (const block of layout.blocks) {
    context.fillStyle = slotColor(palette, block.slot, colors.noise);
    context.globalAlpha = selection ? MUTED : 1;
    context.beginPath();
    trace(context, layout, block, block, values, x);
    context.fill();
    if (!selection) continue;
    context.globalAlpha = 1;
    context.beginPath();
    for (const run of runsOf(block, (place) => selection.has(layout.order[place]!))) {
      trace(context, layout, block, run, values, x);
    }
    context.fill();
  }
  context.globalAlpha = 1;
}
