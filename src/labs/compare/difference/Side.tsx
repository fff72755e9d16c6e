import { CardPicture } from '../multiples/CardPicture.tsx';
import type { Entry } from '../multiples/comparison.ts';
import multiples from '../multiples/multiples.module.css';
import { openInCluster } from '../open.ts';
import type { Plane } from '../picture.ts';
import { clusterWords, paramsWords } from '../words.ts';
import classes from './difference.module.css';

/** One of the two results. @param colors in which the same cluster has the same colour on both sides */
export function Side({ entry, colors, plane }: { entry: Entry; colors: Int32Array; plane: Plane }) {
  const { name, recipe, done } = entry;
  return (
    <article className={multiples.card} aria-label={name}>
      <header className={multiples.head}>
        <div className={multiples.titles}>
          <button
            type="button"
            className={multiples.title}
            title="Open in Cluster"
            onClick={() => recipe && openInCluster(recipe)}
          >
            {name}
          </button>
          <p className={multiples.words}>{recipe && paramsWords(recipe.algorithm, recipe.params)}</p>
        </div>
      </header>
      <div className={classes.picture}>
        <CardPicture entry={{ ...entry, colors }} plane={plane} />
      </div>
      <div className={multiples.foot}>{done && clusterWords(done.outcome)}</div>
    </article>
  );
}
