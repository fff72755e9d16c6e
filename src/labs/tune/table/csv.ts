import { cellColumns } from '../../../engine/spec/sweep-python.ts';
import type { ParamValue } from '../../../engine/types.ts';
import { formatValue } from '../../../ui/controls/param-text.ts';
import type { SweepView } from '../sweep-view.ts';
import { columnValue } from './rows.ts';

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const text = (value: ParamValue) => (value === null ? '' : formatValue(value));

/** The table as CSV, full precision: one line a cell that is known, row by row of the grid. */
export function sweepCsv({ sweep, grid, cells }: Pick<SweepView, 'sweep' | 'grid' | 'cells'>): string {
  const { x, y } = sweep;
  const columns = cellColumns(sweep);
  const lines = [[x.param, ...(y ? [y.param] : []), ...columns, 'error'].join(',')];
  for (const [row, yValue] of grid.ys.entries()) {
    for (const [column, xValue] of grid.xs.entries()) {
      const cell = cells[column + row * grid.xs.length];
      if (!cell) continue;
      const figures = columns.map((name) => String(columnValue(cell, name) ?? ''));
      const problem = cell.error ? `${cell.error.field ? `${cell.error.field}: ` : ''}${cell.error.problem}` : '';
      lines.push([text(xValue), ...(y ? [text(yValue)] : []), ...figures, problem].map(quoted).join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}
