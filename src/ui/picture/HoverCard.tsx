import { useLayoutEffect, useRef } from 'react';
import { slotColor } from '../../charts/color.ts';
import { frameColors } from '../../state/frame-colors.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { type Projection, useView } from '../../state/view.ts';
import type { Loaded } from '../../worker/api.ts';
import { useClassNoun, useNoun } from '../useNoun.ts';
import { usePalette } from '../useTheme.ts';
import classes from './picture.module.css';
import { picturesOf } from './pictures.ts';
import { clusterName, Reason } from './Reason.tsx';
import { RowImage } from './RowImage.tsx';
import { cardColumns, rowName, rowValues } from './rows.ts';
import { currentStory, currentWhy } from './story.ts';

const GAP = 16;

/** Below and right of the point; on the other side where the window ends. */
function placeCard(card: HTMLElement, { x, y }: { x: number; y: number }) {
  const { width, height } = card.getBoundingClientRect();
  const left = x + GAP + width > innerWidth - 8 ? x - GAP - width : x + GAP;
  const top = y + GAP + height > innerHeight - 8 ? y - GAP - height : y + GAP;
  card.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
}

const clusterWords = (label: number) => (label >= 0 ? `cluster ${label}` : clusterName(label));

function Values({ data, row, projection }: { data: Loaded; row: number; projection: Projection }) {
  const values = rowValues(data.table, row, cardColumns(data.columns, projection));
  const hidden = data.columns.length - values.length;
  return (
    <>
      <dl className={classes.values}>
        {values.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && <p className="muted">and {hidden} more features</p>}
    </>
  );
}

/** The row under the pointer, beside its point on the screen: its name, its picture or its values, the figures behind its cluster, the reason. */
export function HoverCard({ pointer }: { pointer: { readonly x: number; readonly y: number } | null }) {
  const row = useView((view) => view.hovered);
  const data = useRun((run) => run.data);
  const result = useRun((run) => run.colors);
  const projection = useView((view) => view.projection);
  useTimeline((timeline) => timeline.index);
  const noun = useNoun();
  const classNoun = useClassNoun();
  const palette = usePalette();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current && pointer) placeCard(card.current, pointer);
  });
  if (row === null || !pointer || !data || row >= data.table.X.rows) return null;
  const why = currentWhy();
  const pictures = picturesOf(data);
  const story = currentStory();
  const label = story?.frames[story.index]?.labels[row];
  const colors = story ? frameColors(story.algorithm, story.frames, story.index, result) : result;
  return (
    <div ref={card} className={classes.card} role="tooltip">
      <b>{rowName(data.table, row, noun, classNoun)}</b>
      {pictures ? (
        <>
          {label !== undefined && <p className="muted">{clusterWords(label)}</p>}
          <RowImage name={`${noun.one} ${row}`} pictures={pictures} row={row} />
        </>
      ) : (
        <Values data={data} row={row} projection={projection} />
      )}
      {why && (
        <Reason why={why} color={(cluster) => slotColor(palette, colors[cluster] ?? cluster, 'var(--cs-noise)')} />
      )}
    </div>
  );
}
