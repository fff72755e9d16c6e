import type { CSSProperties } from 'react';
import { type MetricSpec, metricSpecs } from '../../engine/metrics/specs.ts';
import { grouped } from '../../engine/spec/words.ts';
import { useRun } from '../../state/run.ts';
import type { Scores } from '../../worker/api.ts';
import { Glossary } from '../controls/Glossary.tsx';
import { Help } from '../controls/Help.tsx';
import classes from './panels.module.css';
import { absence, barShare, changeText, NO_CLASSES_NOTE, scoreText } from './score-words.ts';
import { useSteadyScores } from './useSteadyScores.ts';

interface RowProps {
  spec: MetricSpec;
  scores: Scores;
  previous: Scores | null;
  hasClasses: boolean;
}

function Value({ spec, scores, hasClasses }: RowProps) {
  const value = scores.metrics[spec.name];
  if (value === null) {
    const reason = absence(spec, hasClasses);
    return (
      <td className={classes.value} title={reason}>
        –<span className="visually-hidden"> {reason}</span>
      </td>
    );
  }
  return (
    <td className={classes.value} title={String(value)}>
      {scoreText(value)}
    </td>
  );
}

function MetricRow(props: RowProps) {
  const { spec, scores, previous } = props;
  const value = scores.metrics[spec.name];
  const share = barShare(spec, value);
  const sampled = spec.name === 'silhouette_score' && scores.silhouetteSampleSize !== null;
  return (
    <tr>
      <th scope="row" title={`${spec.title}. ${spec.doc}`}>
        {spec.name}
      </th>
      <Value {...props} />
      <td className={classes.measure}>
        {share !== null && <span className={classes.bar} style={{ '--share': share } as CSSProperties} />}
        <span className={classes.change}>{changeText(value, previous?.metrics[spec.name])}</span>
        {sampled && <span className="visually-hidden">of a sample of {scores.silhouetteSampleSize} rows</span>}
      </td>
    </tr>
  );
}

/** All scores of the run that is shown, with the change against the run before it. */
export function MetricsPanel() {
  const { scored, stale } = useSteadyScores();
  const hasClasses = useRun(({ data }) => data?.table.y != null);
  const sample = scored?.scores.silhouetteSampleSize ?? null;
  return (
    <section className={classes.panel} aria-label="Scores" aria-busy={stale}>
      <div className={classes.head}>
        <h2 className="section-title">Metrics</h2>
        <Help about="the metrics">
          <Glossary entries={metricSpecs} />
        </Help>
      </div>
      <table aria-label="Metrics" className={classes.metrics}>
        <thead>
          <tr>
            {['Metric', 'Value', 'Change against the run before'].map((head) => (
              <th key={head} scope="col">
                <span className="visually-hidden">{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scored &&
            metricSpecs.map((spec) => (
              <MetricRow
                key={spec.name}
                spec={spec}
                scores={scored.scores}
                previous={scored.previous}
                hasClasses={hasClasses}
              />
            ))}
        </tbody>
      </table>
      {!scored && <p className="muted">The scores appear when a run has ended.</p>}
      {scored && !hasClasses && <p className={classes.note}>{NO_CLASSES_NOTE}</p>}
      {sample !== null && <p className={classes.note}>silhouette of a sample of {grouped(sample)} rows</p>}
    </section>
  );
}
