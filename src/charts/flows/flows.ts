import './flows.css';
import { select } from 'd3';
import { type Chart, frameScheduler, selectMode, themeColors, watchLook, watchSize } from '../chart.ts';
import { slotColor } from '../color.ts';
import { type Flow, type FlowNode, layOutFlows, OTHERS, rowsOfFlow } from './layout.ts';
import type { FlowsCallbacks, FlowsData } from './types.ts';

const BAR = 12;
const TOP = 24;
/** Room for a name beside a bar; where there is little, for its number. */
const sideOf = (width: number) => (width < 420 ? 64 : 116);

const nameOf = ({ label, clusters }: Pick<FlowNode, 'label' | 'clusters'>) =>
  label === OTHERS ? `${clusters} others` : label < 0 ? 'noise' : `cluster ${label}`;

const shortName = (bar: FlowNode) => (bar.label < 0 ? nameOf(bar) : String(bar.label));

function ribbon({ top: [a, b], height }: Flow, left: number, right: number): string {
  const middle = (left + right) / 2;
  return `M${left},${a}C${middle},${a} ${middle},${b} ${right},${b}V${b + height}C${middle},${b + height} ${middle},${a + height} ${left},${a + height}Z`;
}

/** How the rows of one labeling spread over the clusters of another: a ribbon for each pair; a click selects its rows. */
export function createFlows(node: HTMLElement, callbacks: FlowsCallbacks = {}): Chart<FlowsData> {
  const root = select(node).append('div').attr('class', 'cs-flows');
  const svg = root.append('svg').attr('role', 'group');
  const titles = svg.append('g');
  const body = svg.append('g').attr('transform', `translate(0,${TOP})`);
  const [ribbons, bars] = [body.append('g'), body.append('g')];
  let data: FlowsData | null = null;
  let size: readonly [number, number] = [0, 0];
  /** The ribbon that Tab reaches; arrows move it. */
  let active = 0;

  function pick(event: MouseEvent | KeyboardEvent, start: FlowNode | null, end: FlowNode | null): void {
    callbacks.onSelect?.(rowsOfFlow(data!.from, data!.to, start, end), selectMode(event));
  }

  function drawTitles(width: number): void {
    const { from, to } = data!;
    titles
      .selectAll('text')
      .data([
        { text: from.title, x: width < 420 ? 0 : sideOf(width), anchor: 'start' },
        { text: to.title, x: width < 420 ? width : width - sideOf(width), anchor: 'end' },
      ])
      .join('text')
      .attr('class', 'cs-flows-title')
      .attr('x', ({ x }) => x)
      .attr('y', 12)
      .attr('text-anchor', ({ anchor }) => anchor)
      .text(({ text }) => text);
  }

  function drawBars(nodes: readonly (FlowNode & { readonly isLeft: boolean })[], width: number, grey: string): void {
    const { palette, noun } = data!;
    const groups = bars
      .selectAll<SVGGElement, (typeof nodes)[number]>('g')
      .data(nodes)
      .join((enter) => {
        const group = enter.append('g').attr('class', 'cs-flow-node');
        group.append('rect').attr('width', BAR).attr('rx', 2);
        group.append('text').attr('dy', '0.35em');
        group.append('title');
        return group;
      })
      .attr(
        'transform',
        ({ isLeft, top }) => `translate(${isLeft ? sideOf(width) - BAR : width - sideOf(width)},${top})`,
      )
      .on('click', (event: MouseEvent, bar) => pick(event, bar.isLeft ? bar : null, bar.isLeft ? null : bar));
    groups
      .select('rect')
      .attr('height', ({ height }) => Math.max(1, height))
      .attr('fill', ({ slot }) => slotColor(palette, slot, grey));
    groups
      .select('text')
      .attr('x', ({ isLeft }) => (isLeft ? -8 : BAR + 8))
      .attr('y', ({ height }) => height / 2)
      .attr('text-anchor', ({ isLeft }) => (isLeft ? 'end' : 'start'))
      .text((bar) =>
        bar.height < 4 && nodes.length > 16 ? '' : `${width < 420 ? shortName(bar) : nameOf(bar)} · ${bar.size}`,
      );
    groups.select('title').text((bar) => `${nameOf(bar)}: ${bar.size} ${bar.size === 1 ? noun.one : noun.many}`);
  }

  function pressed(flow: Flow, left: readonly FlowNode[], right: readonly FlowNode[]): 'true' | 'false' {
    const { selection, from, to } = data!;
    if (!selection || selection.size < flow.size) return 'false';
    const rows = rowsOfFlow(from, to, left[flow.from]!, right[flow.to]!);
    return rows.every((row) => selection.has(row)) ? 'true' : 'false';
  }

  function draw(): void {
    const [width, height] = size;
    if (!data || width < 1 || height <= TOP) return;
    const { from, to, palette, noun } = data;
    const grey = themeColors(root.node()!).noise;
    const { left, right, flows } = layOutFlows(from, to, height - TOP - 1);
    svg.attr('width', width).attr('height', height).attr('aria-label', `From ${from.title} to ${to.title}`);
    drawTitles(width);
    drawBars(
      [...left.map((bar) => ({ ...bar, isLeft: true })), ...right.map((bar) => ({ ...bar, isLeft: false }))],
      width,
      grey,
    );
    active = Math.min(active, Math.max(0, flows.length - 1));
    const words = (flow: Flow) =>
      `${flow.size} ${flow.size === 1 ? noun.one : noun.many} from ${nameOf(left[flow.from]!)} to ${nameOf(right[flow.to]!)}`;
    const paths = ribbons
      .selectAll<SVGPathElement, Flow>('path')
      .data(flows)
      .join((enter) => {
        const path = enter.append('path').attr('class', 'cs-flow').attr('role', 'button');
        path.append('title');
        return path;
      })
      .attr('d', (flow) => ribbon(flow, sideOf(width), width - sideOf(width)))
      .attr('fill', (flow) => slotColor(palette, left[flow.from]!.slot, grey))
      .attr('fill-opacity', ({ moves }) => (moves ? 0.7 : 0.25))
      .attr('aria-label', (flow) => words(flow))
      .attr('aria-pressed', (flow) => pressed(flow, left, right))
      .attr('tabindex', (_, i) => (i === active ? 0 : -1))
      .on('click', (event: MouseEvent, flow) => pick(event, left[flow.from]!, right[flow.to]!))
      .on('keydown', (event: KeyboardEvent, flow) => {
        const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          active = (active + by + flows.length) % flows.length;
          paths.attr('tabindex', (_, i) => (i === active ? 0 : -1));
          paths.nodes()[active]!.focus();
        } else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          event.stopPropagation();
          pick(event, left[flow.from]!, right[flow.to]!);
        }
      });
    paths.select('title').text((flow) => words(flow));
  }

  const scheduler = frameScheduler(draw);
  const stopSize = watchSize(node, (width, height) => {
    size = [width, height];
    scheduler.schedule();
  });
  const stopLook = watchLook(() => scheduler.schedule());
  return {
    update(next) {
      data = next;
      scheduler.schedule();
    },
    destroy() {
      scheduler.cancel();
      stopSize();
      stopLook();
      root.remove();
    },
  };
}
