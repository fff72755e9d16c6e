import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { measureOf } from '../../../engine/spec/measures.ts';
import { counted } from '../../../engine/spec/words.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import { useSweepRun } from '../../../state/tune/runs.ts';
import { useTune } from '../../../state/tune/store.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import type { Cell } from '../../../worker/api.ts';
import { openCell, takeCell } from '../open.ts';
import { measured } from '../reading/values.ts';
import { cautionFor, measureText } from '../reading/words.ts';
import { cellName, nearestCell, type SweepView } from '../sweep-view.ts';
import { usePlane } from './plane.ts';
import { WalkStage } from './WalkStage.tsx';
import classes from './walk.module.css';

function Facts({ view, cell }: { view: SweepView; cell: Cell }) {
  const names = [view.score, view.second, measureOf('n_clusters')!].filter(
    (one, i, all) => one && all.indexOf(one) === i,
  );
  return (
    <dl className={classes.facts}>
      {names.map((one) => (
        <div key={one!.name}>
          <dt className="mono">{one!.name}</dt>
          <dd className="figures">{measureText(measured(cell, one!.name), one!)}</dd>
        </div>
      ))}
      {cell.nNoise > 0 && (
        <div>
          <dt>noise</dt>
          <dd className="figures">{measureText(measured(cell, 'noise_share'), measureOf('noise_share')!)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The picture of the cell that is walked to (else of the one that is read off the chart), its figures, and what can be done with it. */
export function WalkPanel({ view, read }: { view: SweepView; read: number | null }) {
  const walk = useTune((tune) => tune.walk);
  const plane = usePlane();
  const rows = useRun(({ data }) => data?.X.rows ?? 0);
  const noun = useNoun();
  const agreements = useSweepRun((run) => run.agreements);
  const near = useRecipe(({ recipe }) => nearestCell(view, recipe));
  const at = walk ?? view.best ?? read ?? near ?? view.cells.findIndex((cell) => cell?.labels);
  const cell = view.cells[at];
  const isBest = at === view.best;
  const sure = agreements.get(at)?.sure ?? null;
  const name = at < 0 ? '' : cellName(view, at);
  const caution = useMemo(() => (isBest ? cautionFor(view.score, cell, rows) : null), [isBest, view.score, cell, rows]);
  const fits = cell?.labels && plane && cell.labels.length === plane.x.length;
  const kind = walk !== null && !isBest ? 'Cell' : isBest ? 'Best' : at === read ? 'Read off the curve' : 'Cell';
  return (
    <section className={classes.walk} aria-label="Cell">
      <div className={classes.walkHead}>
        <h3>
          <span className="muted">{kind}</span> <span className="mono">{name || 'none yet'}</span>
        </h3>
        <p className="visually-hidden" aria-live="polite">
          {walk !== null && cell && `${name}: ${measureText(measured(cell, view.score.name), view.score)}`}
        </p>
      </div>
      {fits ? (
        <WalkStage
          plane={plane}
          labels={cell.labels!}
          sure={sure}
          summary={`${counted(rows, noun)} in ${cell.nClusters} clusters with ${name}${cell.nNoise ? `, ${cell.nNoise} of them noise` : ''}.`}
        />
      ) : (
        <div className={classes.noStage}>
          {cell?.error
            ? `${cell.error.field ? `${cell.error.field} ` : ''}${cell.error.problem}.`
            : 'The picture of a cell appears as soon as it is done.'}
        </div>
      )}
      {sure && <p className="muted">The fainter a point, the less its repeats agree on its company.</p>}
      {cell && !cell.error && <Facts view={view} cell={cell} />}
      {cell?.warnings.map((warning) => (
        <p key={warning} className={classes.caution}>
          {warning}
        </p>
      ))}
      {caution && <p className={classes.caution}>{caution}</p>}
      {cell && !cell.error && (
        <div className={classes.walkWays}>
          <Button size="xs" onClick={() => takeCell(view, at)}>
            Use {cellName(view, at, ' = ')}
          </Button>
          <Button size="xs" variant="default" onClick={() => openCell(view, at)}>
            Open in Cluster
          </Button>
        </div>
      )}
    </section>
  );
}
