import './race.css';
import { axisBottom, axisLeft, curveStepAfter, format, line, scaleLinear, select } from 'd3';
import { type Chart, watchSize } from '../chart.ts';
import { extentOf, headAt, MARGIN, nameBelow, pointAt, secondsText, timeForKey } from './layout.ts';
import type { RaceCallbacks, RaceData, Runner } from './types.ts';

let races = 0;

/** Inertia against the seconds of each fit, with a line to drag through the time of both. It fills `node`. */
export function createRace(node: HTMLElement, callbacks: RaceCallbacks = {}): Chart<RaceData> {
  const root = select(node)
    .append('div')
    .attr('class', 'cs-race')
    .attr('role', 'slider')
    .attr('aria-label', 'Race time')
    .attr('aria-valuemin', 0)
    .attr('tabindex', 0);
  const svg = root.append('svg').attr('aria-hidden', 'true');
  const clipId = `cs-race-clip-${++races}`;
  const clip = svg.append('clipPath').attr('id', clipId).append('rect');
  const axis = svg.append('g').attr('class', 'cs-race-axis');
  const heights = svg.append('g').attr('class', 'cs-race-axis').attr('transform', `translate(${MARGIN.left}, 0)`);
  const cursor = svg.append('line').attr('class', 'cs-race-cursor');
  const lines = svg.append('g').attr('clip-path', `url(#${clipId})`);
  const heads = svg.append('g');
  let data: RaceData = { runners: [], time: 0, valueText: '' };
  let [width, height] = [0, 0];
  let isDragging = false;

  function scales() {
    const { end, low, high } = extentOf(data.runners);
    const x = scaleLinear([0, end], [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)]);
    const y = scaleLinear([low, high], [height - MARGIN.bottom - 18, MARGIN.top]);
    return { x, y, end };
  }

  function draw(): void {
    if (width === 0) return;
    const { x, y, end } = scales();
    axis.attr('transform', `translate(0, ${height - MARGIN.bottom})`).call(
      axisBottom(x)
        .ticks(Math.max(2, Math.floor(width / 90)))
        .tickSizeOuter(0)
        .tickFormat((seconds) => secondsText(Number(seconds), end)),
    );
    heights.call(
      axisLeft(y)
        .ticks(3)
        .tickSize(4)
        .tickFormat((inertia) => format('.3~s')(Number(inertia))),
    );
    clip
      .attr('x', MARGIN.left)
      .attr('y', 2)
      .attr('width', Math.max(0, width - MARGIN.left))
      .attr('height', Math.max(0, height - MARGIN.bottom));
    const path = line<Runner['points'][number]>()
      .x(({ seconds }) => x(seconds))
      .y(({ inertia }) => y(inertia))
      .curve(curveStepAfter);
    lines
      .selectAll<SVGPathElement, Runner>('path')
      .data(data.runners)
      .join('path')
      .attr('stroke', ({ color }) => color)
      .attr('d', ({ points }) => path(points));
    const at = x(Math.min(end, data.time));
    cursor
      .attr('x1', at)
      .attr('x2', at)
      .attr('y1', MARGIN.top - 8)
      .attr('y2', height - MARGIN.bottom);
    drawHeads(x, y);
    root
      .attr('aria-valuemax', end)
      .attr('aria-valuenow', Math.min(end, data.time))
      .attr('aria-valuetext', data.valueText);
  }

  function drawHeads(x: (seconds: number) => number, y: (inertia: number) => number): void {
    const standing = data.runners
      .map((runner) => ({ runner, point: pointAt(runner, data.time) }))
      .filter((one): one is { runner: Runner; point: Runner['points'][number] } => one.point !== null)
      .sort((a, b) => b.point.inertia - a.point.inertia);
    const groups = heads
      .selectAll<SVGGElement, (typeof standing)[number]>('g')
      .data(standing)
      .join((enter) => {
        const group = enter.append('g');
        group.append('circle').attr('r', 4.5);
        group.append('text').attr('class', 'cs-race-name');
        return group;
      })
      .attr('transform', ({ point }) => `translate(${x(point.seconds)}, ${headAt(y(point.inertia))})`);
    groups.select('circle').attr('fill', ({ runner }) => runner.color);
    const isRight = ({ point }: (typeof standing)[number]) => x(point.seconds) > width * 0.6;
    groups
      .select('text')
      .attr('fill', ({ runner }) => runner.color)
      .attr('text-anchor', (one) => (isRight(one) ? 'end' : 'start'))
      .attr('x', (one) => (isRight(one) ? -8 : 8))
      .attr('y', ({ point }, i) => nameBelow(headAt(y(point.inertia)), i))
      .text(({ runner }) => `${runner.name}${runner.isOver ? ', done' : ''}`);
  }

  const seekTo = (event: PointerEvent) => {
    const { x, end } = scales();
    const seconds = x.invert(event.clientX - root.node()!.getBoundingClientRect().left);
    callbacks.onSeek?.(Math.min(end, Math.max(0, seconds)));
  };
  root
    .on('pointerdown', (event: PointerEvent) => {
      if (event.button !== 0) return;
      isDragging = true;
      root.node()!.setPointerCapture(event.pointerId);
      seekTo(event);
    })
    .on('pointermove', (event: PointerEvent) => {
      if (isDragging) seekTo(event);
    })
    .on('pointerup pointercancel', () => {
      isDragging = false;
    })
    .on('keydown', (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { end } = extentOf(data.runners);
      const target = timeForKey(event.key, Math.min(end, data.time), end);
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      callbacks.onSeek?.(target);
    });

  const stopSize = watchSize(root.node()!, (nextWidth, nextHeight) => {
    [width, height] = [nextWidth, nextHeight];
    draw();
  });
  return {
    update(next) {
      data = next;
      draw();
    },
    destroy() {
      stopSize();
      root.remove();
    },
  };
}
