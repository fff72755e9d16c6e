import './dendrogram.css';
import { select } from 'd3';
import { type Chart, frameScheduler, selectMode, watchLook, watchSize } from '../chart.ts';
import { slotColor } from '../color.ts';
import { clustersAt, heightForKey, lineFor } from './cut.ts';
import { createCutLine } from './cut-line.ts';
import { type DendrogramLayout, drawnFor, layOutDendrogram, nodeAt } from './layout.ts';
import { type HeightScale, heightScale } from './scale.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type Arrangement, arrange, countBefore, isWithin, rowsUnder } from './tree.ts';
import type { DendrogramCallbacks, DendrogramData } from './types.ts';
import { counted, heightText, summaryOf } from './words.ts';

/** Room for the ticks, the grip, the counts. */
const MARGIN = { left: 34, top: 8, right: 10, bottom: 22 };
/** A leaf is at least so wide: room for its count, upright. */
const LEAF = 10;
const MOST = 60;

/** The top of a merge tree with the line that cuts it. It fills `node`. */
export function createDendrogram(node: HTMLElement, callbacks: DendrogramCallbacks = {}): Chart<DendrogramData> {
  const root = select(node)
    .append('div')
    .attr('class', 'cs-dendrogram')
    .attr('role', 'group')
    .attr('tabindex', 0)
    .node()!;
  const svg = select(root).append('svg').attr('aria-hidden', 'true');
  const [axis, tree, counts, merge, row] = ['axis', 'tree', 'counts', 'merge', 'row'].map((name) =>
    svg.append('g').attr('class', `cs-dendrogram-${name}`),
  );
  const note = select(root).append('div').attr('class', 'cs-dendrogram-note').attr('role', 'status');

  let data: DendrogramData | null = null;
  let arranged: Arrangement | null = null;
  let layout: DendrogramLayout = { leaves: [], joins: [], lowest: 0 };
  let size = { width: 0, height: 0 };
  let plot = { width: 1, height: 1 };
  let y: HeightScale = heightScale(layout, 'linear', 1);
  /** The node under the pointer or the cursor, as a cluster that could be. */
  let hot: number | null = null;
  /** The height at which the hand holds the line. */
  let held: number | null = null;

  const x = (leaf: number) => MARGIN.left + (leaf * plot.width) / Math.max(1, layout.leaves.length);
  const down = (height: number) => MARGIN.top + y(height);

  function layOut(): void {
    plot = {
      width: Math.max(1, size.width - MARGIN.left - MARGIN.right),
      height: Math.max(1, size.height - MARGIN.top - MARGIN.bottom),
    };
    if (!data || !arranged) return;
    layout = layOutDendrogram(data, arranged, Math.min(MOST, Math.max(2, Math.floor(plot.width / LEAF))));
    y = heightScale(layout, data.scale, plot.height);
  }

  function drawTree(given: DendrogramData, at: Arrangement): void {
    const { n } = at;
    const made = n - given.clusters;
    const cut = given.threshold ?? lineFor(given.heights, given.clusters);
    const chosen = given.selection && countBefore(at, given.selection);
    const isChosen = (of: number) => chosen && chosen[at.starts[of]! + at.sizes[of]!]! > chosen[at.starts[of]!]!;
    const color = ({ isAbove, node: of }: Segment) =>
      isAbove
        ? 'var(--cs-text-muted)'
        : slotColor(given.palette, given.colorOf[at.order[at.starts[of]!]!]!, 'var(--cs-noise)');
    const flag = (value: unknown) => (value ? '' : null);
    tree!
      .selectAll<SVGPathElement, Segment>('path')
      .data(segmentsOf(layout, { x, y: down }, n, made, cut), ({ key }) => key)
      .join('path')
      .attr('d', ({ d }) => d)
      .style('stroke', color)
      .style('fill', (segment) => (segment.isArea ? color(segment) : null))
      .attr('data-area', ({ isArea }) => flag(isArea))
      .attr('data-future', ({ merge: by }) => flag(given.made !== null && by >= given.made))
      .attr('data-muted', ({ node: of }) => flag(given.selection && !isChosen(of)))
      .attr('data-hot', ({ node: of }) => flag(hot !== null && isWithin(at, of, hot)));
    const crowded = layout.leaves.some(({ size }) => size > 1);
    counts!
      .selectAll('text')
      .data(crowded ? layout.leaves : [])
      .join('text')
      .attr('transform', (leaf) => `translate(${x(leaf.x)},${MARGIN.top + plot.height + 3}) rotate(-90)`)
      .text((leaf) => leaf.size);
    drawMarks(given, at);
  }

  /** The merge that the player shows, and the row that is hovered elsewhere. */
  function drawMarks(given: DendrogramData, at: Arrangement): void {
    const latest = given.made === null || given.made === 0 ? null : drawnFor(layout, at, at.n + given.made - 1);
    const places = [...layout.leaves, ...layout.joins];
    const markOf = (of: number | null) => places.filter(({ node: drawn }) => drawn === of);
    merge!
      .selectAll('circle')
      .data(markOf(latest))
      .join('circle')
      .attr('r', 4.5)
      .attr('cx', (place) => x(place.x))
      .attr('cy', (place) => down(place.height));
    const under = given.hovered === null || given.hovered >= at.n ? null : drawnFor(layout, at, given.hovered);
    row!
      .selectAll('path')
      .data(markOf(under))
      .join('path')
      .attr('d', (place) => `M${x(place.x)},${MARGIN.top + plot.height + 1}l4,7h-8z`);
  }

  function drawAxis(): void {
    const tick = axis!
      .selectAll('g')
      .data(y.ticks)
      .join('g')
      .attr('transform', (at) => `translate(0,${MARGIN.top + at.y})`);
    tick
      .selectAll('line')
      .data([0])
      .join('line')
      .attr('x1', MARGIN.left)
      .attr('x2', MARGIN.left + plot.width);
    tick
      .selectAll('text')
      .data(({ text }) => [text])
      .join('text')
      .attr('x', MARGIN.left - 6)
      .attr('dy', '0.32em')
      .attr('text-anchor', 'end')
      .text((text) => text);
  }

  function drawCut({ heights, threshold, clusters, cutName }: DendrogramData): void {
    const height = held ?? threshold ?? lineFor(heights, clusters);
    const left = held === null ? clusters : clustersAt(heights, held);
    const words = `${left} cluster${left === 1 ? '' : 's'}`;
    const place = Math.max(0, Math.min(plot.height, y(height)));
    line.draw({
      y: MARGIN.top + place,
      left: MARGIN.left,
      right: MARGIN.right,
      name: cutName,
      value: height,
      max: Math.max(height, y.top),
      valueText: `${heightText(height)}, ${words}`,
      label: `${heightText(height)} · ${words}`,
      below: place < 20,
    });
  }

  function draw(): void {
    if (!data || !arranged) return;
    drawAxis();
    drawTree(data, arranged);
    drawCut(data);
  }
  const scheduler = frameScheduler(draw);

  const line = createCutLine(root, {
    drag(at, done) {
      if (!data) return;
      held = Number(y.invert(Math.min(plot.height, Math.max(0, at - MARGIN.top))).toPrecision(3));
      callbacks.onCut?.(held, done);
      if (done) held = null;
      scheduler.schedule();
    },
    key(name) {
      if (!data) return false;
      const height = heightForKey(data.heights, data.clusters, name, layout.leaves.length);
      if (height !== null) callbacks.onCut?.(height, true);
      return /^(Arrow|Page|Home|End)/.test(name);
    },
  });

  /** Takes a node for the one that is looked at. `at`: where, in pixels of the root. */
  function look(next: number | null, at: { x: number; y: number } | null): void {
    if (next !== hot) {
      hot = next;
      const bounds = root.getBoundingClientRect();
      const single = next !== null && arranged && next < arranged.n ? next : null;
      callbacks.onHover?.(single, bounds.left + (at?.x ?? 0), bounds.top + (at?.y ?? 0));
      scheduler.schedule();
    }
    if (!data || !arranged || next === null || !at || next < arranged.n) {
      note.text('');
      return;
    }
    const height = data.heights[next - arranged.n]!;
    note.text(`${counted(arranged.sizes[next]!, data.noun)}, merged at ${heightText(height)}`);
    const leftHalf = at.x < size.width / 2;
    note
      .style('left', leftHalf ? `${at.x + 12}px` : '')
      .style('right', leftHalf ? '' : `${size.width - at.x + 12}px`)
      .style('top', `${Math.min(at.y, size.height - 34)}px`);
  }

  const placeOf = (event: PointerEvent) => {
    const bounds = root.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const nodeUnder = (event: PointerEvent) => {
    const at = placeOf(event);
    if (!data || !arranged) return null;
    const leaf = ((at.x - MARGIN.left) / plot.width) * layout.leaves.length;
    return nodeAt(layout, arranged, data.heights, leaf, y.invert(Math.min(plot.height, at.y - MARGIN.top)));
  };
  svg
    .on('pointermove', (event: PointerEvent) => look(nodeUnder(event), placeOf(event)))
    .on('pointerleave', () => look(null, null))
    .on('click', (event: PointerEvent) => {
      const chosen = nodeUnder(event);
      if (chosen !== null && arranged) callbacks.onSelect?.(rowsUnder(arranged, chosen), selectMode(event));
      else callbacks.onClearSelection?.();
    });

  /** Arrows walk the tree: up to what it was merged into, down to its parts, sideways to what it was merged with. */
  function walk(key: string, at: Arrangement, { children }: DendrogramData): number | null {
    const top = 2 * at.n - 2;
    if (hot === null) return key.startsWith('Arrow') ? top : null;
    const parent = at.parents[hot]!;
    if (key === 'ArrowUp') return parent >= 0 ? parent : hot;
    if (key === 'ArrowDown') return hot >= at.n && hot >= layout.lowest ? children[2 * (hot - at.n)]! : hot;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
    return parent < 0 ? hot : children[2 * (parent - at.n) + (key === 'ArrowLeft' ? 0 : 1)]!;
  }
  select(root).on('keydown', (event: KeyboardEvent) => {
    if (!data || !arranged || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      look(null, null);
      callbacks.onClearSelection?.();
      return;
    }
    if (event.key === 'Enter' && hot !== null) callbacks.onSelect?.(rowsUnder(arranged, hot), selectMode(event));
    else {
      const next = walk(event.key, arranged, data);
      if (next === null) return;
      const drawn = [...layout.leaves, ...layout.joins].find(({ node: of }) => of === next);
      look(next, drawn ? { x: x(drawn.x), y: down(drawn.height) } : null);
    }
    event.preventDefault();
    event.stopPropagation();
  });

  const again = () => {
    layOut();
    draw();
  };
  // Kept from the observer: to ask in the middle of an update would make the browser lay the page out anew.
  const stopSize = watchSize(root, (width, height) => {
    size = { width, height };
    again();
  });
  const stopLook = watchLook(again);

  return {
    update(next) {
      const isOther = data?.children !== next.children || data.heights !== next.heights;
      const isStale = isOther || data?.scale !== next.scale;
      data = next;
      if (isOther) {
        arranged = arrange(next);
        look(null, null);
      }
      if (isStale) layOut();
      root.setAttribute('aria-label', summaryOf(next, layout.joins.length));
      scheduler.schedule();
    },
    destroy() {
      stopSize();
      stopLook();
      scheduler.cancel();
      line.destroy();
      root.remove();
    },
  };
}
