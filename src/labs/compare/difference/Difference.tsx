import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { counted, grouped } from '../../../engine/spec/words.ts';
import type { Metrics } from '../../../engine/types.ts';
import { useCompare } from '../../../state/compare/store.ts';
import { many } from '../../../state/many.ts';
import { useView } from '../../../state/view.ts';
import { scoreText } from '../../../ui/panels/score-words.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { CardState } from '../multiples/CardState.tsx';
import { type Entry, useComparison } from '../multiples/comparison.ts';
import { HoverTip } from '../multiples/HoverTip.tsx';
import { type Plane, usePlane } from '../picture.ts';
import { Selected } from '../Selected.tsx';
import classes from './difference.module.css';
import { differenceOf } from './difference.ts';
import { Flows } from './Flows.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Pickers } from './Pickers.tsx';
import { Side } from './Side.tsx';

/** The places of the two: those chosen, or the first two. */
function usePair(count: number): readonly [number, number] {
  const pair = useCompare((compare) => compare.pair);
  if (pair?.every((place) => place < count)) return pair;
  return [0, Math.min(1, count - 1)];
}

/** How far two labelings agree, by scikit-learn's scores with the first in the place of the truth. */
function useAgreement(before: Int32Array | undefined, after: Int32Array | undefined): Metrics | null {
  const [agreed, setAgreed] = useState<{ before: Int32Array; after: Int32Array; metrics: Metrics } | null>(null);
  useEffect(() => {
    if (!before || !after || before.length !== after.length) return;
    const controller = new AbortController();
    many()
      .scoreAgainst(before, after, { signal: controller.signal })
      .then((metrics) => setAgreed({ before, after, metrics }))
      // Left, or a worker was lost: the figure stays away.
      .catch(() => {});
    return () => controller.abort(new Error('another pair'));
  }, [before, after]);
  return agreed && agreed.before === before && agreed.after === after ? agreed.metrics : null;
}

interface Both {
  from: Entry & { done: NonNullable<Entry['done']>; colors: Int32Array };
  to: Entry & { done: NonNullable<Entry['done']> };
  plane: Plane;
}

function Body({ from, to, plane }: Both) {
  const noun = useNoun();
  const [before, after] = [from.done.outcome.labels, to.done.outcome.labels];
  const { colors, moved } = useMemo(
    () => differenceOf({ labels: before, colors: from.colors }, after),
    [before, after, from.colors],
  );
  const names = useMemo(
    () => [from.name, from.name === to.name ? `${to.name} again` : to.name] as const,
    [from.name, to.name],
  );
  const sides = useMemo(
    () => [
      { title: names[0], labels: before, colors: from.colors },
      { title: names[1], labels: after, colors },
    ],
    [names, before, after, from.colors, colors],
  );
  const agreement = useAgreement(before, after);
  const ari = agreement?.adjusted_rand_score;
  return (
    <>
      <div className={classes.figures} role="status">
        <span>
          <span className="mono">adjusted_rand_score</span>{' '}
          <b className="figures" title={ari == null ? undefined : String(ari)}>
            {ari == null ? '…' : scoreText(ari)}
          </b>
        </span>
        <span>
          <b className="figures">{moved.length === 0 ? 'No' : grouped(moved.length)}</b> of{' '}
          {counted(before.length, noun)} moved to a cluster that does not match
        </span>
        {moved.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => useView.getState().select(moved)}>
            Select what moved
          </Button>
        )}
        <Selected />
      </div>
      <div className={classes.sides}>
        <Side entry={from} colors={from.colors} plane={plane} />
        <Side entry={to} colors={colors} plane={plane} />
      </div>
      <div className={classes.charts}>
        <Flows from={sides[0]!} to={sides[1]!} moved={moved.length} noun={noun} />
        <HeatMap names={names} before={before} after={after} noun={noun} />
      </div>
    </>
  );
}

/** Two results: which points moved from which cluster to which. */
export function Difference() {
  const entries = useComparison();
  const pair = usePair(entries.length);
  const [from, to] = [entries[pair[0]], entries[pair[1]]];
  const plane = usePlane(from?.recipe ?? null, { own: true, waits: true });
  const rows = plane?.x.length;
  const fits = from?.done?.outcome.labels.length === rows && to?.done?.outcome.labels.length === rows;
  return (
    <>
      {entries.length > 0 && (
        <div className={classes.toolbar}>
          <Pickers entries={entries} pair={pair} />
        </div>
      )}
      {entries.length === 0 && <p className="muted">Nobody takes part. Add algorithms under “Side by side”.</p>}
      {[from, to].map((entry, i) =>
        entry && entry.result?.status !== 'done' ? (
          <div key={i === 0 ? 'from' : 'to'} className={classes.state}>
            {entry.name} <CardState entry={entry} />
          </div>
        ) : null,
      )}
      {plane && fits && from?.done && from.colors && to?.done && (
        <Body from={{ ...from, done: from.done, colors: from.colors }} to={{ ...to, done: to.done }} plane={plane} />
      )}
      {plane && <HoverTip plane={plane} />}
    </>
  );
}
