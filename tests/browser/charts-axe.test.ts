import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { createContingency } from '../../src/charts/contingency/contingency.ts';
import { createDendrogram } from '../../src/charts/dendrogram/dendrogram.ts';
import {
  contingencyExamples,
  dendrogramExamples,
  silhouetteExamples,
  stageExamples,
  trackExamples,
} from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { createSilhouette } from '../../src/charts/silhouette/silhouette.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import { createTrack } from '../../src/charts/track/track.ts';
import { box, frames } from './charts-support.ts';

describe('axe finds nothing serious', () => {
  const all = (scheme: 'light' | 'dark') => [
    ...Object.entries(stageExamples).map(([name, make]) => {
      return [
        `stage: ${name}`,
        (node: HTMLElement) => {
          const chart = createStage(node, { onCenterDrag() {} });
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(trackExamples).map(([name, data]) => {
      return [
        `track: ${name}`,
        (node: HTMLElement) => {
          const chart = createTrack(node);
          chart.update(data);
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(silhouetteExamples).map(([name, make]) => {
      return [
        `silhouette: ${name}`,
        (node: HTMLElement) => {
          const chart = createSilhouette(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(dendrogramExamples).map(([name, make]) => {
      return [
        `dendrogram: ${name}`,
        (node: HTMLElement) => {
          const chart = createDendrogram(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(contingencyExamples).map(([name, make]) => {
      return [
        `contingency: ${name}`,
        (node: HTMLElement) => {
          const chart = createContingency(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
  ];

  test.each(['light', 'dark'] as const)('in the %s theme', async (scheme) => {
    document.documentElement.dataset.mantineColorScheme = scheme;
    const charts = all(scheme).map(([name, create]) => {
      const node = box(420, 320);
      node.style.position = 'static';
      node.dataset.name = name;
      return { node, chart: create(node) };
    });
    await frames();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    for (const { node, chart } of charts) {
      chart.destroy();
      node.remove();
    }
    document.documentElement.removeAttribute('data-mantine-color-scheme');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
