import { useCallback, useMemo } from 'react';
import { divergingRamp, type HeatMapData, heatMap } from '../../../charts/explore/heat-map.ts';
import { type ImageGridData, imageGrid } from '../../../charts/explore/image-grid.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { PcaAnswer } from '../../../engine/explore/types.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useTheme } from '../../../ui/useTheme.ts';
import { grounds } from '../grounds.ts';
import type { Explored } from '../useExplore.ts';
import { percent } from '../words.ts';
import { heaviest, NOTHING } from './words.ts';

const MOST_COLUMNS = 30;
const MOST_COMPONENTS = 8;

/** Components of pixels are pictures themselves. */
function imageData(
  { components, columns, count, ratio }: PcaAnswer,
  size: { width: number; height: number },
): ImageGridData {
  const d = columns.length;
  const shown = Math.min(12, count);
  const part = components.subarray(0, shown * d);
  return {
    ...size,
    images: Array.from({ length: shown }, (_, k) => ({
      caption: `${k + 1} (${percent(ratio[k]!)})`,
      pixels: components.subarray(k * d, (k + 1) * d),
    })),
    most: part.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    diverging: true,
    side: 84,
  };
}

function tableData({ summary }: Explored, answer: PcaAnswer): HeatMapData {
  const { components, columns, count, ratio } = answer;
  const d = columns.length;
  const shown = Math.min(MOST_COMPONENTS, count);
  const rows = heaviest(answer, shown, MOST_COLUMNS).sort((a, b) => a - b);
  const values = new Float64Array(rows.length * shown);
  for (const [at, j] of rows.entries()) for (let k = 0; k < shown; k++) values[at * shown + k] = components[k * d + j]!;
  return {
    rowNames: rows.map((j) => summary.featureNames[columns[j]!]!),
    columnNames: Array.from({ length: shown }, (_, k) => `${k + 1} (${percent(ratio[k]!)})`),
    values,
    limit: 1,
    valueName: 'loading',
  };
}

/** How much each column weighs in each component. */
export function Loadings({ explored, answer }: { explored: Explored; answer: PcaAnswer }) {
  const ramp = divergingRamp(grounds[useTheme()]);
  const { image, featureNames, cols } = explored.summary;
  const pictures = image !== null && answer.columns.length === cols;
  const most = useMemo(() => answer.components.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0), [answer]);
  const draw = useCallback(
    (context: FigureContext) =>
      image && pictures ? imageGrid(imageData(answer, image), context) : heatMap(tableData(explored, answer), context),
    [explored, answer, image, pictures],
  );
  const limit = pictures ? most.toFixed(2) : '1';
  const sentences = Array.from({ length: Math.min(4, answer.count) }, (_, k) => {
    const own = answer.components.subarray(k * answer.columns.length, (k + 1) * answer.columns.length);
    const order = Array.from(own.keys()).sort((a, b) => Math.abs(own[b]!) - Math.abs(own[a]!));
    const parts = order
      .slice(0, 3)
      .map((j) => `${featureNames[answer.columns[j]!]} ${own[j]!.toFixed(2).replace('-', '−')}`);
    return `Component ${k + 1}: ${parts.join(', ')}.`;
  });
  const shown = Math.min(MOST_COLUMNS, answer.columns.length);
  return (
    <Figure
      title="Loadings"
      subtitle={
        pictures
          ? 'each component as a picture: what is blue is brighter where a digit lies far along it'
          : `weight of each column in each component${shown < answer.columns.length ? `; the ${shown} of ${answer.columns.length} columns that weigh the most` : ''}`
      }
      summary={sentences.length > 0 ? sentences : NOTHING}
      legend={{ ramp: { title: 'loading', colors: ramp, ticks: [`−${limit}`, '0', `+${limit}`] } }}
      empty={answer.count === 0 ? NOTHING : null}
      draw={draw}
    />
  );
}
