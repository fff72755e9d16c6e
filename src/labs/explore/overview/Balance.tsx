import { useCallback } from 'react';
import { shareBars } from '../../../charts/explore/share-bars.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import { counted, grouped } from '../../../engine/spec/words.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import type { Explored } from '../useExplore.ts';
import { percent } from '../words.ts';

/** Classes that a chart has room for. */
const MOST = 26;

/** How many rows each class has: a few words, and a bar each. */
export function Balance({ explored }: { explored: Explored }) {
  const { summary, classNoun, noun, grouping } = explored;
  const { classNames, classCounts, rows } = summary;
  const draw = useCallback(
    (context: FigureContext) =>
      shareBars(
        {
          names: classNames.slice(0, MOST),
          shares: Array.from(classCounts.subarray(0, MOST), (count) => count / rows),
          label: `share of the ${noun.many} (%)`,
          end: Math.min(100, Math.ceil((12 * Math.max(...classCounts)) / rows) * 10),
          ...(grouping.by === 'class' && { colors: grouping.looks.map(({ color }) => color) }),
        },
        context,
      ),
    [classNames, classCounts, rows, noun, grouping],
  );
  if (classNames.length === 0) return null;
  const [least, most] = [Math.min(...classCounts), Math.max(...classCounts)];
  const even =
    least === most ? `every one has ${counted(least, noun)}` : `from ${grouped(least)} to ${counted(most, noun)}`;
  const few = classNames.length > MOST ? `; the first ${MOST} of ${classNames.length}` : '';
  return (
    <Figure
      title="Balance of the classes"
      subtitle={`${classNoun}: ${even}${few}`}
      summary={classNames
        .slice(0, MOST)
        .map((name, i) => `${name}: ${counted(classCounts[i]!, noun)}, ${percent(classCounts[i]! / rows)}.`)}
      draw={draw}
    />
  );
}
