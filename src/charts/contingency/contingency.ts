import './contingency.css';
import { select } from 'd3';
import { type Chart, keepColors, selectMode, watchLook } from '../chart.ts';
import { mix, readableOn, slotColor } from '../color.ts';
import { type Contingency, countContingency, rowsOfCell } from './layout.ts';
import type { ContingencyCallbacks, ContingencyData } from './types.ts';

/** Columns that stand comfortably in a side panel; more of them stand closer together. */
const ROOMY = 5;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Of its class, the share that is in this cluster. */
  readonly share: number;
  readonly selected: 'true' | 'false' | 'mixed';
}

/** Classes against clusters, a table of buttons tinted by each class's share in the cluster. */
export function createContingency(node: HTMLElement, callbacks: ContingencyCallbacks = {}): Chart<ContingencyData> {
  const root = select(node).append('div').attr('class', 'cs-contingency');
  const table = root.append('table');
  const caption = table.append('caption');
  const head = table.append('thead').append('tr');
  const body = table.append('tbody');
  head.append('td');
  const colors = keepColors(root.node()!);
  let data: ContingencyData | null = null;
  /** The cell that Tab reaches; arrows move it. */
  let active = { row: 0, column: 0 };

  const nameOf = (label: number) => (label < 0 ? 'noise' : `cluster ${label}`);

  function cellsOf({ counts, totals, selected }: Contingency, row: number): Cell[] {
    return data!.clusters.map((_, column) => {
      const at = row * data!.clusters.length + column;
      const count = counts[at]!;
      const chosen = selected?.[at] ?? 0;
      return {
        row,
        column,
        count,
        share: count / Math.max(1, totals[row]!),
        selected: chosen === 0 ? 'false' : chosen === count ? 'true' : 'mixed',
      };
    });
  }

  function drawHead(grey: string): void {
    const { clusters, palette } = data!;
    const cells = head
      .selectAll<HTMLTableCellElement, (typeof clusters)[number]>('th')
      .data(clusters)
      .join((enter) => {
        const th = enter.append('th').attr('scope', 'col');
        th.append('span').attr('class', 'cs-contingency-dot').attr('aria-hidden', 'true');
        th.append('span').attr('class', 'cs-contingency-name');
        return th;
      })
      .attr('aria-label', ({ label }) => nameOf(label));
    cells
      .select('.cs-contingency-dot')
      .attr('data-noise', ({ slot }) => String(slot < 0))
      .style('background', ({ slot }) => (slot < 0 ? null : slotColor(palette, slot, grey)));
    cells.select('.cs-contingency-name').text(({ label }) => (label < 0 ? 'noise' : label));
  }

  function draw(): void {
    if (!data) return;
    const { classes, labels, classNames, clusters, selection, palette } = data;
    const { noise, surface, text } = colors.now();
    const counted = countContingency(classes, labels, classNames.length, clusters, selection);
    active = {
      row: Math.min(active.row, Math.max(0, classNames.length - 1)),
      column: Math.min(active.column, Math.max(0, clusters.length - 1)),
    };
    caption.text(data.caption);
    root.attr('data-dense', clusters.length > ROOMY);
    drawHead(noise);
    const rows = body
      .selectAll<HTMLTableRowElement, string>('tr')
      .data(classNames)
      .join((enter) => {
        const tr = enter.append('tr');
        tr.append('th').attr('scope', 'row');
        return tr;
      });
    rows
      .select('th')
      .attr('title', (name) => name)
      .text((name) => name);
    const empty = mix(text, surface, 0.07);
    const fill = ({ column, share }: Cell) =>
      mix(slotColor(palette, clusters[column]!.slot, noise), empty, share === 0 ? 0 : 0.1 + 0.75 * share);
    rows
      .selectAll<HTMLTableCellElement, Cell>('td')
      .data((_, row) => cellsOf(counted, row))
      .join((enter) => {
        const td = enter.append('td');
        td.append('button').attr('type', 'button');
        return td;
      })
      .select<HTMLButtonElement>('button')
      .attr('tabindex', ({ row, column }) => (row === active.row && column === active.column ? 0 : -1))
      .attr(
        'aria-label',
        ({ row, column, count }) => `${classNames[row]} in ${nameOf(clusters[column]!.label)}: ${count}`,
      )
      .attr('aria-pressed', (cell) => cell.selected)
      .attr('aria-disabled', ({ count }) => String(count === 0))
      .style('background', fill)
      .style('color', (cell) => readableOn(fill(cell)))
      .text(({ count }) => count);
  }

  function focus(row: number, column: number): void {
    const { classNames, clusters } = data!;
    active = {
      row: Math.min(classNames.length - 1, Math.max(0, row)),
      column: Math.min(clusters.length - 1, Math.max(0, column)),
    };
    body.selectAll<HTMLButtonElement, Cell>('button').attr('tabindex', (cell) => {
      return cell.row === active.row && cell.column === active.column ? 0 : -1;
    });
    body.select<HTMLButtonElement>('button[tabindex="0"]').node()?.focus();
  }

  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  root
    .on('click', (event: MouseEvent) => {
      const button = (event.target as Element).closest('button');
      if (!button || !data) return;
      const { row, column, count } = select<HTMLButtonElement, Cell>(button).datum();
      active = { row, column };
      if (count > 0) {
        const rows = rowsOfCell(data.classes, data.labels, row, data.clusters[column]!.label);
        callbacks.onSelect?.(rows, selectMode(event));
      }
      draw();
    })
    .on('keydown', (event: KeyboardEvent) => {
      if (event.key === 'Escape') callbacks.onClearSelection?.();
      const arrow = arrows[event.key];
      if (!arrow || event.ctrlKey || event.metaKey || event.altKey || !data) return;
      event.preventDefault();
      event.stopPropagation();
      focus(active.row + arrow[0], active.column + arrow[1]);
    });

  const stopLook = watchLook(draw);
  return {
    update(next) {
      data = next;
      draw();
    },
    destroy() {
      stopLook();
      colors.stop();
      root.remove();
    },
  };
}
