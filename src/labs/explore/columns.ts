import type { SummaryAnswer } from '../../engine/explore/types.ts';

export interface Picked {
  /** Columns of the table, ascending. */
  readonly columns: readonly number[];
  /** Which they are, and why: "6 of 30 columns: those whose classes lie farthest apart". */
  readonly words: string;
}

const why = {
  separation: 'those whose classes lie farthest apart',
  spread: 'those whose values spread the most over their range',
} as const;

/**
 * The columns to look at: those that somebody chose, else all, else the most telling ones; never more than `most`.
 * @param chosen null: nobody chose. Columns that the table does not have are left out
 */
export function pickColumns(
  { cols, order, telling }: Pick<SummaryAnswer, 'cols' | 'order' | 'telling'>,
  chosen: readonly number[] | null,
  most: number,
): Picked {
  const own = chosen?.filter((column) => column < cols) ?? [];
  if (own.length === 0 && cols <= most) {
    return {
      columns: Array.from({ length: cols }, (_, j) => j),
      words: cols === 1 ? 'the only column' : `all ${cols} columns`,
    };
  }
  if (own.length > 0 && own.length <= most) {
    return { columns: own, words: `${own.length} of ${cols} column${cols === 1 ? '' : 's'}, as chosen` };
  }
  const candidates = own.length > 0 ? new Set(own) : null;
  const telltale = Array.from(order).filter((column) => !candidates || candidates.has(column));
  const columns = telltale.slice(0, most).sort((a, b) => a - b);
  const of = own.length > 0 ? `the ${own.length} chosen` : `${cols}`;
  return { columns, words: `${most} of ${of} columns: ${why[telling]}` };
}
