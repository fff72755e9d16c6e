import { onlyChanged } from '../only-changed.ts';
import './sweep.css';
import { drag, line, scaleLinear, select } from 'd3';
import { type Chart, frameScheduler, watchSize } from '../chart.ts';

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

/** The sorted distances to the k-th neighbour, and a line across them that sets eps. */
export function createKDistance(node: HTMLElement, callbacks: KDistanceCallbacks): Chart<KDistanceData> {
  const svg = select(node).append('svg').attr('class', 'cs-sweep').attr('height', HEIGHT);
  const back = svg.append('g');
  const handle = svg.append('g').attr('class', 'cs-handle').attr('tabindex', 0).attr('role', 'slider');
  handle.attr('aria-orientation', 'vertical').attr('aria-label', 'eps');
  let data: KDistanceData | null = null;
  let width = 0;
  let held: number | null = null;
  const y = scaleLinear();

  const largest = () => data!.distances[data!.distances.length - 1] ?? 1;
  const round = (eps: number) => Number(Math.max(largest() / 1000, eps).toPrecision(3));

  function drawAll(): void {
    if (!data || width < 100) return;
    svg.attr('width', width).attr('viewBox', `0 0 ${width} ${HEIGHT}`);
    back.selectAll('*').remove();
    const { distances, knee, xTitle, yTitle } = data;
    const n = distances.length;
    const [from, to, bottom] = [MARGIN.left, width - MARGIN.right, HEIGHT - MARGIN.bottom];
    const x = scaleLinear([0, Math.max(1, n - 1)], [from, to]);
    y.domain([0, (largest() || 1) * 1.05])
      .range([bottom, MARGIN.top])
      .nice(4);
    for (const value of y.ticks(4)) {
      back
        .append('line')
        .attr('class', 'grid')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', y(value))
        .attr('y2', y(value));
      back
        .append('text')
        .attr('class', 'tick')
        .attr('x', from - 8)
        .attr('y', y(value))
        .attr('dy', '0.32em')
        .attr('text-anchor', 'end')
        .text(String(Number(value.toPrecision(6))));
    }
    for (const value of x.ticks(Math.min(6, n)).filter(Number.isInteger)) {
      back
        .append('text')
        .attr('class', 'tick')
        .attr('x', x(value))
        .attr('y', bottom + 16)
        .attr('text-anchor', 'middle')
        .text(value.toLocaleString('en'));
    }
    back
      .append('text')
      .attr('class', 'title')
      .attr('x', (from + to) / 2)
      .attr('y', HEIGHT - 6)
      .attr('text-anchor', 'middle')
      .text(xTitle);
    back
      .append('text')
      .attr('class', 'title')
      .attr('transform', `translate(12,${(MARGIN.top + bottom) / 2}) rotate(-90)`)
      .attr('text-anchor', 'middle')
      .text(yTitle);
    const stride = Math.max(1, Math.ceil(n / MOST));
    const places = Array.from(distances.keys()).filter((i) => i % stride === 0 || i === n - 1);
    const curve = line<number>()
      .x((i) => x(i))
      .y((i) => y(distances[i]!));
    back.append('path').attr('class', 'curve left').attr('d', curve(places));
    if (knee !== null) {
      const [at, height] = [x(knee), y(distances[knee]!)];
      back.append('circle').attr('class', 'best').attr('cx', at).attr('cy', height).attr('r', 7);
      back
        .append('text')
        .attr('class', 'mark-label')
        .attr('x', at - 12)
        .attr('y', height - 10)
        .attr('text-anchor', 'end')
        .text(`bend at ${round(distances[knee]!)}`);
    }
    drawHandle();
  }

  function drawHandle(): void {
    if (!data || width < 100) return;
    const eps = held ?? data.eps;
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
    handle.append('line').attr('class', 'reach').attr('x1', from).attr('x2', to);
    handle.append('line').attr('class', 'line').attr('x1', from).attr('x2', to);
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

  const whole = frameScheduler(drawAll);
  const handleOnly = frameScheduler(drawHandle);
  const move = (eps: number, done: boolean) => {
    held = done ? null : eps;
    callbacks.onEps(eps, done);
    handleOnly.schedule();
  };
  handle.call(
    drag<SVGGElement, unknown>()
      .on('drag', (event: { sourceEvent: MouseEvent; y: number }) => move(round(y.invert(event.y)), false))
      .on('end', () => held !== null && move(held, true)),
  );
  // Where drag begins the subject is the handle's own place: it moves with the hand, not to it.
  handle.on('keydown', (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (!data || !by) return;
    event.preventDefault();
    event.stopPropagation();
    move(round(data.eps + (by * largest()) / (event.shiftKey ? 20 : 100)), true);
  });

  const stopSize = watchSize(node, (next) => {
    width = next;
    whole.schedule();
  });

  return {
    update(next) {
      const before = data;
      data = next;
      if (onlyChanged(before, next, 'eps')) handleOnly.schedule();
      else whole.schedule();
    },
    destroy() {
      whole.cancel();
      handleOnly.cancel();
      stopSize();
      svg.remove();
    },
  };
}
