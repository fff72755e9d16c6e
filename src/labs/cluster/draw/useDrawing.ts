import { useState } from 'react';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { isPoints } from '../../../engine/dataset-ref.ts';
import { packJson } from '../../../engine/spec/packed-points.ts';
import { LONGEST_POINTS } from '../../../engine/spec/url.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { type Domain, domainOf, FEWEST, pointsOf, type Stroke, strokesOf } from './strokes.ts';

export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly x: Domain;
  readonly y: Domain;
  /** As many points as a link can carry are there: no more are taken. */
  readonly full: boolean;
  add(stroke: Stroke): void;
  undo(): void;
  clear(): void;
}

function begun(): Stroke[] {
  const { dataset } = useRecipe.getState().recipe;
  return isPoints(dataset) ? strokesOf(dataset) : [];
}

/** Makes the drawing the dataset as soon as there is something to cluster. */
function cluster(strokes: readonly Stroke[]): void {
  const dataset = pointsOf(strokes);
  if (dataset.X.length < FEWEST) return;
  const { recipe, replace, setDataset } = useRecipe.getState();
  if (isPoints(recipe.dataset) && recipe.dataset.X[0]?.length === 2) {
    setDataset(dataset);
    return;
  }
  const specs = algorithmSpec(recipe.algorithm)?.params ?? {};
  const params = {
    ...(specs.n_clusters ? { n_clusters: FEWEST } : {}),
    ...(specs.random_state ? { random_state: 42 } : {}),
  };
  replace({ dataset, algorithm: recipe.algorithm, params });
}

/** The strokes of a drawing, which begins with the points that are there. */
export function useDrawing(): Drawing {
  const [strokes, setStrokes] = useState(begun);
  const [full, setFull] = useState(false);
  // Axes stay as they are while somebody draws.
  const [axes] = useState(() => {
    const points = strokes.flat();
    return { x: domainOf(points.map(({ x }) => x)), y: domainOf(points.map(({ y }) => y)) };
  });
  const set = (next: Stroke[]) => {
    const fits = packJson(pointsOf(next)).length <= LONGEST_POINTS;
    setFull(!fits);
    if (!fits) return;
    setStrokes(next);
    cluster(next);
  };
  return {
    strokes,
    full,
    ...axes,
    add: (stroke) => set([...strokes, stroke]),
    undo: () => set(strokes.slice(0, -1)),
    clear: () => set([]),
  };
}
