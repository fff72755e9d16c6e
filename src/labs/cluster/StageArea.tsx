import { lazy, Suspense } from 'react';
import { useDraw } from '../../state/draw.ts';
import { useRun } from '../../state/run.ts';
import { HeldRun } from '../../ui/held/HeldRun.tsx';
import { LoadingBytes, LoadingFailed } from '../../ui/LoadingBytes.tsx';
import { HoverCard } from '../../ui/picture/HoverCard.tsx';
import { LayoutNote } from '../../ui/picture/LayoutNote.tsx';
import { useConnected } from '../../ui/useConnected.ts';
import { connectStage } from './connect-stage.ts';
import { Legend } from './legend/Legend.tsx';
import classes from './stage.module.css';
import { useStage } from './stage-store.ts';
import { Toolbar } from './Toolbar.tsx';

const DrawLayer = lazy(async () => ({ default: (await import('./draw/DrawLayer.tsx')).DrawLayer }));

function StageNode() {
  const node = useConnected(connectStage);
  return <div ref={node} className={classes.stage} data-stage="" />;
}

/** The picture with its toolbar, and the card of the point under the pointer. */
export function StageArea() {
  const pointer = useStage((stage) => stage.pointer);
  const loaded = useRun(({ data }) => data !== null);
  const error = useRun((run) => run.error);
  const drawing = useDraw((state) => state.drawing);
  const loading = useRun(({ progress }) => progress !== null);
  return (
    <section className={classes.area} aria-label="Stage">
      <Toolbar />
      <HeldRun />
      {loaded && <LoadingFailed />}
      <LayoutNote />
      <Legend />
      <StageNode />
      {!loaded && loading && (
        <div className={classes.bytes}>
          <LoadingBytes />
        </div>
      )}
      {!loaded && error && (
        <p className={classes.empty} role="alert">
          Nothing to draw: {error.field} {error.problem}.
        </p>
      )}
      <HoverCard pointer={pointer} />
      <Suspense>{drawing && <DrawLayer />}</Suspense>
    </section>
  );
}
