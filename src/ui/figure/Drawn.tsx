import { useCallback, useMemo } from 'react';
import { createFigure } from '../../charts/figure/figure.ts';
import type { FigureCallbacks, FigureData } from '../../charts/figure/types.ts';
import { useView } from '../../state/view.ts';
import { useChart } from '../useChart.ts';

interface Props extends Pick<FigureData, 'draw' | 'label' | 'rows'>, FigureCallbacks {
  reserve?: number;
}

/** The chart itself, drawn by a function. */
export function Drawn({ draw, label, rows, reserve = 0, ...callbacks }: Props) {
  const hovered = useView((view) => (rows ? view.hovered : null));
  const data = useMemo<FigureData>(() => ({ draw, label, rows, hovered }), [draw, label, rows, hovered]);
  const linked = rows && { onHover: (datum: unknown) => useView.getState().hover(rows.rowOf(datum)) };
  const create = useCallback((node: HTMLElement, on: FigureCallbacks) => createFigure(node, on, reserve), [reserve]);
  const node = useChart(create, data, { ...callbacks, ...linked });
  return <div ref={node} />;
}
