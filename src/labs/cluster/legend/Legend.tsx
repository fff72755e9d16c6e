import type { ReactNode } from 'react';
import { useStage } from '../stage-store.ts';
import classes from './legend.module.css';
import type { LegendMark } from './marks.ts';

const ring = (r: number, width: number) => <circle cx={8} cy={8} r={r} strokeWidth={width} />;
const dot = <circle cx={8} cy={8} r={3.5} fill="currentColor" stroke="none" />;

/** Each mark as the stage draws it, without its colour. */
const icons: Readonly<Record<LegendMark, ReactNode>> = {
  filled: dot,
  hollow: ring(3.5, 1.5),
  cross: <path d="M5 5l6 6M11 5l-6 6" strokeWidth={1.6} />,
  now: (
    <>
      {dot}
      {ring(6.5, 2.2)}
    </>
  ),
  waiting: (
    <>
      {dot}
      {ring(6, 1)}
    </>
  ),
  lit: (
    <>
      {dot}
      {ring(5.5, 1.5)}
    </>
  ),
  disc: <circle cx={8} cy={8} r={6.5} strokeWidth={1.4} fill="currentColor" fillOpacity={0.18} />,
  'dashed-disc': <circle cx={8} cy={8} r={6.5} strokeWidth={1.4} strokeDasharray="2.6 2" />,
  thin: <path d="M1 12L15 4" strokeWidth={1} />,
  strong: <path d="M1 12L15 4" strokeWidth={2.5} strokeLinecap="round" />,
  dashed: <path d="M1 12L15 4" strokeWidth={1.3} strokeDasharray="3 2.4" />,
  trail: (
    <>
      <path d="M1.5 13.5C4 9 7 8 11 5" strokeWidth={1.2} />
      <circle cx={12} cy={4.5} r={2.6} fill="currentColor" stroke="none" />
    </>
  ),
  way: (
    <>
      <path d="M5 12L14 4" strokeWidth={1.8} strokeDasharray="0.1 3" strokeLinecap="round" />
      <circle cx={3.5} cy={13} r={2} strokeWidth={1.3} />
    </>
  ),
  'cross-dot': <path d="M8 3.5v9M3.5 8h9" strokeWidth={1.8} />,
  center: (
    <>
      <circle cx={8} cy={8} r={4.5} fill="currentColor" stroke="none" />
      {ring(6.5, 1.4)}
    </>
  ),
  hull: <rect x={1.5} y={3.5} width={13} height={9} rx={4.5} fill="currentColor" fillOpacity={0.18} />,
  region: <rect x={2} y={2} width={12} height={12} fill="currentColor" fillOpacity={0.2} stroke="none" />,
};

/** What the marks of the algorithm's own picture mean. */
export function Legend() {
  const items = useStage((stage) => stage.legend);
  if (items.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Legend">
      {items.map(({ mark, words }) => (
        <li key={words}>
          <svg width={16} height={16} viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
            {icons[mark]}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
