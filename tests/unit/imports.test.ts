import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// biome.json forbids single imports; what a file brings along through others only the whole graph tells.

const root = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?['"](\.[^'"]+\.tsx?)['"];/gms;

/** The files that `entry` loads at once, itself included, by their paths in the project: not types, not `import(…)`. */
function loadedWith(entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, path] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      visit(relative(root, join(root, dirname(file), path!)).replaceAll('\\', '/'));
    }
  };
  visit(entry);
  return [...found];
}

test('the graph is followed', () => {
  const files = loadedWith('src/worker/worker.ts');
  expect(files).toContain('src/engine/index.ts');
  expect(files).toContain('src/engine/numeric/matrix.ts');
  expect(files.every((file) => existsSync(join(root, file)))).toBe(true);
});

test('the main thread loads no fit, no table, no metric and nothing of the worker’s side', () => {
  const heavy = [
    /^src\/engine\/(index|prepare|fit)\.ts$/,
    /^src\/engine\/algorithms\/(fits|.*\/fit)\.ts$/,
    /^src\/engine\/datasets\/(data|make)\//,
    /^src\/engine\/datasets\/(load|makers|tables)\.ts$/,
    /^src\/engine\/metrics\/(?!specs|hungarian)/,
    /^src\/engine\/(numeric\/random-state|projections\/(?!specs|\w+\/spec\.ts))/,
    /^src\/worker\/(worker|serve)\.ts$/,
  ];
  const files = loadedWith('src/main.tsx');
  expect(files).toContain('src/engine/algorithms/kmeans/spec.ts');
  expect(files.filter((file) => heavy.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('the worker’s first load brings no fit and no table: each comes when it is asked for', () => {
  const files = loadedWith('src/worker/worker.ts');
  expect(
    files.filter((file) =>
      /algorithms\/.*\/fit\.ts$|\/datasets\/data\/|projections\/(lay-out|\w+\/steps)\.ts$/.test(file),
    ),
  ).toEqual([]);
});
