import './gallery.css';
import { createContingency } from '../contingency/contingency.ts';
import { createDendrogram } from '../dendrogram/dendrogram.ts';
import { createScatterMatrix } from '../explore/matrix/scatter-matrix.ts';
import { createParallel } from '../explore/parallel/parallel.ts';
import { createFigure } from '../figure/figure.ts';
import { palette } from '../palette.ts';
import { createSilhouette } from '../silhouette/silhouette.ts';
import type { SilhouetteData } from '../silhouette/types.ts';
import { createStage } from '../stage/stage.ts';
import type { StageData } from '../stage/types.ts';
import { createTrack } from '../track/track.ts';
import {
  contingencyExamples,
  cutAnew,
  dendrogramExamples,
  irisSteps,
  silhouetteExamples,
  stageExamples,
  stageStep,
  trackExamples,
} from './examples.ts';

import { figureExamples, tableExamples } from './explore-examples.ts';

const theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.dataset.mantineColorScheme = theme;
const colors = palette(theme);
const page = document.querySelector('main')!;

function card(name: string, kind: string): HTMLElement {
  const section = document.createElement('section');
  section.className = `card ${kind}`;
  const title = document.createElement('h2');
  title.textContent = name;
  const node = document.createElement('div');
  node.className = 'chart';
  section.append(title, node);
  page.append(section);
  return node;
}

/** After a selection gesture: what is selected then. */
function combine(before: ReadonlySet<number> | null, rows: Int32Array, mode: 'replace' | 'add' | 'remove') {
  const next = new Set(mode === 'replace' ? [] : (before ?? []));
  for (const row of rows) {
    if (mode === 'remove') next.delete(row);
    else next.add(row);
  }
  return next.size > 0 ? next : null;
}

for (const [name, make] of Object.entries(stageExamples)) {
  let data: StageData = make(colors);
  const stage = createStage(card(name, 'stage'), {
    onHover(hovered) {
      const own = hovered === null ? null : data.labels[hovered];
      const to = data.centers.map(({ x, y, slot, label }) => ({ x, y, slot, nearest: label === own }));
      data = { ...data, hovered, spokes: hovered === null ? null : { row: hovered, to, disc: null, path: [] } };
      stage.update(data);
    },
    onSelect(rows, mode) {
      data = { ...data, selection: combine(data.selection, rows, mode) };
      stage.update(data);
    },
    onClearSelection() {
      data = { ...data, selection: null };
      stage.update(data);
    },
    onCenterDrag(label, x, y, done) {
      const centers = data.centers.map((center) => (center.label === label ? { ...center, x, y } : center));
      data = { ...data, centers, animate: done };
      stage.update(data);
    },
  });
  stage.update(data);
}

const player = createStage(card('Play', 'stage'));
let shown = 0;
const track = createTrack(card('Play', 'track'), { onSeek: show });
function show(index: number): void {
  shown = index;
  player.update(stageStep(index, colors));
  track.update({ ...trackExamples['K-Means']!, index, valueText: `Step ${index} of ${irisSteps.length - 1}` });
}
show(shown);

for (const [name, example] of Object.entries(trackExamples)) {
  let data = example;
  const chart = createTrack(card(name, 'track'), {
    onSeek(index) {
      data = { ...data, index };
      chart.update(data);
    },
  });
  chart.update(data);
}

for (const [name, make] of Object.entries(silhouetteExamples)) {
  let data: SilhouetteData = make(colors);
  const chart = createSilhouette(card(name, 'silhouette'), {
    onHover(hovered) {
      data = { ...data, hovered };
      chart.update(data);
    },
    onSelect(rows, mode) {
      data = { ...data, selection: combine(data.selection, rows, mode) };
      chart.update(data);
    },
    onClearSelection() {
      data = { ...data, selection: null };
      chart.update(data);
    },
  });
  chart.update(data);
}

for (const [name, make] of Object.entries(contingencyExamples)) {
  let data = make(colors);
  const chart = createContingency(card(name, 'contingency'), {
    onSelect(rows, mode) {
      data = { ...data, selection: combine(data.selection, rows, mode) };
      chart.update(data);
    },
    onClearSelection() {
      data = { ...data, selection: null };
      chart.update(data);
    },
  });
  chart.update(data);
}

for (const [name, make] of Object.entries(dendrogramExamples)) {
  let data = make(colors);
  const chart = createDendrogram(card(name, 'dendrogram'), {
    onCut(height) {
      data = cutAnew(data, height);
      chart.update(data);
    },
    onHover(hovered) {
      data = { ...data, hovered };
      chart.update(data);
    },
    onSelect(rows, mode) {
      data = { ...data, selection: combine(data.selection, rows, mode) };
      chart.update(data);
    },
    onClearSelection() {
      data = { ...data, selection: null };
      chart.update(data);
    },
  });
  chart.update(data);
}

for (const [name, make] of Object.entries(figureExamples)) {
  createFigure(card(name, 'figure')).update({ draw: make(colors), label: name });
}

for (const [name, make] of Object.entries(tableExamples)) {
  for (const create of [createScatterMatrix, createParallel]) {
    let data = make(colors);
    const chart = create(card(name, 'figure'), {
      onSelect(rows, mode) {
        data = { ...data, selection: combine(data.selection, rows, mode) };
        chart.update(data);
      },
      onClearSelection() {
        data = { ...data, selection: null };
        chart.update(data);
      },
      onHover(hovered) {
        data = { ...data, hovered };
        chart.update(data);
      },
    });
    chart.update(data);
  }
}
