import { onlyChanged } from '../only-changed.ts';
import './sweep.css';
import { area, extent, line, type ScaleLinear, type Selection, scaleLinear, select } from 'd3';
import { type Chart, frameScheduler, watchSize } from '../chart.ts';
import { type PlaceScale, placeByKey, placeScale } from './place-scale.ts';
import type { SweepLine, SweepLinesData, WalkCallbacks } from './types.ts';

const HEIGHT = 320;
const MARGIN = { top: 24, bottom: 44, left: 60, bare: 16 };
const LABEL = 44;
/** About how wide a letter of the axis is. */
const DIGIT = 6.5;

type Group = Selection<SVGGElement, unknown, null, undefined>;
type Side = 'left' | 'right';

interface Frame {
  readonly width: number;
  readonly x: PlaceScale;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** A curve over the places of a sweep, with another one on an axis of its own. Arrows walk from place to place, Enter picks. */
export function createSweepLines(node: HTMLElement, callbacks: WalkCallbacks): Chart<SweepLinesData> {
  const svg = select(node).append('svg').attr('class', 'cs-sweep').attr('height', HEIGHT);
  const back: Group = svg.append('g');
  const curves: Group = svg.append('g');
  const over: Group = svg.append('g').attr('pointer-events', 'none');
  let data: SweepLinesData | null = null;
  let width = 0;
  let frame: Frame | null = null;

  svg.attr('tabindex', 0).attr('role', 'slider').attr('aria-orientation', 'horizontal');

  function layOut(): Frame {
    const from = MARGIN.left;
    const to = width - (data!.right ? MARGIN.left : MARGIN.bare);
    const longest = data!.x.places.reduce((most, { label }) => Math.max(most, label.length), 0);
    const x = placeScale(data!.x, from + 8, to - 8, Math.max(LABEL, DIGIT * longest + 8));
    const rows = markRows(x, data!.marks, to).reduce((most, { row }) => Math.max(most, row + 1), 0);
    return { width, x, top: MARGIN.top + 14 * rows, bottom: HEIGHT - MARGIN.bottom, from, to };
  }

  function drawAll(): void {
    if (!data || width < 100) return;
    frame = layOut();
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
    drawCursor();
  }

  function drawCursor(): void {
    if (!data || !frame) return;
    over.selectAll('*').remove();
    const { cursor, best, left, right, x, label, words } = data;
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
    over
      .append('line')
      .attr('class', 'cursor')
      .attr('x1', at)
      .attr('x2', at)
      .attr('y1', frame.top)
      .attr('y2', frame.bottom);
    for (const side of ['right', 'left'] as const) {
      const value = data[side]?.values[cursor];
      if (value == null) continue;
      const own = side === 'left' ? left : right!;
      over
        .append('circle')
        .attr('class', `dot ${side}`)
        .attr('cx', at)
        .attr('cy', valueScale(own, frame)(value))
        .attr('r', 6);
    }
  }

  const whole = frameScheduler(drawAll);
  const cursorOnly = frameScheduler(drawCursor);

  const placeAt = (event: PointerEvent | MouseEvent) =>
    frame!.x.nearest(event.clientX - svg.node()!.getBoundingClientRect().left);
  svg
    .on('pointermove', (event: PointerEvent) => frame && callbacks.onWalk(placeAt(event)))
    .on('pointerleave', (event: PointerEvent) => event.pointerType === 'mouse' && callbacks.onWalk(null))
    .on('click', (event: MouseEvent) => frame && callbacks.onPick(placeAt(event)))
    .on('keydown', (event: KeyboardEvent) => {
      if (!data || event.ctrlKey || event.metaKey || event.altKey) return;
      const shown = data.cursor ?? data.best;
      if (event.key === 'Enter' && shown !== null) callbacks.onPick(shown);
      else if (event.key === 'Escape' && data.cursor !== null) callbacks.onWalk(null);
      else {
        const next = placeByKey(event.key, shown, data.x.places.length);
        if (next === null) return;
        callbacks.onWalk(next);
      }
      event.preventDefault();
      event.stopPropagation();
    });

  const stopSize = watchSize(node, (next) => {
    width = next;
    whole.schedule();
  });

  return {
    update(next) {
      const before = data;
      data = next;
      if (onlyChanged(before, next, 'cursor')) cursorOnly.schedule();
      else whole.schedule();
    },
    destroy() {
      whole.cancel();
      cursorOnly.cancel();
      stopSize();
      svg.remove();
    },
  };
}

function valueScale({ values, band, errors, range }: SweepLine, { top, bottom }: Frame): ScaleLinear<number, number> {
  const reach = values.flatMap((value, i) => {
    if (value === null) return [];
    const error = errors?.[i] ?? 0;
    return [value - error, value + error, ...(band?.[i] ?? [])];
  });
  const [low = 0, high = 1] = extent(reach) as [number?, number?];
  const pad = low === high ? Math.abs(low) * 0.1 || 0.5 : (high - low) * 0.06;
  const from = Math.max(range[0] ?? Number.NEGATIVE_INFINITY, low - pad);
  const to = Math.min(range[1] === null ? Number.POSITIVE_INFINITY : Math.max(range[1], high), high + pad);
  return scaleLinear()
    .domain([from, to === from ? from + 1 : to])
    .range([bottom, top])
    .nice(5);
}

function drawPlaces(
  group: Group,
  { x, top, bottom, from, to }: Frame,
  { x: axis, failed, marks }: SweepLinesData,
): void {
  group.append('line').attr('class', 'base').attr('x1', from).attr('x2', to).attr('y1', bottom).attr('y2', bottom);
  for (const place of x.ticks) {
    const tick = group.append('g').attr('transform', `translate(${x.at(place)},${bottom})`);
    tick.append('line').attr('class', 'base').attr('y2', 4);
    tick
      .append('text')
      .attr('class', 'tick')
      .attr('y', 17)
      .attr('text-anchor', 'middle')
      .text(axis.places[place]!.label);
  }
  group
    .append('text')
    .attr('class', 'title')
    .attr('x', (from + to) / 2)
    .attr('y', HEIGHT - 8)
    .attr('text-anchor', 'middle')
    .text(axis.title);
  for (const [place, isFailed] of failed.entries()) {
    if (!isFailed) continue;
    group
      .append('text')
      .attr('class', 'failed')
      .attr('x', x.at(place))
      .attr('y', bottom - 6)
      .attr('text-anchor', 'middle')
      .text('×');
  }
  for (const { at, label, row } of markRows(x, marks, to)) {
    group
      .append('line')
      .attr('class', 'mark')
      .attr('x1', at)
      .attr('x2', at)
      .attr('y1', top - 12)
      .attr('y2', bottom);
    const isLate = at > to - LETTER * label.length;
    group
      .append('text')
      .attr('class', 'mark-label')
      .attr('x', at + (isLate ? -4 : 4))
      .attr('y', top - 14 - 14 * row)
      .attr('text-anchor', isLate ? 'end' : 'start')
      .text(label);
  }
}

/** About how wide a letter is. */
const LETTER = 7;

/** Where the marks are, and in which line of words above the plot each has room for its own. */
function markRows(x: PlaceScale, marks: SweepLinesData['marks'], to: number) {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at: value, label }) => {
      const at = x.of(value);
      if (at === null) return [];
      const width = LETTER * label.length + 8;
      const start = at > to - LETTER * label.length ? at - width : at;
      let row = ends.findIndex((end) => end <= start);
      if (row < 0) row = ends.length;
      ends[row] = start + width;
      return [{ at, label, row }];
    });
}

function drawAxis(group: Group, { from, to }: Frame, y: ScaleLinear<number, number>, own: SweepLine, side: Side): void {
  const at = side === 'left' ? from : to;
  const out = side === 'left' ? -1 : 1;
  const format = y.tickFormat(5);
  for (const value of y.ticks(5)) {
    if (side === 'left')
      group
        .append('line')
        .attr('class', 'grid')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', y(value))
        .attr('y2', y(value));
    group
      .append('text')
      .attr('class', `tick ${side}`)
      .attr('x', at + 8 * out)
      .attr('y', y(value))
      .attr('dy', '0.32em')
      .attr('text-anchor', side === 'left' ? 'end' : 'start')
      .text(own.tick ? own.tick(value) : format(value));
  }
}

function drawCurve(group: Group, { x }: Frame, y: ScaleLinear<number, number>, own: SweepLine, side: Side): void {
  const { values, band, errors } = own;
  const places = values.map((_, i) => i);
  if (band && x.isWords) {
    for (const i of places) {
      const reach = band[i];
      if (!reach) continue;
      group
        .append('rect')
        .attr('class', `band ${side}`)
        .attr('x', x.at(i) - 16)
        .attr('width', 32)
        .attr('y', y(reach[1]))
        .attr('height', Math.max(1, y(reach[0]) - y(reach[1])));
    }
  } else if (band) {
    const shape = area<number>()
      .defined((i) => band[i] != null)
      .x((i) => x.at(i))
      .y0((i) => y(band[i]![0]))
      .y1((i) => y(band[i]![1]));
    group.append('path').attr('class', `band ${side}`).attr('d', shape(places));
  }
  const curve = line<number>()
    .defined((i) => values[i] != null)
    .x((i) => x.at(i))
    .y((i) => y(values[i]!));
  // Between two words there is nothing that a line could stand for.
  if (!x.isWords) group.append('path').attr('class', `curve ${side}`).attr('d', curve(places));
  for (const i of places) {
    const value = values[i];
    if (value == null) continue;
    const error = errors?.[i];
    if (error != null) {
      group
        .append('line')
        .attr('class', `error ${side}`)
        .attr('x1', x.at(i))
        .attr('x2', x.at(i))
        .attr('y1', y(value - error))
        .attr('y2', y(value + error));
    }
    if (values.length <= 120)
      group.append('circle').attr('class', `point ${side}`).attr('cx', x.at(i)).attr('cy', y(value)).attr('r', 3);
  }
}

function drawBest(
  group: Group,
  { x }: Frame,
  y: ScaleLinear<number, number>,
  value: number | null,
  place: number,
): void {
  if (value === null) return;
  group.append('circle').attr('class', 'best').attr('cx', x.at(place)).attr('cy', y(value)).attr('r', 8);
}
