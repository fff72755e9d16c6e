import './centroids.css';
import { easeCubicInOut, format, select } from 'd3';
import { type Chart, keepColors, prefersReducedMotion, watchLook, watchSize } from '../chart.ts';
import { slotColor } from '../color.ts';
import { paintGrey } from '../images/paint.ts';
import { blend, columnsOf, evenColumns, type Part, partsOf, tileSize, wordsFor } from './layout.ts';
import type { CentroidsCallbacks, CentroidsData } from './types.ts';

/** How long an image takes to become the next. */
const GLIDE_MS = 400;
/** Images of fewer pixels are shown as squares, larger ones smooth. */
const COARSE = 16;

/** "7s" of a digit's class; longer names as they are. */
const nameOf = (name: string) => (/^\d$/.test(name) ? `${name}s` : name);

const grouped = format(',');
const percent = (share: number) => `${Math.round(share * 100)} %`;

/**
 * The image of each cluster over a bar of what it is made of. An image glides into its next one; a click on it, or its
 * button, picks the cluster.
 * @param room how high all of them together may be before they become smaller, in CSS pixels
 */
export function createCentroids(
  node: HTMLElement,
  callbacks: CentroidsCallbacks = {},
  room = 300,
): Chart<CentroidsData> {
  const root = select(node).append('div').attr('class', 'cs-centroids');
  const colors = keepColors(root.node()!);
  let data: CentroidsData | null = null;
  let width = 0;
  /** What is painted now, and what it glides from. */
  let shown = new Float64Array(0);
  let from = shown;
  let started = 0;
  let request = 0;

  function paint(): void {
    const { width: w, height: h } = data!;
    root.selectAll<HTMLCanvasElement, number>('canvas').each(function paintOne(_, cluster) {
      paintGrey(this, shown, w, h, cluster * w * h);
    });
  }

  const glide = (now: number) => {
    request = 0;
    const share = Math.min(1, Math.max(0, (now - started) / GLIDE_MS));
    blend(from, data!.shades, easeCubicInOut(share), shown);
    paint();
    if (share < 1) request = requestAnimationFrame(glide);
  };

  function show({ shades, animate }: CentroidsData): void {
    cancelAnimationFrame(request);
    request = 0;
    if (animate && shown.length === shades.length && !prefersReducedMotion()) {
      from = shown.slice();
      started = performance.now();
      request = requestAnimationFrame(glide);
    } else {
      shown = shades.slice();
      paint();
    }
  }

  function drawTiles(): void {
    const { shades, noun, width: w, height: h, selected } = data!;
    const count = shades.length / (w * h);
    root
      .attr('data-coarse', String(w < COARSE))
      .selectAll<HTMLDivElement, number>('.cs-centroid')
      .data(Array.from({ length: count }, (_, cluster) => cluster))
      .join((enter) => {
        const tile = enter.append('div').attr('class', 'cs-centroid');
        tile.append('canvas').attr('role', 'img');
        tile.append('div').attr('class', 'cs-centroid-bar').attr('aria-hidden', 'true');
        const button = tile.append('button').attr('type', 'button');
        button.append('span').attr('class', 'cs-centroid-dot');
        button.append('span').attr('class', 'cs-centroid-unseen').text('Cluster ');
        button.append('span').attr('class', 'cs-centroid-number');
        button.append('span').attr('class', 'cs-centroid-words');
        button.append('span').attr('class', 'cs-centroid-unseen cs-centroid-more');
        return tile;
      })
      .attr('data-selected', (cluster) => String(cluster === selected))
      .select('canvas')
      .attr('aria-label', (cluster) => `${noun} ${cluster}`);
    drawCaptions();
  }

  function drawCaptions(): void {
    const { counts, classNames, palette, slots, selected, rowsNoun } = data!;
    const { noise } = colors.now();
    const classes = Math.max(1, classNames.length);
    const tiles = root.selectAll<HTMLDivElement, number>('.cs-centroid');
    tiles
      .select('.cs-centroid-bar')
      .style('visibility', classNames.length > 0 ? 'visible' : 'hidden')
      .selectAll<HTMLSpanElement, Part>('span')
      .data((cluster) => (classNames.length > 0 ? partsOf(counts, cluster, classes) : []))
      .join('span')
      .style('flex-grow', ({ share }) => share)
      .style('background', ({ index }) => slotColor(palette, index, noise));
    const sizeOf = (cluster: number) =>
      counts.subarray(cluster * classes, (cluster + 1) * classes).reduce((sum, count) => sum + count, 0);
    const words = (cluster: number) => {
      const [most] = partsOf(counts, cluster, classes);
      if (!most) return '–';
      if (classNames.length === 0) return grouped(sizeOf(cluster));
      const name = nameOf(classNames[most.index]!);
      return root.attr('data-words') === 'few' ? name : `${name} ${percent(most.share)}`;
    };
    const described = (cluster: number) => {
      const parts = classNames.length > 0 ? partsOf(counts, cluster, classes).slice(0, 3) : [];
      const made = parts.map(({ index, share }) => `${percent(share)} ${classNames[index]}`).join(', ');
      return `, ${grouped(sizeOf(cluster))} ${rowsNoun}${made && `: ${made}`}`;
    };
    tiles
      .select('button')
      .attr('aria-pressed', (cluster) => String(cluster === selected))
      .attr('title', (cluster) => `Cluster ${cluster}${described(cluster)}`);
    tiles.select('.cs-centroid-more').text(described);
    tiles.select('.cs-centroid-dot').style('background', (cluster) => slotColor(palette, slots[cluster] ?? -1, noise));
    tiles.select('.cs-centroid-number').text((cluster) => cluster);
    tiles.select('.cs-centroid-words').text(words);
  }

  function resize(): void {
    if (!data || width === 0) return;
    const count = data.shades.length / (data.width * data.height);
    const size = tileSize(count, width, room);
    root
      .style('--tile', `${size}px`)
      .style('--columns', evenColumns(count, columnsOf(size, width)))
      .attr('data-words', wordsFor(size));
  }

  root.on('click', (event: MouseEvent) => {
    const tile = (event.target as Element).closest('.cs-centroid');
    if (tile) callbacks.onPick?.(select<Element, number>(tile).datum());
  });
  const stopSize = watchSize(root.node()!, (next) => {
    width = next;
    resize();
    if (data) drawTiles();
  });
  const stopLook = watchLook(() => data && drawCaptions());
  return {
    update(next) {
      const before = data;
      data = next;
      resize();
      drawTiles();
      if (before?.shades !== next.shades) show(next);
    },
    destroy() {
      cancelAnimationFrame(request);
      stopSize();
      stopLook();
      colors.stop();
      root.remove();
    },
  };
}
