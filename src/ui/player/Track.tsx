import { useEffect, useRef } from 'react';
import { attempt, forget } from '../../charts/attempt.ts';
import { createTrack } from '../../charts/track/track.ts';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { later } from '../../state/after-paint.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { inTurn } from '../in-turn.ts';
import classes from './player.module.css';
import { stepWords, trackScores } from './track-words.ts';

/** The curve of the score with the playhead: the chart follows the timeline without React in between. */
export function Track() {
  const node = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let disconnect = () => {};
    const callOff = inTurn(() => {
      disconnect = connectTrack(node.current!);
    });
    return () => {
      callOff();
      disconnect();
    };
  }, []);
  return <div ref={node} className={classes.track} />;
}

function connectTrack(node: HTMLElement): () => void {
  const track = createTrack(node, { onSeek: (index) => useTimeline.getState().seek(index) });
  const draw = () => attempt(track, drawNow);
  const drawNow = () => {
    const { frames, index } = useTimeline.getState();
    const { shown } = useRun.getState();
    const score = shown ? (algorithmSpec(shown.recipe.algorithm)?.score ?? '') : '';
    track.update({
      scores: trackScores(frames),
      index,
      valueText: stepWords(frames, index, score),
      animate: useRecipe.getState().change.gesture !== 'drag',
    });
  };
  draw();
  const stop = useTimeline.subscribe((now, before) => {
    if (now.frames === before.frames && now.index === before.index) return;
    // Another run's curve, while a slider is dragged, comes with the words.
    if (now.frames !== before.frames && useRecipe.getState().change.gesture === 'drag') later(draw);
    else draw();
  });
  return () => {
    stop();
    forget(track);
    track.destroy();
  };
}
