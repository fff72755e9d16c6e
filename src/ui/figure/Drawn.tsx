import { useMemo } from 'react';
import { createFigure } from '../../charts/figure/figure.ts';
import type { FigureCallbacks, FigureData } from '../../charts/figure/types.ts';
import { useChart } from '../useChart.ts';

/** The chart itself, drawn by a function. */
export function Drawn({ draw, label, ...callbacks }: FigureData & FigureCallbacks) {
  const data = useMemo<FigureData>(() => ({ draw, label }), [draw, label]);
  const node = useChart(createFigure, data, callbacks);
  return <div ref={node} />;
}
