import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// biome.json forbids single imports; what a file brings along through others only the whole graph tells.

const root = fileURLToPath(new URL('../..', import.meta.url));
const AT_ONCE = /^(?:import|export)\s+(?!type\b)[^;]*?['"](\.[^'"]+\.tsx?)['"];/gms;
const LATER = /\bimport\(\s*['"](\.[^'"]+\.tsx?)['"]\s*\)/g;

/** What a file imports, by the paths in the project: no types; with `later` also what it loads by `import(…)`. */
function importsOf(file: string, later: boolean): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(AT_ONCE), ...(later ? text.matchAll(LATER) : [])];
  return found.map(([, path]) => relative(root, join(root, dirname(file), path!)).replaceAll('\\', '/'));
}

/** The files that `entry` loads, itself included: at once, or, with `later`, ever. What it starts as a worker does not count. */
function loadedWith(entry: string, later = false): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    importsOf(file, later).forEach(visit);
  };
  visit(entry);
  return [...found];
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /(?<!\.d|\.test)\.tsx?$/.test(path));

test('the graph is followed', () => {
  const files = loadedWith('src/worker/worker.ts');
  expect(files).toContain('src/engine/index.ts');
  expect(files).toContain('src/engine/numeric/matrix.ts');
  expect(files.every((file) => existsSync(join(root, file)))).toBe(true);
});

test('the main thread, every lab included, loads no fit, no table, no metric, no kernel and no statistics', () => {
  const heavy = [
    /^src\/engine\/(index|prepare|fit|result)\.ts$/,
    /^src\/engine\/algorithms\/(fits|.*\/(fit|share))\.ts$/,
    /^src\/engine\/datasets\/(data|make)\//,
    /^src\/engine\/datasets\/(load|makers|tables|images|chunks|packed|idx|idx-table|csv\/(?!types)[\w-]+)\.ts$/,
    /^src\/engine\/metrics\/(?!specs|hungarian)/,
    /^src\/engine\/projections\/(?!specs|\w+\/spec\.ts)/,
    /^src\/engine\/numeric\/(?!neighbours\/metric\.ts)/,
    /^src\/engine\/(explore\/(?!types)|images|kernels|sweep)/,
  ];
  const files = loadedWith('src/main.tsx', true);
  expect(files).toContain('src/engine/algorithms/kmeans/spec.ts');
  for (const lab of ['explore/Explore', 'cluster/Cluster', 'compare/Compare', 'tune/Tune', 'images/Images']) {
    expect(files).toContain(`src/labs/${lab}Lab.tsx`);
  }
  expect(files.filter((file) => heavy.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('the main thread takes nothing of the worker’s side', () => {
  const own = loadedWith('src/main.tsx', true).filter((file) => file.startsWith('src/worker/'));
  expect(own).toContain('src/worker/client.ts');
  expect(
    own.filter((file) => /\/(worker|file-worker|helper|serve[\w-]*|kept-fit|raced|sharing)\.ts$/.test(file)),
  ).toEqual([]);
});

test('a lab imports no other lab', () => {
  const labOf = (file: string) => /^src\/labs\/(\w+)\//.exec(file)?.[1];
  const inLabs = sources.filter((file) => labOf(file));
  expect(new Set(inLabs.map(labOf)).size).toBe(5);
  const strays = inLabs.flatMap((file) =>
    importsOf(file, true)
      .filter((path) => path.startsWith('src/labs/') && labOf(path) !== labOf(file))
      .map((path) => `${file} → ${path}`),
  );
  expect(strays).toEqual([]);
});

test('imports run one way', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    labs: ['labs', 'ui', 'charts', 'state', 'worker', 'engine'],
    ui: ['ui', 'charts', 'state', 'worker', 'engine'],
    state: ['state', 'worker', 'engine'],
    worker: ['worker', 'engine'],
    engine: ['engine'],
    charts: ['charts', 'engine'],
  };
  const layerOf = (file: string) => /^src\/(\w+)\//.exec(file)?.[1] ?? '';
  const strays = sources
    .filter((file) => layerOf(file) in allowed)
    .flatMap((file) =>
      importsOf(file, true)
        .filter((path) => !allowed[layerOf(file)]!.includes(layerOf(path)))
        .map((path) => `${file} → ${path}`),
    );
  expect(strays).toEqual([]);
});

test('the worker’s first load brings no fit and no table: each comes when it is asked for', () => {
  const files = loadedWith('src/worker/worker.ts');
  expect(
    files.filter((file) =>
      /algorithms\/.*\/fit\.ts$|\/datasets\/data\/|projections\/(lay-out|\w+\/steps)\.ts$/.test(file),
    ),
  ).toEqual([]);
});
