import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useRun } from '../../../state/run.ts';
import { Picture } from '../../../ui/images/Picture.tsx';
import { useNoun } from '../../../ui/useNoun.ts';
import { type ImageSpace, rowShades } from '../image-space.ts';
import { currentSpace } from '../picture.ts';
import { useClusterImages } from '../useClusterImages.ts';
import { Distances } from './Distances.tsx';
import classes from './draw.module.css';
import { useDrawing } from './drawing-store.ts';
import { FINE, strokesToShades } from './raster.ts';
import { Surface } from './Surface.tsx';

/** The image that is compared with the clusters, and whether there is one. */
function useDrawn(space: ImageSpace) {
  const { strokes, row, isFitted } = useDrawing();
  const data = useRun((run) => run.data);
  const { width, height } = space;
  const taken = useMemo(
    () => (row !== null && data && row < data.table.X.rows ? rowShades(space, data.table, row) : null),
    [row, data, space],
  );
  const shades = useMemo(
    () => taken ?? strokesToShades(strokes, { width, height, isFitted }),
    [taken, strokes, width, height, isFitted],
  );
  return { taken, shades, isEmpty: taken === null && strokes.length === 0 };
}

/** A row of the data instead of a drawing: for the keyboard, and for whoever wants to know of one. */
function RowField({ rows }: { rows: number }) {
  const row = useDrawing((drawing) => drawing.row);
  const noun = useNoun();
  return (
    <label className={classes.row}>
      or take the {noun.one} of row
      <input
        type="number"
        className={classes.number}
        aria-label="Row to take"
        min={0}
        max={rows - 1}
        placeholder="–"
        value={row ?? ''}
        onChange={({ currentTarget }) => {
          const value = currentTarget.valueAsNumber;
          useDrawing.getState().takeRow(Number.isInteger(value) && value >= 0 && value < rows ? value : null);
        }}
      />
    </label>
  );
}

function Panel({ space }: { space: ImageSpace }) {
  const noun = useNoun();
  const rows = useRun(({ data }) => data?.table.X.rows ?? 0);
  const { width, height } = space;
  const isFitted = useDrawing((drawing) => drawing.isFitted);
  const { taken, shades, isEmpty } = useDrawn(space);
  const images = useClusterImages();
  const { undo, clear, setFitted } = useDrawing.getState();
  return (
    <section className={classes.panel} aria-label="Draw">
      <div className={classes.head}>
        <h3>Draw a {noun.one}</h3>
        <Button size="compact-xs" variant="subtle" disabled={isEmpty} onClick={undo}>
          Undo
        </Button>
        <Button size="compact-xs" variant="subtle" disabled={isEmpty} onClick={clear}>
          Clear
        </Button>
      </div>
      <div className={classes.desk}>
        <div className={classes.left}>
          <div className={classes.paper}>
            <Surface paper={{ width, height, isFitted }} taken={taken} />
            {isEmpty && <span aria-hidden="true">draw here</span>}
          </div>
          <div className={classes.seen}>
            <Picture name="Drawing as it is compared" shades={shades} width={width} height={height} />
            <span>
              {width} × {height} pixels, as it is compared
            </span>
          </div>
        </div>
        <Distances images={images} shades={isEmpty ? null : shades} />
      </div>
      <label className={classes.fit}>
        <input
          type="checkbox"
          checked={isFitted}
          disabled={taken !== null}
          onChange={(event) => setFitted(event.currentTarget.checked)}
        />
        {width >= FINE ? 'scaled into 20 of 28 pixels and centred by mass, as MNIST’s are' : 'scaled to fill the image'}
      </label>
      <RowField rows={rows} />
    </section>
  );
}

/** A digit of one's own: which cluster would take it, and how far it is from each. */
export function DrawPanel() {
  const data = useRun((run) => run.data);
  const space = useMemo(() => (data ? (currentSpace()?.space ?? null) : null), [data]);
  return space && <Panel space={space} />;
}
