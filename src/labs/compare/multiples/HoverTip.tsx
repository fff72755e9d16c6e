import { useView } from '../../../state/view.ts';
import { cardColumns, rowName, rowValues } from '../../../ui/picture/rows.ts';
import { useClassNoun, useNoun } from '../../../ui/useNoun.ts';
import type { Plane } from '../picture.ts';
import { usePlayback } from './playback.ts';
import classes from './tip.module.css';

/** The row under the pointer, wherever it was found. */
export function HoverTip({ plane }: { plane: Plane }) {
  const hovered = useView((view) => view.hovered);
  const pointer = usePlayback((playback) => playback.pointer);
  const noun = useNoun();
  const classNoun = useClassNoun();
  const { data, projection } = plane;
  if (hovered === null || !pointer || hovered >= data.X.rows) return null;
  const left = pointer.x > window.innerWidth - 260;
  return (
    <div
      className={classes.tip}
      style={{ left: pointer.x, top: pointer.y }}
      data-side={left ? 'left' : 'right'}
      role="tooltip"
    >
      <b>{rowName(data.table, hovered, noun, classNoun)}</b>
      <dl>
        {rowValues(data.table, hovered, cardColumns(data.columns, projection)).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
