import './track.css';
import { area, line, select } from 'd3';
import { type Chart, watchSize } from '../chart.ts';
import { frameAt, frameForKey, layOutTrack, type TrackLayout } from './layout.ts';
import type { TrackCallbacks, TrackData } from './types.ts';

/** More frames than this get no dots. */
const MAX_DOTS = 60;

let tracks = 0;

/** The player's track: the curve of the score, done and to come, with a playhead to drag. It fills `node`. */
export function createTrack(node: HTMLElement, callbacks: TrackCallbacks = {}): Chart<TrackData> {
  const clipId = `cs-track-clip-${++tracks}`;
  const root = select(node)
    .append('div')
    .attr('class', 'cs-track')
    .attr('role', 'slider')
    .attr('aria-label', 'Step')
    .attr('aria-orientation', 'horizontal')
    .attr('aria-valuemin', 0)
    .attr('tabindex', 0);
  const svg = root.append('svg').attr('aria-hidden', 'true');
  // The done part is the same curve, cut off at the playhead.
  const clip = svg.append('clipPath').attr('id', clipId).append('rect').attr('class', 'cs-track-clip');
  const base = svg.append('line').attr('class', 'cs-track-base');
  const curves = ['cs-track-todo', 'cs-track-done'].map((name) => {
    const group = svg.append('g').attr('class', name);
    return {
      area: group.append('path').attr('class', 'cs-track-area'),
      line: group.append('path').attr('class', 'cs-track-line'),
    };
  });
  svg.select('.cs-track-done').attr('clip-path', `url(#${clipId})`);
  const dots = svg.append('g').attr('class', 'cs-track-dots');
  const head = svg.append('g').attr('class', 'cs-track-head');
  head.append('line');
  head.append('circle').attr('r', 6);

  let data: TrackData = { scores: [], index: 0, valueText: '', animate: false };
  let width = 0;
  let height = 0;
  let layout: TrackLayout = layOutTrack([], 0, 0);
  let dragging = false;

  function drawCurve(): void {
    layout = layOutTrack(data.scores, width, height);
    const { x, y, base: bottom } = layout;
    const frames = data.scores.map((_, i) => i);
    const defined = (i: number) => y[i] !== null;
    const areaPath = area<number>()
      .defined(defined)
      .x((i) => x[i]!)
      .y0(bottom)
      .y1((i) => y[i]!);
    const linePath = line<number>()
      .defined(defined)
      .x((i) => x[i]!)
      .y((i) => y[i]!);
    for (const curve of curves) {
      curve.area.attr('d', areaPath(frames));
      curve.line.attr('d', linePath(frames));
    }
    base
      .style('display', frames.length > 0 ? '' : 'none')
      .attr('x1', x[0] ?? 0)
      .attr('x2', x.at(-1) ?? 0)
      .attr('y1', bottom)
      .attr('y2', bottom);
    clip
      .attr('width', width)
      .attr('height', height + 16)
      .attr('x', -width)
      .attr('y', -8);
    head
      .select('line')
      .attr('y1', -2)
      .attr('y2', height + 2);
    dots
      .selectAll('circle')
      .data(frames.length > MAX_DOTS ? [] : frames.filter(defined))
      .join('circle')
      .attr('r', 2.5)
      .attr('cx', (i) => x[i]!)
      .attr('cy', (i) => y[i]!);
  }

  function drawHead(): void {
    const { x, y, base: bottom } = layout;
    const at = x[data.index] ?? 0;
    // Where the score is not defined the playhead runs along the base.
    clip.style('transform', `translate(${at}px, 0)`);
    head.style('transform', `translate(${at}px, 0)`).style('display', data.scores.length ? '' : 'none');
    head.select('circle').attr('cy', y[data.index] ?? bottom);
    dots
      .selectAll<SVGCircleElement, number>('circle')
      .attr('class', (i) => (i <= data.index ? 'cs-track-dot-done' : null));
  }

  function seek(index: number): void {
    if (data.scores.length > 0 && index !== data.index) callbacks.onSeek?.(index);
  }
  const seekTo = (event: PointerEvent) => {
    seek(frameAt(event.clientX - root.node()!.getBoundingClientRect().left, data.scores.length, width));
  };

  root
    .on('pointerdown', (event: PointerEvent) => {
      if (event.button !== 0) return;
      dragging = true;
      root.node()!.setPointerCapture(event.pointerId);
      seekTo(event);
    })
    .on('pointermove', (event: PointerEvent) => {
      if (dragging) seekTo(event);
    })
    .on('pointerup pointercancel', () => {
      dragging = false;
    })
    .on('keydown', (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = frameForKey(event.key, data.index, data.scores.length);
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      seek(target);
    });

  const stopSize = watchSize(root.node()!, (nextWidth, nextHeight) => {
    width = nextWidth;
    height = nextHeight;
    drawCurve();
    drawHead();
  });

  return {
    update(next) {
      const sameCurve = next.scores === data.scores;
      data = next;
      root
        .attr('data-animate', String(next.animate && !dragging))
        .attr('aria-valuemax', Math.max(0, next.scores.length - 1))
        .attr('aria-valuenow', next.index)
        .attr('aria-valuetext', next.valueText);
      if (!sameCurve) drawCurve();
      drawHead();
    },
    destroy() {
      stopSize();
      root.remove();
    },
  };
}
