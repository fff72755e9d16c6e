import { expose } from 'comlink';
import type { CsvRef, IdxRef } from '../engine/dataset-ref.ts';
import { cutSteps, fitSteps, helpedSteps, prepare } from '../engine/index.ts';
import { isWorthSplitting } from '../engine/kernels/slices.ts';
import { contingencyMatrix } from '../engine/metrics/contingency.ts';
import { scoreSteps } from '../engine/metrics/score-all.ts';
import { layouts } from '../engine/projections/layouts.ts';
import { linear } from '../engine/projections/linear.ts';
import { parseRecipe } from '../engine/recipe.ts';
import { knownRows, specOf } from '../engine/spec/features.ts';
import { OwnFiles } from './files/own-files.ts';
import { fitKey } from './fit-key.ts';
import { Crew } from './helpers.ts';
import { createWorkerApi, type Engine } from './serve.ts';
import { Sharing } from './sharing.ts';
import { fetchedSources } from './sources.ts';

/** The build puts workers into a folder beside `data/`. */
const fetched = fetchedSources(new URL(import.meta.env.DEV ? '/' : '../', self.location.href));
const own = new OwnFiles();
const sources = { ...fetched, file: (ref: CsvRef | IdxRef) => own.table(ref) };

const crew = new Crew();
const sharing = new Sharing(crew);

const engine: Engine = {
  prepare: async (recipe, onProgress) => prepare(parseRecipe(recipe), { sources, onProgress }),
  expect: ({ dataset, rows }) => {
    const known = specOf(dataset)?.image && (rows ?? knownRows(dataset));
    if (known && isWorthSplitting({ rows: known }, crew)) crew.start();
  },
  ahead: ({ X }) => sharing.pack(X),
  keep: (file) => own.keep(file),
  fitSteps: async (data, recipe, context) => fitSteps(data, parseRecipe(recipe), context),
  helpedSteps: async (data, recipe, context) => helpedSteps(data, parseRecipe(recipe), await sharing.ready(), context),
  fitKey,
  cutSteps: async (data, recipe, fitted, context) => cutSteps(data, parseRecipe(recipe), fitted, context),
  project: (X, id) => sharing.project(X, linear[id]),
  async layOut(X, ask, wanted) {
    const [{ layOut }, { layoutSteps }] = await Promise.all([
      import('../engine/projections/lay-out.ts'),
      layouts[ask.id](),
    ]);
    return layOut(X, ask, layoutSteps, wanted);
  },
  *scoreSteps(X, y, labels) {
    const scores = yield* scoreSteps(X, y, labels);
    return { ...scores, contingency: y && contingencyMatrix(y, labels).matrix };
  },
  sweeps: () => import('../engine/sweep/tools.ts'),
  async exploreSteps(data, recipe, ask) {
    const { exploreSteps } = await import('../engine/explore/explore.ts');
    const spec = specOf(recipe.dataset);
    return exploreSteps(
      data,
      { image: data.table.image ?? spec?.image ?? null, fullScale: spec?.fullScale ?? null },
      ask,
    );
  },
};

expose(createWorkerApi(engine));
