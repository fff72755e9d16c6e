import './sweep.css';
import { select } from 'd3';
import type { Chart } from '../chart.ts';
import { drawn } from './drawn.ts';
import { drawAxis, drawBest, drawCurve, drawPlaces, type LinesFrame, markRows, valueScale } from './lines-parts.ts';
import { placeByKey, placeScale } from './place-scale.ts';
import { type Group, rule } from './texts.ts';
import type { SweepLinesData, WalkCallbacks } from './types.ts';
import { walkable } from './walking.ts';

const HEIGHT = 320;
const MARGIN = { top: 24, bottom: 44, left: 60, bare: 16 };
const LABEL = 44;
/** About how wide a letter of the axis is. */
const DIGIT = 6.5;

function layOut({ x: axis, right, marks }: SweepLinesData, width: number): LinesFrame {
  const from = MARGIN.left;
  const to = width - (right ? MARGIN.left : MARGIN.bare);
  const longest = axis.places.reduce((most, { label }) => Math.max(most, label.length), 0);
  const x = placeScale(axis, from + 8, to - 8, Math.max(LABEL, DIGIT * longest + 8));
  const rows = markRows(x, marks, to).reduce((most, { row }) => Math.max(most, row + 1), 0);
  return { x, top: MARGIN.top + 14 * rows, bottom: HEIGHT - MARGIN.bottom, from, to };
}

/** A curve over the places of a sweep, with another one on an axis of its own. Arrows walk from place to place, Enter picks. */
export function createSweepLines(node: HTMLElement, callbacks: WalkCallbacks): Chart<SweepLinesData> {
  const svg = select(node).append('svg').attr('class', 'cs-sweep').attr('height', HEIGHT);
  svg.attr('tabindex', 0).attr('role', 'slider').attr('aria-orientation', 'horizontal');
  const back: Group = svg.append('g');
  const curves: Group = svg.append('g');
  const over: Group = svg.append('g').attr('pointer-events', 'none');
  let frame: LinesFrame | null = null;

  function drawWhole(data: SweepLinesData, width: number): void {
    frame = layOut(data, width);
    svg.attr('width', width).attr('viewBox', `0 0 ${width} ${HEIGHT}`);
    back.selectAll('*').remove();
    curves.selectAll('*').remove();
    drawPlaces(back, frame, data);
    for (const side of ['right', 'left'] as const) {
      const own = data[side];
      if (!own) continue;
      const y = valueScale(own, frame);
      drawAxis(back, frame, y, own, side);
      drawCurve(curves, frame, y, own, side);
    }
  }

  function drawCursor({ cursor, best, left, right, x, label, words }: SweepLinesData): void {
    if (!frame) return;
    over.selectAll('*').remove();
    const shown = cursor ?? best;
    svg
      .attr('aria-label', label)
      .attr('aria-valuemin', 0)
      .attr('aria-valuemax', Math.max(0, x.places.length - 1))
      .attr('aria-valuenow', shown ?? 0)
      .attr('aria-valuetext', shown === null ? 'no place' : words(shown));
    if (best !== null) drawBest(over, frame, valueScale(left, frame), left.values[best] ?? null, best);
    if (cursor === null) return;
    const at = frame.x.at(cursor);
    rule(over, 'cursor', [at, at], [frame.top, frame.bottom]);
    for (const [side, own] of [['right', right] as const, ['left', left] as const]) {
      const value = own?.values[cursor];
      if (value == null) continue;
      const height = valueScale(own!, frame)(value);
      over.append('circle').attr('class', `dot ${side}`).attr('cx', at).attr('cy', height).attr('r', 6);
    }
  }

  const chart = drawn<SweepLinesData>(node, 'cursor', {
    whole: drawWhole,
    part: drawCursor,
    remove: () => svg.remove(),
  });
  walkable(
    svg.node()!,
    {
      at: (event) => frame!.x.nearest(event.clientX - svg.node()!.getBoundingClientRect().left),
      shown: () => (chart.data && frame ? { cursor: chart.data.cursor, marked: chart.data.best } : null),
      byKey: (key, from) => placeByKey(key, from, chart.data!.x.places.length),
    },
    callbacks,
  );
  return chart;
}
