import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { counted, grouped, listed } from '../../engine/spec/words.ts';
import type { KeptIdx } from '../../worker/files/kept.ts';
import { drawSheet } from './contact-sheet.ts';
import classes from './files.module.css';
import { openImages } from './open-table.ts';

function words({ rows, width, height, classes: labels, images }: KeptIdx): string {
  const known =
    labels.length === 0
      ? 'no labels: open the images and their labels together to have them'
      : `${grouped(labels.length)} different labels${labels.length <= 12 ? ` (${listed(labels)})` : ''}`;
  return [
    counted(rows, { one: 'image', many: 'images' }),
    `${width} × ${height} pixels`,
    known,
    ...(images.length > 1 ? [`from ${images.length} files, ${images.join(' first, then ')}`] : []),
  ].join(' · ');
}

/** Images from IDX files: the first of them, and which way up they are. */
export function IdxForm({ file, onDone }: { file: KeptIdx; onDone(): void }) {
  const [transposed, setTransposed] = useState(() => /emnist/i.test(file.images[0]!));
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    drawSheet(canvas.current!, file, transposed);
  }, [file, transposed]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        openImages(file, transposed);
        onDone();
      }}
    >
      <p className="muted">
        {words(file)}
        <br />
        The images stay on this machine: they are read and clustered in this browser, and sent nowhere.
      </p>
      <canvas ref={canvas} className={classes.sheet} role="img" aria-label="The first images" />
      <label className={classes.check}>
        <input type="checkbox" checked={transposed} onChange={(event) => setTransposed(event.currentTarget.checked)} />
        The images lie on their sides, as EMNIST’s do: turn them
      </label>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" data-autofocus="">
          Cluster these images
        </Button>
      </div>
    </form>
  );
}
