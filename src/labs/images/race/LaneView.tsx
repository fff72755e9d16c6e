import { useMemo } from 'react';
import { createCentroids } from '../../../charts/centroids/centroids.ts';
import type { CentroidsCallbacks, CentroidsData } from '../../../charts/centroids/types.ts';
import type { Chart } from '../../../charts/chart.ts';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { figure, grouped } from '../../../engine/spec/words.ts';
import type { Frame } from '../../../engine/types.ts';
import { LoadingBytes } from '../../../ui/LoadingBytes.tsx';
import { duration } from '../../../ui/rail/run-words.ts';
import { useChart } from '../../../ui/useChart.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import type { Loaded } from '../../../worker/api.ts';
import { purity } from '../composition.ts';
import { type ImageSpace, shadesOf } from '../image-space.ts';
import { markAt, secondsOf } from './marks.ts';
import classes from './race.module.css';
import { type Lane, useRace } from './race-store.ts';

/** Two rows of five beside two more: they are smaller than those of a single run, unless the screen is a large one. */
const ROOM = 250;
const LARGE = '(min-width: 1760px) and (min-height: 900px)';
const create = (node: HTMLElement, callbacks: CentroidsCallbacks): Chart<CentroidsData> =>
  createCentroids(node, callbacks, matchMedia(LARGE).matches ? undefined : ROOM);

function Centroids({ lane, index, mark, space, data }: Props & { mark: Frame }) {
  const noun = useNoun();
  const palette = usePalette();
  const focus = useRace((race) => race.focus);
  const selected = focus?.lane === index ? focus.cluster : null;
  const chartData = useMemo<CentroidsData>(() => {
    const centers = mark.centers!;
    return {
      width: space.width,
      height: space.height,
      shades: shadesOf(space, centers.data),
      noun: 'Centroid',
      counts: mark.extra.counts as Int32Array,
      classNames: data.table.classNames,
      slots: Int32Array.from({ length: centers.rows }, (_, j) => j),
      palette,
      rowsNoun: noun.many,
      selected,
      animate: false,
    };
  }, [mark, space, data, palette, noun, selected]);
  const node = useChart(create, chartData, {
    onPick: (cluster: number) => useRace.setState({ focus: { lane: index, cluster } }),
  });
  return <div ref={node} data-status={lane.status} />;
}

/** How far it has come, in words. */
function stand(lane: Lane, mark: Frame | undefined, isEnd: boolean): string {
  if (lane.status === 'waiting') return 'waits for the other one’s start';
  if (lane.status === 'loading') return 'loading the data';
  if (!mark) return lane.status;
  const steps = mark.extra.iteration as number;
  const unit = lane.recipe.algorithm === 'KMeans' ? 'iteration' : 'batch';
  const words = `${unit} ${grouped(steps)} · ${duration(secondsOf(mark))}`;
  if (!isEnd || lane.status === 'running') return words;
  return lane.status === 'scoring' ? `done in ${duration(secondsOf(mark))}; scoring` : `${words} · ${lane.status}`;
}

interface Props {
  lane: Lane;
  index: 0 | 1;
  space: ImageSpace;
  data: Loaded;
}

/** One of the two: its figures and the images of its centroids, at the time that is looked at. */
export function LaneView(props: Props) {
  const { lane, data } = props;
  const time = useRace((race) => race.time);
  const mark = markAt(lane.marks, time);
  const counts = mark?.extra.counts as Int32Array | undefined;
  const labelled = counts?.some((count) => count > 0);
  const pure =
    counts && labelled && data.table.y
      ? purity(counts, Math.max(1, data.table.classNames.length), data.table.X.rows)
      : null;
  const title = algorithmSpec(lane.recipe.algorithm)?.title;
  return (
    <section className={classes.lane} aria-label={title}>
      <h2>{title}</h2>
      <p className={classes.figures}>
        <span>
          inertia <b className="mono">{mark?.score == null ? '–' : figure(mark.score)}</b>
        </span>
        {data.table.y && (
          <span>
            purity <b className="mono">{pure === null ? '–' : pure.toFixed(3)}</b>
          </span>
        )}
        <span className="mono">{stand(lane, mark, mark === lane.marks.at(-1))}</span>
      </p>
      <LoadingBytes progress={lane.progress} />
      {lane.problem && (
        <p role="alert" className={classes.problem}>
          {lane.problem}
        </p>
      )}
      {mark?.centers && <Centroids {...props} mark={mark} />}
    </section>
  );
}
