import './sweep.css';
import { drag, format, line, type ScaleLinear, scaleLinear, select } from 'd3';
import type { Chart } from '../chart.ts';
import { drawn } from './drawn.ts';
import { type Group, rule, tickBelow, tickBeside, titleBelow, titleUpright } from './texts.ts';

const HEIGHT = 240;
const MARGIN = { top: 16, right: 16, bottom: 40, left: 60 };
/** More points than there are pixels are not drawn. */
const MOST = 1500;

export interface KDistanceData {
  /** Ascending. */
  readonly distances: Float64Array;
  readonly eps: number;
  /** Where the curve bends, an index of `distances`; null where it does not. */
  readonly knee: number | null;
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
}

export interface KDistanceCallbacks {
  /** The line was moved, by hand or by key; once more with `done` at the end. */
  onEps(eps: number, done: boolean): void;
}

type Scale = ScaleLinear<number, number>;

const largest = ({ distances }: KDistanceData) => distances[distances.length - 1] ?? 1;
const rounded = (eps: number, data: KDistanceData) => Number(Math.max(largest(data) / 1000, eps).toPrecision(3));

function drawAxes(back: Group, { distances, xTitle, yTitle }: KDistanceData, x: Scale, y: Scale): void {
  const [from, to] = x.range() as [number, number];
  const bottom = HEIGHT - MARGIN.bottom;
  for (const value of y.ticks(4)) {
    rule(back, 'grid', [from, to], [y(value), y(value)]);
    tickBeside(back, from - 8, y(value), String(Number(value.toPrecision(6))), 'left');
  }
  for (const value of x.ticks(Math.min(6, distances.length)).filter(Number.isInteger)) {
    tickBelow(back, x(value), bottom + 16, format(',')(value));
  }
  titleBelow(back, (from + to) / 2, HEIGHT - 6, xTitle);
  titleUpright(back, (MARGIN.top + bottom) / 2, yTitle);
}

function drawCurve(back: Group, data: KDistanceData, x: Scale, y: Scale): void {
  const { distances, knee } = data;
  const n = distances.length;
  const stride = Math.max(1, Math.ceil(n / MOST));
  const places = Array.from(distances.keys()).filter((i) => i % stride === 0 || i === n - 1);
  const curve = line<number>()
    .x((i) => x(i))
    .y((i) => y(distances[i]!));
  back.append('path').attr('class', 'curve left').attr('d', curve(places));
  if (knee === null) return;
  const [at, height] = [x(knee), y(distances[knee]!)];
  back.append('circle').attr('class', 'best').attr('cx', at).attr('cy', height).attr('r', 7);
  back
    .append('text')
    .attr('class', 'mark-label')
    .attr('x', at - 12)
    .attr('y', height - 10)
    .attr('text-anchor', 'end')
    .text(`bend at ${rounded(distances[knee]!, data)}`);
}

function drawHandle(handle: Group, eps: number, y: Scale, width: number): void {
  const [from, to] = [MARGIN.left, width - MARGIN.right];
  const [low, high] = y.domain() as [number, number];
  const at = y(Math.min(high, Math.max(low, eps)));
  handle.selectAll('*').remove();
  handle
    .attr('transform', `translate(0,${at})`)
    .attr('aria-valuemin', 0)
    .attr('aria-valuemax', Number(high.toPrecision(4)))
    .attr('aria-valuenow', eps)
    .attr('aria-valuetext', `eps ${eps}`);
  rule(handle, 'reach', [from, to], [0, 0]);
  rule(handle, 'line', [from, to], [0, 0]);
  handle
    .append('circle')
    .attr('class', 'knob')
    .attr('cx', from + 24)
    .attr('r', 7);
  handle
    .append('text')
    .attr('class', 'handle-label')
    .attr('x', from + 40)
    .attr('y', at < 40 ? 16 : -6)
    .text(`eps = ${eps}`);
}

/** The sorted distances to the k-th neighbour, and a line across them that sets eps. */
export function createKDistance(node: HTMLElement, callbacks: KDistanceCallbacks): Chart<KDistanceData> {
  const svg = select(node).append('svg').attr('class', 'cs-sweep').attr('height', HEIGHT);
  const back: Group = svg.append('g');
  const handle: Group = svg.append('g').attr('class', 'cs-handle').attr('tabindex', 0).attr('role', 'slider');
  handle.attr('aria-orientation', 'vertical').attr('aria-label', 'eps');
  let held: number | null = null;
  const y = scaleLinear();

  const chart = drawn<KDistanceData>(node, 'eps', {
    whole(data, width) {
      svg.attr('width', width).attr('viewBox', `0 0 ${width} ${HEIGHT}`);
      back.selectAll('*').remove();
      const last = Math.max(1, data.distances.length - 1);
      const x = scaleLinear([0, last], [MARGIN.left, width - MARGIN.right]);
      y.domain([0, (largest(data) || 1) * 1.05])
        .range([HEIGHT - MARGIN.bottom, MARGIN.top])
        .nice(4);
      drawAxes(back, data, x, y);
      drawCurve(back, data, x, y);
    },
    part: ({ eps }, width) => drawHandle(handle, held ?? eps, y, width),
    remove: () => svg.remove(),
  });

  const move = (eps: number, done: boolean) => {
    held = done ? null : eps;
    callbacks.onEps(eps, done);
    chart.redrawPart();
  };
  handle.call(
    drag<SVGGElement, unknown>()
      .on('drag', (event: { y: number }) => chart.data && move(rounded(y.invert(event.y), chart.data), false))
      .on('end', () => held !== null && move(held, true)),
  );
  // Where drag begins the subject is the handle's own place: it moves with the hand, not to it.
  handle.on('keydown', (event: KeyboardEvent) => {
    const { data } = chart;
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (!data || !by) return;
    event.preventDefault();
    event.stopPropagation();
    move(rounded(data.eps + (by * largest(data)) / (event.shiftKey ? 20 : 100), data), true);
  });
  return chart;
}
