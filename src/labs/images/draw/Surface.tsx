import { type PointerEvent, useEffect, useId, useRef } from 'react';
import { pixelRatio } from '../../../charts/chart.ts';
import { paintGrey } from '../../../charts/images/paint.ts';
import classes from './draw.module.css';
import { useDrawing } from './drawing-store.ts';
import { type Paper, penOf, type Stroke } from './raster.ts';
import { usePenKeys } from './usePenKeys.ts';

function paintStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[], pen: number): void {
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.strokeStyle = '#fff';
  context.lineWidth = 2 * pen * canvas.width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    context.moveTo(stroke[0]! * canvas.width, stroke[1]! * canvas.height);
    // A line of no length still leaves a round dot.
    context.lineTo(stroke[0]! * canvas.width, stroke[1]! * canvas.height);
    for (let i = 2; i + 1 < stroke.length; i += 2) {
      context.lineTo(stroke[i]! * canvas.width, stroke[i + 1]! * canvas.height);
    }
    context.stroke();
  }
}

/** Where one draws, with mouse, pen, finger or keys. `taken`: the image of a row that is shown instead. */
export function Surface({ paper, taken }: { paper: Paper; taken: Float64Array | null }) {
  const node = useRef<HTMLCanvasElement>(null);
  const strokes = useDrawing((drawing) => drawing.strokes);
  const isDrawing = useRef(false);
  const id = useId();
  const { pen, ...keys } = usePenKeys();
  const { width, height } = paper;
  useEffect(() => {
    const canvas = node.current!;
    if (taken) return paintGrey(canvas, taken, width, height);
    const size = Math.round(canvas.clientWidth * pixelRatio());
    canvas.width = size;
    canvas.height = size;
    paintStrokes(canvas, strokes, penOf({ width, height, isFitted: false }) / width);
  }, [strokes, taken, width, height]);

  const place = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = node.current!.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height] as const;
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    isDrawing.current = true;
    node.current!.setPointerCapture(event.pointerId);
    useDrawing.getState().begin(...place(event));
  };
  const onPointerMove = ({ nativeEvent }: PointerEvent) => {
    if (!isDrawing.current) return;
    const events = nativeEvent.getCoalescedEvents?.() ?? [];
    useDrawing.getState().extend((events.length > 0 ? events : [nativeEvent]).flatMap(place));
  };
  const stop = () => {
    isDrawing.current = false;
  };
  return (
    <>
      {/* An image that takes keys: a screen reader passes them on and says how they are used. */}
      <div role="application" aria-label="Draw by keys" aria-describedby={id} className={classes.keys} {...keys}>
        <canvas
          ref={node}
          role="img"
          aria-label="Drawing"
          className={classes.surface}
          data-coarse={(taken && width < 16) || undefined}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={stop}
          onPointerCancel={stop}
        />
        {pen && (
          <i
            className={classes.pen}
            data-down={pen.isDown || undefined}
            style={{ left: `${pen.x * 100}%`, top: `${pen.y * 100}%` }}
          />
        )}
      </div>
      <p id={id} className={pen ? classes.keysHint : 'visually-hidden'}>
        Arrow keys move the pen, Space puts it down and lifts it, Backspace undoes.
      </p>
    </>
  );
}
