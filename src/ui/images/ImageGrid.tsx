import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { watchSize } from '../../charts/chart.ts';
import { paintGrey } from '../../charts/images/paint.ts';
import { GAP, layOutGrid, placeOfTile, seenTiles, tileForKey } from './grid-layout.ts';
import classes from './image-grid.module.css';

/** What a grid of images needs to know of the rows it shows. */
export interface GridImages {
  readonly width: number;
  readonly height: number;
  /** A row's pixels, 0 (black) to 1 (white). */
  shades(row: number): Float64Array;
  /** What a row is called: "row 12, a 4". */
  label(row: number): string;
  /** A short word in the image's corner. */
  mark?(row: number): string | null;
}

interface Props {
  name: string;
  rows: Int32Array;
  images: GridImages;
  /** Rows of tiles that are seen at once, at most. */
  lines?: number;
  onPick?(row: number): void;
  onHover?(row: number | null): void;
}

function Tile({ row, images }: { row: number; images: GridImages }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => paintGrey(canvas.current!, images.shades(row), images.width, images.height), [row, images]);
  const mark = images.mark?.(row);
  return (
    <>
      <canvas ref={canvas} data-coarse={images.width < 16 || undefined} />
      {mark && <span aria-hidden="true">{mark}</span>}
    </>
  );
}

/** The size of the grid's own box, and how far it is scrolled. */
function useWindow(node: { readonly current: HTMLDivElement | null }) {
  const [width, setWidth] = useState(0);
  const [scrolled, setScrolled] = useState(0);
  useEffect(() => watchSize(node.current!, setWidth), [node]);
  return { width, scrolled, setScrolled };
}

/**
 * Any number of images, of which only those that are seen are there. One stop for Tab; arrows move between images, Enter
 * picks one.
 */
export function ImageGrid({ name, rows, images, lines = 4, onPick, onHover }: Props) {
  const id = useId();
  const node = useRef<HTMLDivElement>(null);
  const { width, scrolled, setScrolled } = useWindow(node);
  const [active, setActive] = useState(0);
  const layout = useMemo(() => layOutGrid(rows.length, width), [rows.length, width]);
  const high = Math.min(layout.height, lines * (layout.tile + GAP) + layout.tile / 2);
  const { from, to } = seenTiles(layout, rows.length, scrolled, high);
  useEffect(() => {
    setActive(0);
    if (rows) node.current!.scrollTop = 0;
  }, [rows]);

  const goTo = (i: number) => {
    setActive(i);
    const { y } = placeOfTile(layout, i);
    const box = node.current!;
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y + layout.tile > box.scrollTop + high) box.scrollTop = y + layout.tile - high;
    onHover?.(rows[i] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return;
    if (event.key === 'Enter') onPick?.(rows[active]!);
    const target = tileForKey(event.key, active, rows.length, layout.columns, lines);
    if (target !== null) goTo(target);
    if (target !== null || event.key === 'Enter') event.preventDefault();
  };
  const tiles = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <div
      ref={node}
      role="listbox"
      aria-label={name}
      tabIndex={0}
      aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
      className={classes.grid}
      style={{ height: high }}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onHover?.(null)}
      onBlur={() => onHover?.(null)}
    >
      <div role="presentation" style={{ height: layout.height, position: 'relative' }}>
        {tiles.map((i) => {
          const { x, y } = placeOfTile(layout, i);
          const row = rows[i]!;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the list does the same
            <div
              key={i}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              aria-label={images.label(row)}
              aria-posinset={i + 1}
              aria-setsize={rows.length}
              title={images.label(row)}
              className={classes.tile}
              style={{ transform: `translate(${x}px, ${y}px)`, width: layout.tile, height: layout.tile }}
              onPointerEnter={() => onHover?.(row)}
              onClick={() => {
                setActive(i);
                onPick?.(row);
              }}
            >
              <Tile row={row} images={images} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
