import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDraw } from '../../../state/draw.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { AddPoint } from './AddPoint.tsx';
import classes from './draw.module.css';
import { Surface } from './Surface.tsx';
import { FEWEST } from './strokes.ts';
import { useDrawing } from './useDrawing.ts';

const KINDS = ['a', 'b', 'c', 'd'] as const;
const NO_KIND = 'none';
const BRUSHES = { point: 0, spray: 40 } as const;
type Brush = keyof typeof BRUSHES;

/** Points are drawn by hand here, over the stage, and clustered with every stroke. */
export function DrawLayer() {
  const drawing = useDrawing();
  const [kind, setKind] = useState<string>(NO_KIND);
  const [brush, setBrush] = useState<Brush>('spray');
  const { strokes, x, y, full, add, undo, clear } = drawing;
  const count = strokes.flat().length;
  const ownKind = kind === NO_KIND ? null : kind;
  return (
    <section className={classes.layer} aria-label="Draw points">
      <div className={classes.tools}>
        <Segmented<Brush>
          name="Brush"
          value={brush}
          options={(Object.keys(BRUSHES) as Brush[]).map((value) => ({ value, label: value }))}
          onChange={setBrush}
        />
        <span className="muted">Class</span>
        <Segmented
          name="Class"
          value={kind}
          options={[NO_KIND, ...KINDS].map((value) => ({ value, label: value }))}
          onChange={setKind}
        />
        <Button size="compact-sm" variant="default" disabled={strokes.length === 0} onClick={undo}>
          Undo
        </Button>
        <Button size="compact-sm" variant="default" disabled={count === 0} onClick={clear}>
          Clear
        </Button>
        <AddPoint x={x} y={y} onAdd={(point) => add([{ ...point, kind: ownKind }])} />
        <Button size="compact-sm" onClick={() => useDraw.getState().setDrawing(false)}>
          Done
        </Button>
      </div>
      <Surface strokes={strokes} x={x} y={y} kinds={KINDS} kind={ownKind} spread={BRUSHES[brush]} onStroke={add} />
      <p role="status" className="muted">
        {full
          ? `${count} points: the link can carry no more.`
          : count === 0
            ? 'Press for a point, drag for many.'
            : count < FEWEST
              ? `${count} of at least ${FEWEST} points`
              : `${count} points, clustered as you draw; the link carries them.`}
      </p>
    </section>
  );
}
