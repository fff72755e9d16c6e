import { useLayoutEffect, useRef } from 'react';
import { slotColor } from '../../charts/color.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { useNoun } from '../../ui/useNoun.ts';
import { usePalette } from '../../ui/useTheme.ts';
import { currentWhy } from './live-picture.ts';
import { cardColumns, rowName, rowValues } from './picture/rows.ts';
import classes from './stage.module.css';
import { useStage } from './stage-store.ts';

const GAP = 16;

/** Below and right of the point; on the other side where the window ends. */
function placeCard(card: HTMLElement, { x, y }: { x: number; y: number }) {
  const { width, height } = card.getBoundingClientRect();
  const left = x + GAP + width > innerWidth - 8 ? x - GAP - width : x + GAP;
  const top = y + GAP + height > innerHeight - 8 ? y - GAP - height : y + GAP;
  card.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
}

/** The row under the pointer: its name, its values, the figures behind its cluster, the reason. */
export function HoverCard() {
  const row = useView((view) => view.hovered);
  const pointer = useStage((stage) => stage.pointer);
  const data = useRun((run) => run.data);
  const colors = useRun((run) => run.colors);
  const projection = useView((view) => view.projection);
  useTimeline((timeline) => timeline.index);
  const noun = useNoun();
  const palette = usePalette();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current && pointer) placeCard(card.current, pointer);
  });
  if (row === null || !pointer || !data || row >= data.table.X.rows) return null;
  const why = currentWhy();
  const values = rowValues(data.table, row, cardColumns(data.columns, projection));
  const hidden = data.columns.length - values.length;
  return (
    <div ref={card} className={classes.card} role="tooltip">
      <b>{rowName(data.table, row, noun)}</b>
      <dl className={classes.values}>
        {values.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && <p className="muted">and {hidden} more features</p>}
      {why && (
        <>
          <ul className={classes.figures} aria-label={why.caption}>
            {why.figures.map(({ cluster, value }) => (
              <li key={cluster}>
                <span
                  className={classes.dot}
                  style={{ background: slotColor(palette, colors[cluster] ?? cluster, 'var(--cs-noise)') }}
                />
                <span className="visually-hidden">{cluster}: </span>
                {value.toPrecision(3)}
              </li>
            ))}
          </ul>
          <p className="muted">{why.reason}</p>
        </>
      )}
    </div>
  );
}
