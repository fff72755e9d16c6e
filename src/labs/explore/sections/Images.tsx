import { useCallback, useMemo } from 'react';
import { type ImageGridData, imageGrid } from '../../../charts/explore/image-grid.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Ask, ImagesAnswer } from '../../../engine/explore/types.ts';
import { counted, grouped } from '../../../engine/spec/words.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import classes from '../explore.module.css';
import { useAnswer } from '../useAnswer.ts';
import type { Explored } from '../useExplore.ts';
import type { SectionProps } from './index.ts';

const EXAMPLES = 8;
/** Groups whose pictures are shown. */
const MOST_GROUPS = 30;

interface Props {
  explored: Explored;
  answer: ImagesAnswer;
}

const largest = (values: ArrayLike<number>) => Array.from(values).reduce((most, value) => Math.max(most, value), 0);

function meansOf({ grouping, summary, noun }: Explored, answer: ImagesAnswer): ImageGridData {
  const { width, height, groupMeans, groupSizes, mean } = answer;
  const d = width * height;
  const groups = grouping.looks.slice(0, MOST_GROUPS).map(({ name }, g) => ({
    caption: name,
    pixels: groupMeans.subarray(g * d, (g + 1) * d),
    title: `${name}: ${counted(groupSizes[g] ?? 0, noun)}`,
  }));
  const images = [...groups, { caption: 'all', pixels: mean, title: counted(summary.rows, noun) }];
  return { width, height, images, most: Math.max(...images.map(({ pixels }) => largest(pixels))), side: 84 };
}

function Means({ explored, answer }: Props) {
  const data = useMemo(() => meansOf(explored, answer), [explored, answer]);
  const draw = useCallback((context: FigureContext) => imageGrid(data, context), [data]);
  const { grouping, noun } = explored;
  return (
    <Figure
      title="Mean images"
      subtitle={
        grouping.looks.length > 0
          ? `the mean of each ${grouping.by === 'class' ? explored.classNoun : 'cluster'}, and of all`
          : 'the mean of all'
      }
      summary={data.images
        .map(({ caption, title }) => title ?? caption)
        .concat(`Mean ${noun.one} of each, pixel by pixel.`)}
      draw={draw}
    />
  );
}

function Variance({ explored, answer }: Props) {
  const { width, height, variance } = answer;
  const data = useMemo<ImageGridData>(
    () => ({ width, height, images: [{ caption: 'variance', pixels: variance }], most: largest(variance), side: 168 }),
    [width, height, variance],
  );
  const draw = useCallback((context: FigureContext) => imageGrid(data, context), [data]);
  const still = variance.reduce((sum, value) => sum + (value > 0 ? 0 : 1), 0);
  const words = `${grouped(still)} of ${grouped(width * height)} pixels are the same in all ${explored.noun.many}.`;
  return (
    <Figure
      title="Variance image"
      subtitle={`how much each pixel varies: the more ink, the more. ${words}`}
      summary={words}
      draw={draw}
    />
  );
}

function Examples({ explored, answer }: Props) {
  const { grouping, noun, summary } = explored;
  const data = useMemo<ImageGridData>(() => {
    const { width, height, examples, exampleRows } = answer;
    const d = width * height;
    const images = examples.slice(0, MOST_GROUPS).flatMap((pixels, g) =>
      Array.from(exampleRows[g]!, (row, i) => ({
        caption: '',
        pixels: pixels.subarray(i * d, (i + 1) * d),
        title: `${noun.one} ${row} · ${grouping.looks[g]?.name ?? ''}`,
      })),
    );
    return { width, height, images, most: summary.fullScale ?? largest(answer.mean), side: 48, perLine: EXAMPLES };
  }, [answer, grouping, noun, summary]);
  const draw = useCallback((context: FigureContext) => imageGrid(data, context), [data]);
  return (
    <Figure
      title="Examples"
      subtitle={`${EXAMPLES} of each, evenly chosen, a line each`}
      summary={`${data.images.length} ${noun.many}, ${EXAMPLES} of each group.`}
      empty={data.images.length === 0 ? 'No groups to choose examples from.' : null}
      draw={draw}
      reserve={400}
    />
  );
}

/** Rows that are pictures: their means, where they vary, and some of them. */
export function Images({ explored }: SectionProps) {
  const groups = explored.grouping.ask;
  const ask = useMemo<Ask & { kind: 'images' }>(() => ({ kind: 'images', groups, examples: EXAMPLES }), [groups]);
  const { answer, error } = useAnswer(explored.recipe, ask);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Averaging …</p>;
  return (
    <>
      <Means explored={explored} answer={answer} />
      <div className={classes.pairs}>
        <Variance explored={explored} answer={answer} />
        <Examples explored={explored} answer={answer} />
      </div>
    </>
  );
}
