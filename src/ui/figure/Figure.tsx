import { lazy, type ReactNode, Suspense, useId, useRef } from 'react';
import type { FigureData, Legend as LegendData } from '../../charts/figure/types.ts';
import classes from './figure.module.css';
import { Legend } from './Legend.tsx';
import { saveFigure } from './save-figure.ts';

/** A figure of a chart of its own does without Plot. */
const Drawn = lazy(async () => ({ default: (await import('./Drawn.tsx')).Drawn }));

interface Props {
  /** A name of its own within the page; the exported files are called by it. */
  title: string;
  /** What is plotted, units, how many rows. */
  subtitle?: string | undefined;
  /** What can be done with it here; not part of what is exported. */
  hint?: string;
  /** What the picture shows, in words, for readers who do not see it; more than one sentence becomes a list. */
  summary: string | readonly string[];
  legend?: LegendData | null;
  /** Why there is nothing to draw. */
  empty?: string | null;
  /** From width and colours to a picture: keep it the same (`useCallback`) while its data is. */
  draw?: FigureData['draw'];
  /** The rows that `draw` draws one by one, if they are those that the other charts show: hovering is then linked with these. */
  rows?: FigureData['rows'];
  /** Far down a page: about how high `draw`'s picture is, which is drawn once it comes near the window. */
  reserve?: number;
  /** Under the pointer, by Plot's pointer. */
  onHover?(datum: unknown): void;
  onPick?(datum: unknown, event: MouseEvent): void;
  /** Controls beside the title. */
  controls?: ReactNode;
  /** Instead of `draw`: a chart of another kind, made of SVG and canvas. */
  children?: ReactNode;
}

/** The frame that charts for reading share: title, legend, words for those who do not see it, and export. */
export function Figure(props: Props) {
  const {
    title,
    subtitle,
    hint,
    summary,
    legend,
    empty,
    draw,
    rows,
    reserve = 0,
    onHover,
    onPick,
    controls,
    children,
  } = props;
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const sentences = typeof summary === 'string' ? [summary] : summary;
  const save = (kind: 'svg' | 'png') =>
    saveFigure({ body: body.current!, title, subtitle, legend, summary: sentences.join(' ') }, kind);
  return (
    <figure className={classes.figure} aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <h3 id={`${id}-title`}>{title}</h3>
          {subtitle && <p>{hint ? `${subtitle}; ${hint}` : subtitle}</p>}
        </div>
        {controls}
        {!empty && (
          <div className={classes.exports}>
            {(['svg', 'png'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                aria-label={`Export ${title} as ${kind.toUpperCase()}`}
                onClick={() => save(kind)}
              >
                {kind.toUpperCase()}
              </button>
            ))}
          </div>
        )}
      </div>
      {legend && !empty && <Legend legend={legend} />}
      <div ref={body} className={classes.body}>
        {empty ? <p className={classes.empty}>{empty}</p> : null}
        {!empty && draw ? (
          <Suspense>
            <Drawn
              draw={draw}
              label={title}
              rows={rows}
              reserve={reserve}
              {...(onHover && { onHover })}
              {...(onPick && { onPick })}
            />
          </Suspense>
        ) : null}
        {!empty && !draw ? children : null}
      </div>
      <figcaption id={`${id}-words`} className="visually-hidden">
        {sentences.length === 1 ? (
          sentences[0]
        ) : (
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  );
}
