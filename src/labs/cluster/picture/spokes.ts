import type { StageSpokes } from '../../../charts/stage/types.ts';
import type { Why } from '../../../engine/spec/algorithm.ts';
import type { Around } from '../overlays/overlay.ts';
import type { Place } from './centers.ts';

/** Rows that are linked to the one under the pointer, at most: more would hide what they point to. */
const MOST_LINKS = 250;

export interface Spoken {
  readonly row: number;
  readonly why: Why | null;
  readonly around: Around | null;
  /** Places of the centres by cluster. */
  readonly centers: readonly Place[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly labels: Int32Array;
  slotOf(label: number): number;
}

/** What is drawn around the row under the pointer: lines to centres and to other rows, what is in its reach, its way. */
export function spokesOf({ row, why, around, centers, x, y, labels, slotOf }: Spoken): StageSpokes | null {
  if (!why && !around) return null;
  const clusters = new Set(why?.figures.map(({ cluster }) => cluster));
  const toCenters = [...clusters].flatMap((cluster) => {
    const [px, py] = centers[cluster] ?? [Number.NaN, 0];
    const nearest = cluster === labels[row];
    return Number.isFinite(px + py) ? [{ x: px, y: py, slot: slotOf(cluster), nearest }] : [];
  });
  const links = [...(why?.links ?? []), ...(around?.rows ?? []).map((other) => ({ row: other, strong: false }))];
  const toRows = links.slice(0, MOST_LINKS).map(({ row: other, strong }) => ({
    x: x[other]!,
    y: y[other]!,
    slot: slotOf(labels[other]!),
    nearest: strong === true,
  }));
  return { row, to: [...toRows, ...toCenters], disc: around?.disc ?? null, path: around?.path ?? [] };
}
