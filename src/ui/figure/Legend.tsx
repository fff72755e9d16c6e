import type { Legend as LegendData } from '../../charts/figure/types.ts';
import classes from './figure.module.css';

/** What the colours of a figure stand for. */
export function Legend({ legend }: { legend: LegendData }) {
  if ('ramp' in legend) {
    const { title, colors, ticks } = legend.ramp;
    return (
      <div className={classes.ramp}>
        <span>{title}</span>
        <div className={classes.bar} style={{ background: `linear-gradient(to right, ${colors.join(', ')})` }} />
        <div className={classes.ticks}>
          {ticks.map((tick, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two ends may read alike.
            <span key={i}>{tick}</span>
          ))}
        </div>
      </div>
    );
  }
  return (
    <ul className={classes.swatches}>
      {legend.swatches.map(({ label, color, shape = 'dot' }) => (
        <li key={label}>
          <i data-shape={shape} style={{ color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
