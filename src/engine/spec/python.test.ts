import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecipe } from '../../../tests/support/recipes.ts';
import { METRIC_NAMES } from '../metrics/specs.ts';
import { recipeToPython } from './python.ts';

test('a table with features, rows and a scaler', () => {
  const script = recipeToPython({
    dataset: 'iris',
    features: ['petal length (cm)', 3],
    scaler: 'standard',
    rows: 120,
    algorithm: 'KMeans',
    params: { n_clusters: 3, n_init: 'auto', random_state: 42 },
  });
  const head = script.slice(0, script.indexOf('print('));
  expect(head).toBe(`from sklearn import metrics
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)

X, y = X[:120], y[:120]
X = X[:, [2, 3]]  # petal length (cm), petal width (cm)

X = StandardScaler().fit_transform(X)

model = KMeans(n_clusters=3, random_state=42)
labels = model.fit_predict(X)

`);
  for (const name of METRIC_NAMES) expect(script).toContain(`metrics.${name}(`);
});

test('generators: tuples where scikit-learn wants them, None for null, no classes where there are none', () => {
  const script = (dataset: { make: string; [name: string]: number | string | boolean | null | readonly number[] }) =>
    recipeToPython({ dataset, algorithm: 'KMeans', params: {} });
  expect(script({ make: 'make_moons', n_samples: [30, 40], noise: 0.05, shuffle: false })).toContain(
    'X, y = make_moons(n_samples=(30, 40), noise=0.05, shuffle=False)\n',
  );
  expect(script({ make: 'make_blobs', center_box: [-1, 1], cluster_std: [1, 2, 3] })).toContain(
    'X, y = make_blobs(cluster_std=[1, 2, 3], center_box=(-1, 1))\n',
  );
  const roll = script({ make: 'make_swiss_roll', random_state: 0 });
  expect(roll).toContain('X, _ = make_swiss_roll(random_state=0)\n');
  expect(roll).not.toContain('(y, labels)');
  expect(script({ make: 'aniso', random_state: null })).toContain(
    'make_blobs(n_samples=500, random_state=None)\nX = X @',
  );
});

test('own points and centres by hand', () => {
  const script = recipeToPython({
    dataset: { X: [[0, 1.5], [1e-7, 3]], y: ['a', 'b"'] }, // biome-ignore format: short
    algorithm: 'KMeans',
    params: { n_clusters: 1, init: [[1, 2]], algorithm: 'elkan' },
  });
  expect(script).toContain('X = np.array([\n    [0, 1.5],\n    [1e-7, 3],\n], dtype=float)\n');
  expect(script).toContain('y = np.array([\n    "a",\n    "b\\"",\n])\n');
  expect(script).toContain('# Without a random_state every run may differ.\n');
  expect(script).toContain('model = KMeans(n_clusters=1, init=[[1, 2]], algorithm="elkan")\n');
});

test('past 10,000 rows the silhouette is the sample’s, as in the result', () => {
  const script = (n_samples: number) =>
    recipeToPython({ dataset: { make: 'make_moons', n_samples }, algorithm: 'KMeans', params: {} });
  expect(script(10_001)).toContain('metrics.silhouette_score(X, labels, sample_size=10000, random_state=0)');
  expect(script(10_000)).toContain('metrics.silhouette_score(X, labels)');
  // How many rows a file has is known when the script runs.
  expect(recipeToPython({ dataset: { csv: 'large.csv' }, algorithm: 'KMeans', params: {} })).toContain(
    'metrics.silhouette_score(X, labels, sample_size=10000 if len(X) > 10000 else None, random_state=0)',
  );
});

test('every recipe has a script, which imports what it uses and nothing else', () => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      const script = recipeToPython(recipe);
      const imported = [...script.matchAll(/^(?:from \S+ )?import (?:\S+ as )?(\S+)$/gm)].map(([, name]) => name!);
      const body = script.replaceAll(/^(from|import) .*$/gm, '').replaceAll(/"(?:[^"\\\n]|\\.)*"|#.*$/gm, '""');
      for (const name of imported) expect(body).toMatch(new RegExp(`\\b${name}\\b`));
      const called = [...body.matchAll(/(?<![.\w])([A-Za-z_]\w*)(?=\()/g)].map(([, name]) => name!);
      const classes = called.filter((name) => /^(make_|load_|[A-Z])/.test(name));
      expect(imported).toEqual(expect.arrayContaining(classes));
      expect(body).not.toMatch(/\b(undefined|NaN|null|true|false)\b|\[object/);
    }),
  );
});

test('a file is read as pandas reads it, with the columns and the rows that we have', () => {
  const dataset = { csv: 'a.csv', target: 'kind', columns: ['b', 'a'], sep: ';', decimal: ',', header: false } as const;
  const script = recipeToPython({ dataset, features: ['a'], algorithm: 'KMeans', params: {} });
  for (const line of [
    'table = pd.read_csv("a.csv", sep=";", decimal=",", header=None, na_values=["?"])',
    'table = table.dropna(subset=columns + ["kind"])',
    'X = table[columns].to_numpy(dtype=float)',
    'y = table["kind"].to_numpy()',
    'X = X[:, [1]]  # a',
  ]) {
    expect(script).toContain(`${line}\n`);
  }
});

test('IDX files are read one after the other', () => {
  const dataset = { idx: ['a', 'b.gz'], labels: ['c', 'd'], transposed: true };
  const script = recipeToPython({ dataset, scaler: 'unit', algorithm: 'KMeans', params: {} });
  for (const line of ['images = images.transpose(0, 2, 1)', 'X = X / 255', '    "b.gz",', 'print("v_measure_score:"']) {
    expect(script).toContain(line);
  }
});
