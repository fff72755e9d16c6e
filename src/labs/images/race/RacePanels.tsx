import { Fragment, useMemo } from 'react';
import { slotColor } from '../../../charts/color.ts';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { metricSpecs } from '../../../engine/metrics/specs.ts';
import { figure } from '../../../engine/spec/words.ts';
import type { Matrix } from '../../../engine/types.ts';
import panels from '../../../ui/panels/panels.module.css';
import { scoreText } from '../../../ui/panels/score-words.ts';
import { duration } from '../../../ui/rail/run-words.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import type { Loaded } from '../../../worker/api.ts';
import { countByClass, matchedAccuracy, purity } from '../composition.ts';
import { DetailPanel } from '../detail/DetailPanel.tsx';
import type { ImageSpace } from '../image-space.ts';
import type { ClusterImages } from '../picture.ts';
import classes from './race.module.css';
import { type Lane, useRace } from './race-store.ts';

type Row = readonly [name: string, of: (lane: Lane) => number | null, text: (value: number) => string];

/** The figures of the end that no metric is: by their names. */
function rowsOf({ table }: Loaded): readonly Row[] {
  const countsOf = (lane: Lane) => {
    const { labels } = lane.scored!.outcome;
    const clusters = labels.reduce((most, label) => Math.max(most, label + 1), 0);
    return countByClass(labels, table.y, clusters, Math.max(1, table.classNames.length));
  };
  const attribute = (name: string) => (lane: Lane) => {
    const value = lane.scored!.outcome.attributes[name];
    return typeof value === 'number' ? value : null;
  };
  const share = (value: number) => value.toFixed(3);
  const known: Row[] = [
    ['purity', (lane) => purity(countsOf(lane), table.classNames.length, table.X.rows), share],
    ['matched accuracy', (lane) => matchedAccuracy(countsOf(lane), table.classNames.length, table.X.rows), share],
  ];
  return [
    ['seconds', (lane) => lane.scored!.outcome.seconds, duration],
    ['inertia', attribute('inertia'), figure],
    ['n_iter', attribute('n_iter'), String],
    ...(table.y ? known : []),
    ...metricSpecs.map(({ name }): Row => [name, (lane) => lane.scored!.scores.metrics[name], scoreText]),
  ];
}

/** A long name that may go on below after one of its underscores. */
function Breakable({ name }: { name: string }) {
  return name.split('_').map((part, i) => (
    <Fragment key={part}>
      {i > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function ScoreTable({ lanes, data }: { lanes: readonly [Lane, Lane]; data: Loaded }) {
  const rows = useMemo(() => {
    const figures = rowsOf(data);
    return figures.map(([name, of, text]) => ({
      name,
      values: lanes.map((lane) => {
        const value = lane.scored ? of(lane) : null;
        return value === null ? '–' : text(value);
      }),
    }));
  }, [lanes, data]);
  return (
    <table className={classes.scores} aria-label="Scores of the race">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Figure</span>
          </th>
          {lanes.map(({ recipe }) => (
            <th key={recipe.algorithm} scope="col">
              {algorithmSpec(recipe.algorithm)?.title.replace(' K-Means', '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">
              <Breakable name={name} />
            </th>
            {lanes.map(({ recipe }, i) => (
              <td key={recipe.algorithm}>{values[i]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The images of a run that is over, for its members. */
function endOf(lane: Lane, data: Loaded, space: ImageSpace): ClusterImages | null {
  if (!lane.scored) return null;
  const { labels, attributes } = lane.scored.outcome;
  const centers = attributes.cluster_centers as Matrix;
  const counts = countByClass(labels, data.table.y, centers.rows, Math.max(1, data.table.classNames.length));
  return { space, data, centers, labels, counts, frame: null, areCentroids: true };
}

/** The scores of both when they are done, and the cluster that was picked of either. */
export function RacePanels({ lanes, data, space }: { lanes: readonly [Lane, Lane]; data: Loaded; space: ImageSpace }) {
  const focus = useRace((race) => race.focus);
  const palette = usePalette();
  const lane = focus && lanes[focus.lane];
  const images = useMemo(() => (lane ? endOf(lane, data, space) : null), [lane, data, space]);
  return (
    <aside className={panels.panels} aria-label="Result">
      <section className={panels.panel} aria-label="Race result">
        <h2 className="section-title">How they ended</h2>
        <ScoreTable lanes={lanes} data={data} />
      </section>
      {focus && lane && images && focus.cluster < images.centers.rows ? (
        <>
          <p className="muted">{algorithmSpec(lane.recipe.algorithm)?.title}, at its end:</p>
          <DetailPanel
            images={images}
            label={focus.cluster}
            color={slotColor(palette, focus.cluster, 'var(--cs-noise)')}
          />
        </>
      ) : (
        <p className="muted">
          {lanes.every(({ scored }) => scored)
            ? 'Click a centroid of either to see its members.'
            : 'When they are done, click a centroid of either to see its members.'}
        </p>
      )}
    </aside>
  );
}
