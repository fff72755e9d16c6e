import { METRIC_NAMES, type MetricName } from '../../../engine/metrics/specs.ts';
import { useCompare } from '../../../state/compare/store.ts';
import classes from './table.module.css';

/** Which scores the ranks are of. */
export function RankBy({ ranked }: { ranked: readonly MetricName[] }) {
  const toggle = (name: MetricName) =>
    useCompare
      .getState()
      .setRanked(METRIC_NAMES.filter((other) => (other === name ? !ranked.includes(name) : ranked.includes(other))));
  return (
    <fieldset className={classes.rankBy} aria-label="Scores to rank by">
      <span className="muted">Ranks over</span>
      {METRIC_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-pressed={ranked.includes(name)}
          onClick={() => toggle(name)}
        >
          {name.replace(/_score$/, '')}
        </button>
      ))}
    </fieldset>
  );
}
