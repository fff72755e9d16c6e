import { type PointerEvent, useRef, useState } from 'react';
import { useRun } from '../../../state/run.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import classes from './draw.module.css';
import { type Domain, type Drawn, rounded, type Stroke } from './strokes.ts';

interface Props {
  strokes: readonly Stroke[];
  x: Domain;
  y: Domain;
  kinds: readonly string[];
  /** The class that new points get. */
  kind: string | null;
  /** How far from the pointer new points may fall, in pixels; 0: under it. */
  spread: number;
  onStroke(stroke: Stroke): void;
}

/** A new point for so many pixels of the pointer's way. */
const EVERY = 14;

/** The plane on which points are drawn: a press adds one, a drag a row of them. */
export function Surface({ strokes, x, y, kinds, kind, spread, onStroke }: Props) {
  const node = useRef<HTMLDivElement>(null);
  const [stroke, setStroke] = useState<Stroke>([]);
  /** The stroke as it is: on a busy page the hand is up before what it did last has been rendered. */
  const current = useRef<Stroke>([]);
  const last = useRef<{ x: number; y: number } | null>(null);
  const palette = usePalette();
  const labels = useRun(({ shown }) => shown?.labels);
  const colors = useRun((run) => run.colors);
  const done = strokes.flat();
  const isClustered = labels?.length === done.length;
  const colorOf = (point: Drawn, i: number) => {
    if (point.kind !== null) return palette[kinds.indexOf(point.kind) % palette.length];
    const slot = isClustered ? colors[labels[i]!] : undefined;
    return slot === undefined ? 'var(--cs-noise)' : palette[slot % palette.length];
  };
  const pointAt = ({ clientX, clientY }: PointerEvent): Drawn => {
    const box = node.current!.getBoundingClientRect();
    const angle = Math.random() * 2 * Math.PI;
    const radius = spread * Math.sqrt(Math.random());
    const within = (share: number, [low, high]: Domain) => low + Math.min(1, Math.max(0, share)) * (high - low);
    const [px, py] = [clientX - box.left + radius * Math.cos(angle), clientY - box.top + radius * Math.sin(angle)];
    return { x: rounded(within(px / box.width, x), x), y: rounded(within(1 - py / box.height, y), y), kind };
  };
  const show = (points: Stroke) => {
    current.current = points;
    setStroke(points);
  };
  const take = (event: PointerEvent) => {
    last.current = { x: event.clientX, y: event.clientY };
    show([...current.current, pointAt(event)]);
  };
  const place = (point: Drawn) => ({
    cx: `${((point.x - x[0]) / (x[1] - x[0])) * 100}%`,
    cy: `${(1 - (point.y - y[0]) / (y[1] - y[0])) * 100}%`,
  });
  return (
    <div
      ref={node}
      className={classes.surface}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        take(event);
      }}
      onPointerMove={(event) => {
        if (last.current && Math.hypot(event.clientX - last.current.x, event.clientY - last.current.y) >= EVERY)
          take(event);
      }}
      onPointerUp={() => {
        last.current = null;
        if (current.current.length > 0) onStroke(current.current);
        show([]);
      }}
      onPointerCancel={() => {
        last.current = null;
        show([]);
      }}
    >
      <svg role="img" aria-label={`${done.length} points drawn`}>
        {[...done, ...stroke].map((point, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no other name than their place in the drawing.
          <circle key={i} r={5} {...place(point)} fill={colorOf(point, i)} />
        ))}
      </svg>
    </div>
  );
}
