import { useCallback, useMemo } from 'react';
import { createFigure } from '../../charts/figure/figure.ts';
import type { FigureCallbacks, FigureData } from '../../charts/figure/types.ts';
import { useChart } from '../useChart.ts';

/** The chart itself, drawn by a function. */
export function Drawn({ draw, label, reserve = 0, ...callbacks }: FigureData & FigureCallbacks & { reserve?: number }) {
  const data = useMemo<FigureData>(() => ({ draw, label }), [draw, label]);
  const create = useCallback((node: HTMLElement, on: FigureCallbacks) => createFigure(node, on, reserve), [reserve]);
  const node = useChart(create, data, callbacks);
  return <div ref={node} />;
}
