import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { slotColor } from '../../charts/color.ts';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { grouped } from '../../engine/spec/words.ts';
import { usePicked } from '../../state/images/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { HeldRun } from '../../ui/held/HeldRun.tsx';
import { LoadingBytes, LoadingFailed } from '../../ui/LoadingBytes.tsx';
import { useConnected } from '../../ui/useConnected.ts';
import { usePalette } from '../../ui/useTheme.ts';
import { connectCentroids } from './connect-centroids.ts';
import { DETAIL } from './detail/DetailPanel.tsx';
import { DrawPanel } from './draw/DrawPanel.tsx';
import { HeadLine } from './HeadLine.tsx';
import classes from './images.module.css';
import { useImages } from './images-store.ts';
import { MapPlace } from './MapPlace.tsx';
import { hasCentroids } from './methods.ts';
import { MOST_CLUSTERS } from './picture.ts';

function Centroids() {
  const node = useConnected(connectCentroids);
  return <div ref={node} />;
}

/** Where the panel of the cluster that was picked is further down: the way there. */
function ToMembers() {
  const cluster = usePicked((picked) => picked.cluster);
  const isThere = useRun(({ shown }) => cluster !== null && cluster < (shown?.nClusters ?? 0));
  if (!isThere) return null;
  return (
    <button
      type="button"
      className={`text-button ${classes.toMembers}`}
      onClick={() => document.getElementById(DETAIL)?.scrollIntoView({ behavior: 'smooth' })}
    >
      Members of cluster {cluster}
      <IconArrowDown size={14} aria-hidden="true" />
    </button>
  );
}

/** What the colours of the bars mean. */
export function ClassLegend() {
  const names = useRun(({ data }) => data?.table.classNames);
  const palette = usePalette();
  if (!names?.length) return null;
  return (
    <p className={classes.legend}>
      <span>true class</span>
      {names.map((name, i) => (
        <span key={name} className={classes.legendItem}>
          <i style={{ background: slotColor(palette, i, 'var(--cs-noise)') }} />
          {name}
        </span>
      ))}
    </p>
  );
}

/** Why there are means instead of centroids, or fewer images than clusters. */
function Notes() {
  const shown = useRun((run) => run.shown);
  if (!shown) return null;
  const title = algorithmSpec(shown.recipe.algorithm)?.title ?? shown.recipe.algorithm;
  const hidden = shown.nClusters - MOST_CLUSTERS;
  return (
    <>
      {!hasCentroids(shown.recipe.algorithm) && (
        <p className="muted">
          {title} has no centroids:{' '}
          {shown.nClusters > 0 ? 'these are the mean images of the clusters it found' : 'it found no cluster'}
          {shown.nNoise > 0 && `, without ${grouped(shown.nNoise)} rows of noise`}.
        </p>
      )}
      {hidden > 0 && <p className="muted">{grouped(hidden)} more clusters are not shown.</p>}
    </>
  );
}

/** What was left behind when the lab opened images of its own. */
function Left() {
  const left = useImages((images) => images.left);
  if (!left) return null;
  return (
    <p className={classes.left}>
      {left.title} has no pictures, so this lab opened its own.
      <Button size="compact-xs" variant="subtle" onClick={left.back}>
        Back to {left.title}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => useImages.setState({ left: null })}>
        Dismiss
      </Button>
    </p>
  );
}

/** The images of the clusters as they change, a digit of one's own, and the map of all. */
export function CentroidsArea() {
  const scaler = useRecipe(({ recipe }) => recipe.scaler ?? 'none');
  return (
    <section className={classes.area} aria-label="Centroids">
      <Left />
      <HeadLine />
      <HeldRun />
      <LoadingBytes />
      <LoadingFailed />
      <div className={classes.columns}>
        <div className={classes.centroids}>
          <Centroids />
          <ToMembers />
          <ClassLegend />
          <Notes />
          {scaler === 'unit' && (
            <p className={classes.small}>
              Pixels are divided by their full scale (<span className="mono">scaler: unit</span>), so 1 is white.
            </p>
          )}
        </div>
        <DrawPanel />
        <MapPlace />
      </div>
    </section>
  );
}
