import type { ContingencyData } from '../contingency/types.ts';
import { clustersAt } from '../dendrogram/cut.ts';
import type { DendrogramData } from '../dendrogram/types.ts';
import type { SilhouetteData } from '../silhouette/types.ts';
import type { StageData } from '../stage/types.ts';
import type { TrackData } from '../track/types.ts';
import { overlayExample } from './overlay-example.ts';
import {
  blobs,
  cell,
  cutTree,
  lloyd,
  mergeTree,
  petals,
  type Sample,
  type Step,
  silhouettes,
  source,
} from './samples.ts';

const START = [
  [1.3, 0.3],
  [3.3, 1],
  [4.2, 1.3],
] as const;

export const iris: Sample = petals();
export const irisSteps: readonly Step[] = lloyd(iris, START);

const nothing = new Int32Array(0);
const species = ['setosa', 'versicolor', 'virginica'];

function plain(sample: Sample, labels: Int32Array, palette: readonly string[]): StageData {
  return {
    x: sample.x,
    y: sample.y,
    labels,
    colorOf: labels,
    shapeOf: null,
    changed: nothing,
    centers: [],
    movable: true,
    overlay: null,
    regions: [],
    selection: null,
    hovered: null,
    spokes: null,
    palette,
    axes: { key: 'plain', x: { title: 'x' }, y: { title: 'y' } },
    tool: 'pan',
    animate: true,
    summary: `${sample.x.length} points`,
  };
}

/** One step of K-Means on the petals, as the Cluster lab shows it. */
export function stageStep(index: number, palette: readonly string[]): StageData {
  const step = irisSteps[Math.min(index, irisSteps.length - 1)]!;
  const trail = (c: number) =>
    irisSteps
      .slice(0, index)
      .map((before) => before.centers[c]!)
      .filter((place, i, all) => i === 0 || place !== all[i - 1]);
  return {
    ...plain(iris, step.labels, palette),
    shapeOf: Uint8Array.from(iris.classes),
    changed: step.changed,
    centers: step.centers.map(([x, y], c) => ({ x, y, label: c, slot: c, trail: trail(c) })),
    regions: step.centers.map((_, c) => ({ slot: c, polygon: cell(step.centers, c, [-5, -5, 15, 10]) })),
    axes: { key: 'petals', x: { title: 'petal length (cm)' }, y: { title: 'petal width (cm)' } },
    summary: 'Petal length against petal width of 150 flowers in 3 clusters',
  };
}

/** The same with a point under the pointer. */
export function stageHover(palette: readonly string[]): StageData {
  const data = stageStep(4, palette);
  const row = 104;
  const own = data.labels[row];
  return {
    ...data,
    hovered: row,
    spokes: {
      row,
      to: data.centers.map(({ x, y, slot, label }) => ({ x, y, slot, nearest: label === own })),
      disc: null,
      path: [],
    },
  };
}

export const stageExamples: Readonly<Record<string, (palette: readonly string[]) => StageData>> = {
  'K-Means, assign': (palette) => stageStep(5, palette),
  'Hovered, spokes': stageHover,
  'Before the first step': (palette) => stageStep(0, palette),
  Selection: (palette) => ({
    ...stageStep(3, palette),
    selection: new Set(Array.from({ length: 40 }, (_, i) => 60 + i)),
    movable: true,
    overlay: null,
    regions: [],
  }),
  'Noise, every shape': (palette) => {
    const sample = blobs(
      240,
      Array.from({ length: 8 }, (_, c) => [c % 4, Math.floor(c / 4) * 1.5, 0.3] as const),
      3,
    );
    const random = source(5);
    const labels = sample.classes.map((c) => (random() < 0.2 ? -1 : c));
    return { ...plain(sample, labels, palette), shapeOf: Uint8Array.from(sample.classes) };
  },
  '22 clusters, 3,000 points': (palette) => {
    const random = source(11);
    const sample = blobs(
      3000,
      Array.from({ length: 22 }, () => [random() * 20, random() * 12, 0.6] as const),
      4,
    );
    return plain(sample, sample.classes, palette);
  },
  '10,000 points': (palette) => {
    const sample = blobs(10_000, [[0, 0, 1.2] as const, [4, 2, 1] as const, [-3, 3, 0.8] as const], 9);
    return plain(sample, sample.classes, palette);
  },
  'Far from zero, a constant column': (palette) => {
    const sample = blobs(60, [[0, 0, 1] as const, [4, 0, 1] as const], 2);
    return {
      ...plain({ ...sample, x: sample.x.map((v) => 1e6 + v), y: sample.y.map(() => 3) }, sample.classes, palette),
      axes: { key: 'far', x: { title: 'mean concave points (standardised)' }, y: { title: 'a constant' } },
    };
  },
  'Overlay, every mark': overlayExample,
  'One point': (palette) => plain(blobs(1, [[2, 2, 0]], 1), Int32Array.of(0), palette),
  'No points': (palette) => plain(blobs(0, [[2, 2, 0]], 1), nothing, palette),
};

const scores = irisSteps.map((step) => step.inertia);

export const trackExamples: Readonly<Record<string, TrackData>> = {
  'K-Means': { scores, index: 5, valueText: `Step 5 of ${scores.length - 1}`, animate: true },
  Gaps: { scores: [9, 7, null, null, 4, 3.5, null, 3], index: 3, valueText: 'Step 3 of 7', animate: true },
  '300 frames': {
    scores: Array.from({ length: 300 }, (_, i) => 40 * Math.exp(-i / 40) + Math.sin(i / 5) + 3),
    index: 120,
    valueText: 'Step 120 of 299',
    animate: true,
  },
  'One frame': { scores: [3], index: 0, valueText: 'The only step', animate: true },
  'No score': { scores: [null, null, null], index: 1, valueText: 'Step 1 of 2', animate: true },
};

function silhouette(sample: Sample, step: Step, palette: readonly string[]): SilhouetteData {
  const values = silhouettes(sample, step);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { values, labels: step.labels, colorOf: step.labels, mean, selection: null, hovered: null, palette };
}

export const silhouetteExamples: Readonly<Record<string, (palette: readonly string[]) => SilhouetteData>> = {
  Petals: (palette) => silhouette(iris, irisSteps.at(-1)!, palette),
  'Selection, hovered': (palette) => ({
    ...silhouette(iris, irisSteps.at(-1)!, palette),
    selection: new Set(Array.from({ length: 30 }, (_, i) => i * 3)),
    hovered: 75,
  }),
  'Negative values': (palette) => silhouette(iris, irisSteps[1]!, palette),
  'Three rows': (palette) => ({
    values: Float64Array.of(0.9, 0, 0.97),
    labels: Int32Array.of(0, 1, 0),
    colorOf: Int32Array.of(0, 1, 0),
    mean: 0.98,
    selection: null,
    hovered: null,
    palette,
  }),
  '10,000 rows, 20 clusters': (palette) => {
    const random = source(3);
    const labels = Int32Array.from({ length: 10_000 }, () => Math.floor(random() ** 2 * 20));
    return {
      values: Float64Array.from(labels, (label) => 0.8 - label / 40 - random() ** 3),
      labels,
      colorOf: labels,
      mean: 0.31,
      selection: null,
      hovered: null,
      palette,
    };
  },
  'One cluster': (palette) => ({
    values: null,
    labels: new Int32Array(150),
    colorOf: new Int32Array(150),
    mean: null,
    selection: null,
    hovered: null,
    palette,
  }),
};

export const contingencyExamples: Readonly<Record<string, (palette: readonly string[]) => ContingencyData>> = {
  'Species by cluster': (palette) => ({
    classes: iris.classes,
    classNames: species,
    labels: irisSteps.at(-1)!.labels,
    clusters: [0, 1, 2].map((label) => ({ label, slot: label })),
    selection: null,
    palette,
    caption: 'Species by cluster',
  }),
  Selection: (palette) => ({
    classes: iris.classes,
    classNames: species,
    labels: irisSteps.at(-1)!.labels,
    clusters: [0, 1, 2].map((label) => ({ label, slot: label })),
    selection: new Set(Array.from({ length: 60 }, (_, i) => i)),
    palette,
    caption: 'Species by cluster',
  }),
  'Ten digits, twelve clusters, noise': (palette) => {
    const random = source(8);
    const classes = Int32Array.from({ length: 1797 }, (_, i) => i % 10);
    const labels = classes.map((c) => (random() < 0.08 ? -1 : random() < 0.75 ? c : Math.floor(random() * 12)));
    return {
      classes,
      classNames: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'a long name of a class'],
      labels,
      clusters: [...Array.from({ length: 12 }, (_, c) => ({ label: c, slot: c })), { label: -1, slot: -1 }],
      selection: null,
      palette,
      caption: 'Digit by cluster',
    };
  },
};

function dendrogram(sample: Sample, clusters: number, palette: readonly string[]): DendrogramData {
  const tree = mergeTree(sample);
  return {
    ...tree,
    clusters,
    threshold: null,
    colorOf: cutTree(tree, clusters),
    made: null,
    selection: null,
    hovered: null,
    palette,
    scale: 'linear',
    cutName: 'Cut height',
    noun: { one: 'flower', many: 'flowers' },
  };
}

/** The same tree cut at another height. */
export function cutAnew(data: DendrogramData, height: number): DendrogramData {
  const clusters = clustersAt(data.heights, height);
  const tree = { children: Int32Array.from(data.children), heights: data.heights };
  return { ...data, threshold: height, clusters, colorOf: cutTree(tree, clusters) };
}

const few = blobs(24, [[0, 0, 1] as const, [6, 1, 1] as const, [3, 5, 1] as const], 6);

export const dendrogramExamples: Readonly<Record<string, (palette: readonly string[]) => DendrogramData>> = {
  'Few rows': (palette) => dendrogram(few, 3, palette),
  'Petals, the top of the tree': (palette) => dendrogram(iris, 4, palette),
  'Half merged, a row hovered': (palette) => ({ ...dendrogram(few, 2, palette), made: 14, hovered: 3 }),
  'Selection, logarithmic': (palette) => ({
    ...dendrogram(iris, 2, palette),
    scale: 'log',
    selection: new Set(Array.from({ length: 12 }, (_, i) => i)),
  }),
  'Far above all merges': (palette) => ({ ...dendrogram(few, 1, palette), threshold: 50 }),
  'Every row apart': (palette) => ({ ...dendrogram(iris, 150, palette), threshold: 0 }),
  'Two rows in one place': (palette) =>
    dendrogram({ x: Float64Array.of(1, 1), y: Float64Array.of(2, 2), classes: nothing }, 2, palette),
};
