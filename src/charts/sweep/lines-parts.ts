import { area, extent, line, type ScaleLinear, scaleLinear } from 'd3';
import type { PlaceScale } from './place-scale.ts';
import { type Group, rule, tickBelow, tickBeside, titleBelow } from './texts.ts';
import type { SweepLine, SweepLinesData } from './types.ts';

export type Side = 'left' | 'right';

/** Where the plot is. */
export interface LinesFrame {
  readonly x: PlaceScale;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

export function valueScale(
  { values, band, errors, range }: SweepLine,
  { top, bottom }: LinesFrame,
): ScaleLinear<number, number> {
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

export function drawPlaces(
  group: Group,
  { x, top, bottom, from, to }: LinesFrame,
  { x: axis, failed, marks }: SweepLinesData,
): void {
  rule(group, 'base', [from, to], [bottom, bottom]);
  for (const place of x.ticks) {
    rule(group, 'base', [x.at(place), x.at(place)], [bottom, bottom + 4]);
    tickBelow(group, x.at(place), bottom + 17, axis.places[place]!.label);
  }
  titleBelow(group, (from + to) / 2, bottom + 36, axis.title);
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
    rule(group, 'mark', [at, at], [top - 12, bottom]);
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
export function markRows(x: PlaceScale, marks: SweepLinesData['marks'], to: number) {
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

export function drawAxis(
  group: Group,
  { from, to }: LinesFrame,
  y: ScaleLinear<number, number>,
  own: SweepLine,
  side: Side,
): void {
  const at = side === 'left' ? from : to;
  const out = side === 'left' ? -1 : 1;
  const format = y.tickFormat(5);
  for (const value of y.ticks(5)) {
    if (side === 'left') rule(group, 'grid', [from, to], [y(value), y(value)]);
    tickBeside(group, at + 8 * out, y(value), own.tick ? own.tick(value) : format(value), side, side);
  }
}

export function drawCurve(
  group: Group,
  { x }: LinesFrame,
  y: ScaleLinear<number, number>,
  own: SweepLine,
  side: Side,
): void {
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
      rule(group, `error ${side}`, [x.at(i), x.at(i)], [y(value - error), y(value + error)]);
    }
    if (values.length <= 120)
      group.append('circle').attr('class', `point ${side}`).attr('cx', x.at(i)).attr('cy', y(value)).attr('r', 3);
  }
}

export function drawBest(
  group: Group,
  { x }: LinesFrame,
  y: ScaleLinear<number, number>,
  value: number | null,
  place: number,
): void {
  if (value === null) return;
  group.append('circle').attr('class', 'best').attr('cx', x.at(place)).attr('cy', y(value)).attr('r', 8);
}
