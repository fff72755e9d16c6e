import { useMemo } from 'react';
import { createFlows } from '../../../charts/flows/flows.ts';
import type { FlowSide, FlowsCallbacks, FlowsData } from '../../../charts/flows/types.ts';
import type { Noun } from '../../../engine/spec/algorithm.ts';
import { counted } from '../../../engine/spec/words.ts';
import { useView } from '../../../state/view.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import classes from './difference.module.css';

const callbacks: FlowsCallbacks = { onSelect: (rows, mode) => useView.getState().select(rows, mode) };

interface Props {
  from: FlowSide;
  to: FlowSide;
  moved: number;
  noun: Noun;
}

function Chart({ from, to, noun }: Omit<Props, 'moved'>) {
  const palette = usePalette();
  const selection = useView((view) => view.selection);
  const data = useMemo<FlowsData>(() => ({ from, to, noun, palette, selection }), [from, to, noun, palette, selection]);
  const node = useChart(createFlows, data, callbacks);
  const clusters = Math.max(new Set(from.labels).size, new Set(to.labels).size);
  return <div ref={node} className={classes.flows} style={{ height: Math.min(640, Math.max(320, clusters * 28)) }} />;
}

/** Which rows went from which cluster to which. */
export function Flows(props: Props) {
  const { from, to, moved, noun } = props;
  return (
    <Figure
      title="Flows between two results"
      subtitle="strong: to a cluster that does not match; pale: stays. A click selects (Shift adds, Alt removes)"
      summary={`${counted(from.labels.length, noun)} by their cluster in ${from.title} and in ${to.title}; ${counted(moved, noun)} moved to a cluster that does not match. Each flow is a button that selects its rows.`}
    >
      <Chart {...props} />
    </Figure>
  );
}
