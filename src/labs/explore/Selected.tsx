import type { Noun } from '../../engine/spec/algorithm.ts';
import { counted } from '../../engine/spec/words.ts';
import { useView } from '../../state/view.ts';
import classes from './explore.module.css';

/** How many rows are selected, here and in every other lab. */
export function Selected({ noun, isLinked }: { noun: Noun; isLinked: boolean }) {
  const count = useView(({ selection }) => selection?.size ?? 0);
  return (
    <div className={classes.selected}>
      <span role="status">{isLinked && count > 0 ? `${counted(count, noun)} selected` : ''}</span>
      {isLinked && count > 0 && (
        <button type="button" className={classes.link} onClick={() => useView.getState().clearSelection()}>
          clear
        </button>
      )}
    </div>
  );
}
