import { useMemo } from 'react';
import { counted } from '../../../engine/spec/words.ts';
import { useRun } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { ImageGrid } from '../../../ui/images/ImageGrid.tsx';
import { picturesOf, shadesOfRow } from '../../../ui/picture/pictures.ts';
import { rowName } from '../../../ui/picture/rows.ts';
import { useClassNoun, useNoun } from '../../../ui/useNoun.ts';
import classes from './map.module.css';

/** What is selected, here or anywhere else, as a contact sheet. */
export function SelectionSheet() {
  const selection = useView((view) => view.selection);
  const data = useRun((run) => run.data);
  const noun = useNoun();
  const classNoun = useClassNoun();
  const rows = useMemo(() => Int32Array.from(selection ?? []).sort(), [selection]);
  const pictures = data && picturesOf(data);
  const images = useMemo(
    () =>
      data &&
      pictures && {
        width: pictures.width,
        height: pictures.height,
        shades: (row: number) => shadesOfRow(pictures, row),
        label: (row: number) => rowName(data.table, row, noun, classNoun),
      },
    [data, pictures, noun, classNoun],
  );
  if (!images || rows.length === 0) {
    return (
      <p className={classes.hint}>
        Draw a lasso around {noun.many} to see them here: the lasso tool, or Shift and drag (adds), Alt and drag
        (removes). Escape clears. By keyboard: Enter goes to a {noun.one} and arrows to the next, + and − zoom around
        it, A selects all in view.
      </p>
    );
  }
  return (
    <section aria-label="Selection" className={classes.sheet}>
      <header className={classes.bar}>
        <b role="status">{counted(rows.length, noun)} selected</b>
        <button type="button" className="text-button" onClick={() => useView.getState().clearSelection()}>
          Clear
        </button>
      </header>
      <ImageGrid
        name="Selected images"
        rows={rows}
        images={images}
        lines={4}
        onHover={(row) => useView.getState().hover(row)}
      />
    </section>
  );
}
