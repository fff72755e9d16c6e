import { isLayout, projectionSpec } from '../../engine/projections/specs.ts';
import { grouped } from '../../engine/spec/words.ts';
import { useLayout } from '../../state/layouts.ts';
import { useRun } from '../../state/run.ts';
import { LAID_OUT, type LaidOutRows, useView } from '../../state/view.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { HeldLayout } from '../held/HeldLayout.tsx';
import { useNoun } from '../useNoun.ts';
import { LayoutSettings } from './LayoutSettings.tsx';
import { layoutRows, layoutWords } from './layout-words.ts';
import classes from './picture.module.css';

/** Of more rows than are laid out unasked: the sample, or all. */
function Rows({ rows, limit }: { rows: number; limit: number }) {
  const laidOut = useView((view) => view.laidOut);
  if (rows <= limit) return null;
  const label: Record<LaidOutRows, string> = { sample: grouped(limit), all: `all ${grouped(rows)}` };
  return (
    <Segmented
      name="Rows laid out"
      value={laidOut}
      options={LAID_OUT.map((value) => ({ value, label: label[value] }))}
      onChange={(value) => useView.getState().setLaidOut(value)}
    />
  );
}

/** How a layout gets on, and how to read it; nothing where the view is no layout. */
export function LayoutNote() {
  const projection = useView((view) => view.projection);
  const layout = useLayout();
  const rows = useRun(({ data }) => data?.X.rows ?? 0);
  const noun = useNoun();
  if (!isLayout(projection) || layout.status === 'none') return null;
  const { title, link } = projectionSpec(projection)!;
  const { status, share } = layout;
  const percent = Math.floor(share * 100);
  const note = (
    <section className={classes.note} aria-label={`${title} layout`} aria-busy={status === 'running'}>
      {status === 'running' && (
        <progress className={classes.progress} max={100} value={percent} aria-label={`${title} progress`} />
      )}
      <span role="status" data-status={status}>
        {layoutWords(layout, title, rows, noun)}
      </span>
      {status === 'running' && (
        <button type="button" className="text-button" onClick={layout.cancel}>
          Stop
        </button>
      )}
      {(status === 'cancelled' || status === 'failed') && (
        <button type="button" className="text-button" onClick={layout.retry}>
          Start again
        </button>
      )}
      {status === 'done' && (
        <a href={link} target="_blank" rel="noreferrer">
          About {title}
        </a>
      )}
      <Rows rows={rows} limit={layoutRows(projection)} />
      <LayoutSettings id={projection} />
    </section>
  );
  return (
    <>
      <HeldLayout title={title} />
      {note}
    </>
  );
}
