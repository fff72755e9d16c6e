import { useMemo } from 'react';
import { partsOf } from '../../../charts/centroids/layout.ts';
import { slotColor } from '../../../charts/color.ts';
import { counted, grouped } from '../../../engine/spec/words.ts';
import type { Members } from '../../../engine/types.ts';
import { useView } from '../../../state/view.ts';
import { type GridImages, ImageGrid } from '../../../ui/images/ImageGrid.tsx';
import { Picture } from '../../../ui/images/Picture.tsx';
import panels from '../../../ui/panels/panels.module.css';
import { useNoun } from '../../../ui/useNoun.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import { mainClass, sizeOf } from '../composition.ts';
import { useDrawing } from '../draw/drawing-store.ts';
import { rowShades, shadesOf, spreadShades } from '../image-space.ts';
import type { ClusterImages } from '../picture.ts';
import classes from './detail.module.css';
import { useMembers } from './useMembers.ts';

/** The panel's id, for whoever leads there. */
export const DETAIL = 'picked-cluster';
/** Inline, for the panels of other labs come out from under a picture that stays in view. */
const BELOW_THE_BAR = { scrollMarginTop: 'calc(var(--cs-bar-height) + 8px)' };

/** More classes than this (and one) are summed up. */
const MOST_PARTS = 6;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** What a cluster is made of: a bar for each class, the most frequent first. */
function Composition({ images, label }: { images: ClusterImages; label: number }) {
  const palette = usePalette();
  const { classNames } = images.data.table;
  if (classNames.length === 0) return null;
  const parts = partsOf(images.counts, label, classNames.length);
  const shown = parts.length > MOST_PARTS + 1 ? parts.slice(0, MOST_PARTS) : parts;
  const others = parts.slice(shown.length);
  return (
    <ul className={classes.parts} aria-label="True classes">
      {shown.map(({ index, share }) => (
        <li key={index}>
          <b>{classNames[index]}</b>
          <span className={classes.measure}>
            <i style={{ width: `${share * 100}%`, background: slotColor(palette, index, 'var(--cs-noise)') }} />
          </span>
          <span className="mono">{percent(share)}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li className="muted" title={others.map(({ index }) => classNames[index]).join(', ')}>
          <span className={classes.others}>{others.length} others</span>
          <span className="mono">{percent(others.reduce((sum, { share }) => sum + share, 0))}</span>
        </li>
      )}
    </ul>
  );
}

/** The rows whose class is not that of most of their cluster, in the order given. */
function strayRows(rows: Int32Array, y: Int32Array | null, main: number): Int32Array {
  return y ? rows.filter((row) => y[row] !== main) : new Int32Array(0);
}

function MemberGrids({ images, label, members }: { images: ClusterImages; label: number; members: Members }) {
  const noun = useNoun();
  const { space, data, counts } = images;
  const { y, classNames } = data.table;
  const main = mainClass(counts, label, Math.max(1, classNames.length));
  const strays = useMemo(() => strayRows(members.rows, y, main), [members, y, main]);
  const look = useMemo<GridImages>(() => {
    const distanceOf = new Float64Array(data.table.X.rows);
    for (let i = 0; i < members.rows.length; i++) distanceOf[members.rows[i]!] = members.distances[i]!;
    const classOf = (row: number) => (y ? (classNames[y[row]!] ?? String(y[row])) : null);
    return {
      width: space.width,
      height: space.height,
      shades: (row) => rowShades(space, data.table, row),
      label: (row) => `${noun.one} ${row}${y ? `, a ${classOf(row)}` : ''}, distance ${distanceOf[row]!.toFixed(2)}`,
      mark: (row) => (y && y[row] !== main ? classOf(row) : null),
    };
  }, [members, space, data, y, classNames, main, noun]);
  const pick = (row: number) => useDrawing.getState().takeRow(row);
  const hover = (row: number | null) => useView.getState().hover(row);
  return (
    <>
      <div className={classes.group}>
        <h3>From most to least typical</h3>
        <ImageGrid name="Members" rows={members.rows} images={look} lines={5} onPick={pick} onHover={hover} />
      </div>
      {y && (
        <div className={classes.group}>
          <h3>
            Went astray <span className="muted">{counted(strays.length, noun)} of another class</span>
          </h3>
          {strays.length > 0 && (
            <ImageGrid name="Gone astray" rows={strays} images={look} lines={3} onPick={pick} onHover={hover} />
          )}
        </div>
      )}
    </>
  );
}

/** One cluster: what it is made of, its mean and spread as images, its members, and those that went astray. */
export function DetailPanel({ images, label, color }: { images: ClusterImages; label: number; color: string }) {
  const noun = useNoun();
  const { labels, centers, areCentroids, space, data: loaded } = images;
  const group = useMemo(() => {
    const { data, cols } = centers;
    return {
      dataKey: loaded.key,
      label,
      labels,
      center: areCentroids ? data.slice(label * cols, (label + 1) * cols) : null,
    };
  }, [loaded.key, label, labels, centers, areCentroids]);
  const members = useMembers(group);
  const looks = useMemo(
    () => members && { mean: shadesOf(space, members.mean), spread: spreadShades(space, members.spread) },
    [members, space],
  );
  const size = sizeOf(images.counts, label, Math.max(1, images.data.table.classNames.length));
  return (
    <section id={DETAIL} className={panels.panel} aria-label={`Cluster ${label}`} style={BELOW_THE_BAR}>
      <h2 className={classes.title}>
        <i style={{ background: color }} />
        Cluster {label}
        <span className="muted">
          {' '}
          · {size === 0 ? 'empty' : `${grouped(size)} ${size === 1 ? noun.one : noun.many}`}
        </span>
      </h2>
      <div className={classes.summary}>
        <Composition images={images} label={label} />
        {looks && (
          <>
            <figure>
              <Picture
                name={`Mean of cluster ${label}`}
                shades={looks.mean}
                width={space.width}
                height={space.height}
              />
              <figcaption>mean</figcaption>
            </figure>
            <figure title="Standard deviation of each pixel; the most varied one is white">
              <Picture
                name={`Spread of cluster ${label}`}
                shades={looks.spread}
                width={space.width}
                height={space.height}
              />
              <figcaption>spread</figcaption>
            </figure>
          </>
        )}
      </div>
      {members && members.rows.length > 0 && <MemberGrids images={images} label={label} members={members} />}
    </section>
  );
}
