import { algorithmSpec } from '../algorithms/specs.ts';
import { type IdxRef, isCsv, isFile, isMade, isPoints } from '../dataset-ref.ts';
import { metricSpecs } from '../metrics/specs.ts';
import type { Recipe } from '../recipe.ts';
import type { PythonPiece, Scaler } from './dataset.ts';
import { completeParams, withoutDefaults } from './defaults.ts';
import { featureColumns, fullScaleOf, knownFeatureNames, specOf } from './features.ts';
import { columnInFile, csvPiece, idxPiece } from './python-files.ts';
import { pythonCall, pythonRows } from './python-values.ts';
import { silhouetteSample } from './silhouette-sample.ts';

const SCALER_CLASS: Readonly<Partial<Record<Scaler, string>>> = { standard: 'StandardScaler', minmax: 'MinMaxScaler' };

/**
 * The recipe as a Python script: it loads or makes the same points, fits with scikit-learn, and prints the very same labels
 * and scores.
 * @throws RecipeError for a feature that is not there
 */
export function recipeToPython(recipe: Recipe): string {
  const pieces = [dataPiece(recipe), choicePiece(recipe), scalerPiece(recipe), fitPiece(recipe), scorePiece(recipe)];
  const imports = [...new Set(pieces.flatMap((piece) => piece.imports))].sort();
  const blocks = pieces.map(({ lines }) => lines.join('\n')).filter((block) => block !== '');
  return `${imports.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

/** Whether there are true classes to score against. */
export function hasClasses({ dataset }: Recipe): boolean {
  if (isPoints(dataset)) return dataset.y !== undefined;
  if (isFile(dataset)) return (isCsv(dataset) ? dataset.target : dataset.labels) !== undefined;
  return (specOf(dataset)?.classNoun ?? null) !== null;
}

/** The lines that leave the data of a recipe as `X`, and as `y` its true classes where it has them. */
export function dataPiece(recipe: Recipe): PythonPiece {
  const { dataset } = recipe;
  const spec = specOf(dataset);
  if (spec) {
    const params = isMade(dataset) ? withoutDefaults(spec.params, dataset) : {};
    if (spec.python) return spec.python(completeParams(spec.params, params));
    const loader = spec.generated ? spec.id : `load_${spec.id}`;
    const call = spec.generated ? pythonCall(loader, spec.params, params) : `${loader}(return_X_y=True)`;
    const target = hasClasses(recipe) ? 'y' : '_';
    return { imports: [`from sklearn.datasets import ${loader}`], lines: [`X, ${target} = ${call}`] };
  }
  if (isPoints(dataset)) {
    const lines = [`X = np.array(${pythonRows(dataset.X)}, dtype=float)`];
    if (dataset.y) lines.push(`y = np.array(${pythonRows(dataset.y)})`);
    return { imports: ['import numpy as np'], lines };
  }
  return isCsv(dataset) ? csvPiece(dataset) : idxPiece(dataset as IdxRef);
}

/** The lines that keep the rows and features that a recipe chooses. */
export function choicePiece(recipe: Recipe): PythonPiece {
  const { dataset, features, rows } = recipe;
  const lines: string[] = [];
  if (rows !== undefined) {
    lines.push(hasClasses(recipe) ? `X, y = X[:${rows}], y[:${rows}]` : `X = X[:${rows}]`);
  }
  if (features) {
    const names = knownFeatureNames(dataset);
    const columns = names ? featureColumns(features, names) : features.map(columnInFile);
    const chosen = names ? columns.map((column) => names[Number(column)]).join(', ') : '';
    const comment = names ? `  # ${chosen.replaceAll(/\s+/g, ' ')}` : '';
    lines.push(`X = X[:, [${columns.join(', ')}]]${comment}`);
  }
  return { imports: [], lines };
}

/** The lines that scale `X`; none without a scaler. */
export function scalerPiece({ dataset, scaler = 'none' }: Recipe): PythonPiece {
  const name = SCALER_CLASS[scaler];
  if (name)
    return { imports: [`from sklearn.preprocessing import ${name}`], lines: [`X = ${name}().fit_transform(X)`] };
  if (scaler === 'none') return { imports: [], lines: [] };
  return { imports: [], lines: [`X = X / ${fullScaleOf(dataset) ?? 1}`] };
}

function fitPiece({ algorithm, params }: Recipe): PythonPiece {
  const spec = algorithmSpec(algorithm);
  const specs = spec?.params ?? {};
  const complete = completeParams(specs, params);
  const { imports, lines } = spec?.python?.(complete) ?? {
    imports: [`from sklearn.cluster import ${algorithm}`],
    lines: [`model = ${pythonCall(algorithm, specs, withoutDefaults(specs, params))}`],
  };
  const warning = complete.random_state === null ? ['# Without a random_state every run may differ.'] : [];
  return { imports, lines: [...warning, ...lines, 'labels = model.fit_predict(X)'] };
}

function scorePiece(recipe: Recipe): PythonPiece {
  const lines = [
    'print("labels:", labels.tolist())',
    'print("n_clusters:", len(set(labels) - {-1}), "n_noise:", (labels == -1).sum())',
  ];
  if (hasClasses(recipe)) lines.push(...scoreLines('y', 'y', ''));
  lines.push('if 1 < len(set(labels)) < len(X):', ...scoreLines('X', 'X', '    '));
  const i = lines.findIndex((line) => line.includes('silhouette_score'));
  lines[i] = lines[i]!.replace('labels', `labels${silhouetteSample(recipe)}`);
  return { imports: ['from sklearn import metrics'], lines };
}

function scoreLines(needs: 'X' | 'y', first: string, indent: string): string[] {
  return metricSpecs
    .filter((spec) => spec.needs === needs)
    .map(({ name }) => `${indent}print("${name}:", metrics.${name}(${first}, labels))`);
}
