import { useLayoutEffect, useRef } from 'react';
import { slotColor } from '../../charts/color.ts';
import { grouped } from '../../engine/spec/words.ts';
import { NOISE } from '../../engine/types.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { cardColumns, rowName, rowValues } from '../../ui/picture/rows.ts';
import { useNoun } from '../../ui/useNoun.ts';
import { usePalette } from '../../ui/useTheme.ts';
import { currentWhy } from './live-picture.ts';
import classes from './stage.module.css';
import { useStage } from './stage-store.ts';

const GAP = 16;

/** Counts as they are, measures to three digits. */
const short = (value: number) => (Number.isInteger(value) ? grouped(value) : String(Number(value.toPrecision(3))));
const clusterName = (cluster: number) => (cluster >= 0 ? cluster : cluster === NOISE ? 'noise' : 'in no cluster yet');

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
          {why.figures.length > 0 && <p className={classes.caption}>{why.caption}</p>}
          <ul className={classes.figures} aria-label={why.caption}>
            {why.figures.map(({ cluster, value }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several figures may be of one cluster; their order is what tells them apart.
              <li key={i}>
                <span
                  className={classes.dot}
                  style={{ background: slotColor(palette, colors[cluster] ?? cluster, 'var(--cs-noise)') }}
                />
                <span className="visually-hidden">{clusterName(cluster)}: </span>
                {short(value)}
              </li>
            ))}
          </ul>
          <p className="muted">{why.reason}</p>
        </>
      )}
    </div>
  );
}
