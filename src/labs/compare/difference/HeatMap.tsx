import { cell, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { Drawing, FigureContext } from '../../../charts/figure/types.ts';
import type { Noun } from '../../../engine/spec/algorithm.ts';
import { counted } from '../../../engine/spec/words.ts';
import { useView } from '../../../state/view.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { contingencyOf, rowsOfPair, type Shared } from './difference.ts';

/** More cells nobody reads. */
const MOST_CELLS = 900;
const ramp = ['var(--cs-surface)', 'var(--cs-accent)'];

interface Props {
  names: readonly [string, string];
  before: Int32Array;
  after: Int32Array;
  noun: Noun;
}

/** The contingency table of two results; a click on a cell selects its rows. */
export function HeatMap({ names, before, after, noun }: Props) {
  const pairs = useMemo(() => contingencyOf(before, after), [before, after]);
  const rows = new Set(pairs.map(({ from }) => from)).size;
  const columns = new Set(pairs.map(({ to }) => to)).size;
  const draw = useCallback(
    ({ width, theme }: FigureContext): Drawing => {
      const side = Math.min(56, Math.max(14, (width - 72) / columns));
      const room = side >= 28;
      return {
        width: Math.min(width, 72 + side * columns),
        height: 56 + Math.min(40, side) * rows,
        marginLeft: 64,
        marginTop: 40,
        marginBottom: 8,
        x: { type: 'band', label: `${names[1]} →`, axis: 'top', padding: 0.05 },
        y: { type: 'band', label: `↓ ${names[0]}`, padding: 0.05 },
        color: { type: 'linear', domain: [0, 1], range: [theme.surface, theme.accent], interpolate: 'lab' },
        marks: [
          cell(pairs, {
            x: 'to',
            y: 'from',
            fill: 'share',
            stroke: theme.line,
            inset: 0.5,
            rx: 2,
            channels: { [noun.many]: 'count', share: ({ share }: Shared) => `${(share * 100).toFixed(1)} %` },
            tip: {
              format: {
                fill: false,
                x: (to: string) => `${names[1]}: ${to}`,
                y: (from: string) => `${names[0]}: ${from}`,
              },
            },
          }),
          ...(room
            ? [
                text(pairs, {
                  x: 'to',
                  y: 'from',
                  text: ({ count }: Shared) => (count === 0 ? '' : String(count)),
                  fill: ({ share }: Shared) => (share > 0.5 ? theme.surface : theme.text),
                  pointerEvents: 'none',
                }),
              ]
            : []),
        ],
      };
    },
    [pairs, rows, columns, names, noun],
  );
  const summary = pairs
    .filter(({ count }) => count > 0)
    .slice(0, 60)
    .map(({ from, to, count }) => `${counted(count, noun)} in ${names[0]} ${from} and ${names[1]} ${to}`);
  return (
    <Figure
      title="Contingency of two results"
      subtitle={`${noun.many} a cell; the colour is the share of the row`}
      summary={summary}
      legend={{ ramp: { title: 'share of the row’s cluster', colors: ramp, ticks: ['0 %', '50 %', '100 %'] } }}
      empty={pairs.length > MOST_CELLS ? `Not drawn: ${rows} × ${columns} clusters are too many.` : null}
      draw={draw}
      onPick={(datum) => useView.getState().select(rowsOfPair(before, after, datum as Shared))}
    />
  );
}
