import { counted, grouped } from '../../../engine/spec/words.ts';
import classes from '../explore.module.css';
import { Balance } from '../overview/Balance.tsx';
import { SmallDistributions } from '../overview/SmallDistributions.tsx';
import { SummaryTable } from '../overview/SummaryTable.tsx';
import type { SectionProps } from './index.ts';

/** A table of more columns than this comes after the pictures: it fills the window by itself. */
const SHORT = 12;

function Facts({ explored }: Pick<SectionProps, 'explored'>) {
  const { summary, noun, classNoun } = explored;
  const missing = summary.missing.reduce((sum, count) => sum + count, 0);
  const facts = [
    ['rows', counted(summary.rows, noun)],
    ['columns', grouped(summary.cols)],
    ...(summary.classNames.length > 0 ? [['classes', `${grouped(summary.classNames.length)}, by ${classNoun}`]] : []),
    ['missing values', missing === 0 ? 'none' : `${grouped(missing)}; rows that miss one are left out`],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is in here: the columns in figures, how they spread, and how many rows each class has. */
export function Overview(props: SectionProps) {
  const { explored } = props;
  const { summary } = explored;
  const hasClasses = summary.classNames.length > 0;
  const pictures = (
    <div className={hasClasses ? classes.overview : classes.section}>
      <SmallDistributions {...props} />
      <Balance explored={explored} />
    </div>
  );
  return (
    <>
      <Facts explored={explored} />
      {summary.cols > SHORT && pictures}
      <SummaryTable explored={explored} />
      {summary.cols <= SHORT && pictures}
    </>
  );
}
