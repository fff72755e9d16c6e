import { useCallback } from 'react';
import { scree } from '../../../charts/explore/scree.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { PcaAnswer } from '../../../engine/explore/types.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { NOTHING, screeWords } from './words.ts';

/** How much of the variance lies along each component. */
export function Scree({ answer }: { answer: PcaAnswer }) {
  const draw = useCallback((context: FigureContext) => scree(answer, context), [answer]);
  return (
    <Figure
      title="Scree plot"
      subtitle="share of the variance along each component; the line adds them up"
      summary={screeWords(answer)}
      empty={answer.count === 0 ? NOTHING : null}
      draw={draw}
    />
  );
}
