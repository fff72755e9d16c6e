import { algorithmSpec } from '../algorithms/specs.ts';
import { metricSpecs } from '../metrics/specs.ts';
import type { ParamValue } from '../types.ts';
import { completeParams, withoutDefaults } from './defaults.ts';
import { choicePiece, dataPiece, hasClasses, scalerPiece } from './python.ts';
import { pythonCall, pythonValue } from './python-values.ts';
import { silhouetteSample } from './silhouette-sample.ts';
import { cellParams, gridOf, type Sweep } from './sweep.ts';

/**
 * The columns of a sweep's table after the swept parameters. How many clusters came out is `n_clusters`, and where that is
 * what was asked for, `n_clusters_found`.
 */
export function cellColumns({ x, y }: Pick<Sweep, 'x' | 'y'>): string[] {
  const isAsked = x.param === 'n_clusters' || y?.param === 'n_clusters';
  const found = isAsked ? 'n_clusters_found' : 'n_clusters';
  return [found, 'n_noise', 'inertia', 'distortion', 'n_iter', ...metricSpecs.map(({ name }) => name), 'seconds'];
}

/**
 * A sweep as a Python script: it runs every cell with scikit-learn and prints the table of the page as CSV, but for the
 * seconds, which are its own. Repeats are left out.
 * @throws RecipeError for data that a script cannot come by
 */
export function sweepToPython(sweep: Sweep): string {
  const { recipe, x, y } = sweep;
  const { xs, ys } = gridOf(sweep);
  const pieces = [dataPiece(recipe), choicePiece(recipe), scalerPiece(recipe)];
  const fit = fitPiece(sweep);
  const imports = new Set([
    ...pieces.flatMap((piece) => piece.imports),
    ...fit.imports,
    'import csv',
    'import sys',
    'import time',
    'import numpy as np',
    'from sklearn import metrics',
  ]);
  const data = pieces.map(({ lines }) => lines.join('\n')).filter((block) => block !== '');
  const axis = (name: string, values: readonly ParamValue[]) => `${name}_values = ${pythonValue(values as ParamValue)}`;
  const lists = [axis(x.param, xs), ...(y ? [axis(y.param, ys)] : [])];
  const columns = [x.param, ...(y ? [y.param] : []), ...cellColumns(sweep), 'error'];
  const loops = y
    ? [`for ${y.param} in ${y.param}_values:`, `    for ${x.param} in ${x.param}_values:`]
    : [`for ${x.param} in ${x.param}_values:`];
  const indent = '    '.repeat(loops.length);
  const own = [`"${x.param}": ${x.param}`, ...(y ? [`"${y.param}": ${y.param}`] : [])].join(', ');
  const body = [
    `row = {${own}}`,
    'try:',
    '    started = time.perf_counter()',
    ...fit.lines.map((line) => `    ${line}`),
    '    labels = model.fit_predict(X)',
    '    row["seconds"] = time.perf_counter() - started',
    '    row.update(figures(model, labels))',
    'except ValueError as error:',
    '    row["error"] = str(error)',
    'table.writerow(row)',
  ];
  return [
    [...imports].sort().join('\n'),
    ...data,
    figuresFunction(sweep),
    lists.join('\n'),
    [
      `columns = [${columns.map((column) => `"${column}"`).join(', ')}]`,
      'table = csv.DictWriter(sys.stdout, columns, lineterminator="\\n")',
      'table.writeheader()',
      ...loops,
      ...body.map((line) => indent + line),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Stands for a swept value in the constructor's call: no value of a parameter looks like this. */
const place = (name: string) => `@@${name}@@`;

/** The estimator with the names of the swept parameters in place of their values. */
function fitPiece(sweep: Sweep): { imports: readonly string[]; lines: readonly string[] } {
  const { recipe, x, y } = sweep;
  const spec = algorithmSpec(recipe.algorithm)!;
  const { xs, ys } = gridOf(sweep);
  const swept = [x.param, ...(y ? [y.param] : [])];
  const params = { ...cellParams(sweep, xs[0]!, ys[0]!) };
  for (const name of swept) params[name] = place(name);
  const complete = completeParams(spec.params, params);
  const given = withoutDefaults(spec.params, params);
  const piece = spec.python?.(complete) ?? {
    imports: [`from sklearn.cluster import ${recipe.algorithm}`],
    lines: [`model = ${pythonCall(recipe.algorithm, spec.params, given)}`],
  };
  const named = (line: string) =>
    swept.reduce((text, name) => text.replaceAll(`"${place(name)}"`, name).replaceAll(place(name), name), line);
  return { imports: piece.imports, lines: piece.lines.map(named) };
}

/** A Python function from the fitted model and its labels to the figures of a row. */
function figuresFunction(sweep: Sweep): string {
  const { recipe } = sweep;
  const sampled = silhouetteSample(recipe);
  const external = hasClasses(recipe)
    ? metricSpecs
        .filter(({ needs }) => needs === 'y')
        .map(({ name }) => `    row["${name}"] = metrics.${name}(y, labels)`)
    : [];
  const internal = metricSpecs
    .filter(({ needs }) => needs === 'X')
    .map(
      ({ name }) => `        row["${name}"] = metrics.${name}(X, labels${name === 'silhouette_score' ? sampled : ''})`,
    );
  return [
    'def figures(model, labels):',
    '    found = sorted(set(labels) - {-1})',
    `    row = {"${cellColumns(sweep)[0]}": len(found), "n_noise": (labels == -1).sum()}`,
    '    row["inertia"] = getattr(model, "inertia_", None)',
    '    row["n_iter"] = getattr(model, "n_iter_", None)',
    '    if found:',
    '        parts = [X[labels == label] for label in found]',
    '        row["distortion"] = np.concatenate([np.linalg.norm(part - part.mean(axis=0), axis=1) for part in parts]).mean()',
    ...external,
    '    if 1 < len(set(labels)) < len(X):',
    ...internal,
    '    return row',
  ].join('\n');
}
