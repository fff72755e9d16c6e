import { useMemo } from 'react';
import { slotColor } from '../../../charts/color.ts';
import { usePicked } from '../../../state/images/store.ts';
import { useRun } from '../../../state/run.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import { mainClass } from '../composition.ts';
import { distancesTo, pointOf } from '../image-space.ts';
import type { ClusterImages } from '../picture.ts';
import classes from './draw.module.css';

/** More bars than this are not read: of many clusters the nearest are shown. */
const MOST_BARS = 20;

/** The clusters with their distances: by number, or of many the nearest first. */
function barsOf(distances: Float64Array) {
  const all = Array.from(distances, (distance, cluster) => ({ cluster, distance }));
  const nearest = all.reduce((best, one) => (one.distance < best.distance ? one : best), all[0]!);
  const shown =
    all.length <= MOST_BARS ? all : [...all].sort((a, b) => a.distance - b.distance).slice(0, MOST_BARS / 2);
  return {
    nearest,
    shown,
    most: Math.max(...shown.map(({ distance }) => distance)),
    hidden: all.length - shown.length,
  };
}

/** How far an image is from the centre of each cluster, and which it would join. `shades` null: there is none yet. */
export function Distances({ images, shades }: { images: ClusterImages | null; shades: Float64Array | null }) {
  const colors = useRun((run) => run.colors);
  const palette = usePalette();
  const bars = useMemo(() => {
    if (!images || !shades || images.centers.rows === 0) return null;
    return barsOf(distancesTo(pointOf(images.space, shades), images.centers.data));
  }, [images, shades]);
  if (!images) return <p className="muted">No clusters yet.</p>;
  const { classNames } = images.data.table;
  const main = bars && classNames.length > 0 ? mainClass(images.counts, bars.nearest.cluster, classNames.length) : -1;
  const kind = images.areCentroids ? 'centre' : 'mean';
  return (
    <div className={classes.distances}>
      <p role="status" aria-label="Nearest cluster">
        {bars ? (
          <>
            <b>Would join cluster {bars.nearest.cluster}</b>
            {main >= 0 && `, mostly ${classNames[main]}s`}
          </>
        ) : (
          <span className="muted">Which cluster would it join, and how far is it from each {kind}?</span>
        )}
      </p>
      {bars && (
        <ul aria-label={`Distance to each ${kind}`}>
          {bars.shown.map(({ cluster, distance }) => (
            <li key={cluster} data-nearest={cluster === bars.nearest.cluster || undefined}>
              <button type="button" onClick={() => usePicked.getState().pick(cluster)}>
                <span>
                  <span className="visually-hidden">cluster </span>
                  {cluster}
                </span>
                <span className={classes.measure}>
                  <i
                    style={{
                      width: `${(distance / Math.max(bars.most, 1e-300)) * 100}%`,
                      background: slotColor(palette, colors[cluster] ?? cluster, 'var(--cs-noise)'),
                    }}
                  />
                </span>
                <span className={`mono ${classes.distance}`}>{distance.toFixed(2)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {bars && bars.hidden > 0 && <p className="muted">and {bars.hidden} farther ones</p>}
      {bars && !images.areCentroids && <p className="muted">By the nearest mean: the method itself does not say.</p>}
    </div>
  );
}
