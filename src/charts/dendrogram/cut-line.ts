import { select } from 'd3';

export interface CutLineHost {
  /** Pixels from the top of the node → what the drag asks for. */
  drag(y: number, done: boolean): void;
  /** Returns whether the key was one of the line's. */
  key(name: string): boolean;
}

export interface CutLineLook {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly name: string;
  readonly value: number;
  readonly max: number;
  readonly valueText: string;
  readonly label: string;
  /** The words stand above the line, or below where there is no room. */
  readonly below: boolean;
}

/** The line that cuts the tree: a slider that is dragged up and down. While it is dragged it stands where the hand is. */
export function createCutLine(
  root: HTMLElement,
  host: CutLineHost,
): { draw(look: CutLineLook): void; readonly isHeld: boolean; destroy(): void } {
  const line = select(root)
    .append('div')
    .attr('class', 'cs-dendrogram-cut')
    .attr('role', 'slider')
    .attr('aria-orientation', 'vertical')
    .attr('aria-valuemin', 0)
    .attr('tabindex', 0);
  const words = line.append('span').attr('class', 'cs-dendrogram-cut-words').attr('aria-hidden', 'true');
  line.append('span').attr('class', 'cs-dendrogram-cut-grip');
  const node = line.node()!;
  let held: number | null = null;

  const placeOf = (event: PointerEvent) => event.clientY - root.getBoundingClientRect().top;
  const end = (event: PointerEvent) => {
    if (held !== event.pointerId) return;
    held = null;
    line.attr('data-held', null);
    host.drag(placeOf(event), true);
  };
  line
    .on('pointerdown', (event: PointerEvent) => {
      if (event.button !== 0) return;
      held = event.pointerId;
      node.setPointerCapture(event.pointerId);
      line.attr('data-held', '');
      event.stopPropagation();
    })
    .on('pointermove', (event: PointerEvent) => {
      if (held === null) return;
      event.stopPropagation();
      host.drag(placeOf(event), false);
    })
    .on('pointerup pointercancel', end)
    .on('keydown', (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !host.key(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });

  return {
    draw({ y, left, right, name, value, max, valueText, label, below }) {
      line
        .style('transform', `translate(0, ${y}px)`)
        .style('left', `${left}px`)
        .style('right', `${right}px`)
        .attr('aria-label', name)
        .attr('aria-valuenow', value)
        .attr('aria-valuemax', max)
        .attr('aria-valuetext', valueText);
      words.text(label).attr('data-below', below ? '' : null);
    },
    get isHeld() {
      return held !== null;
    },
    destroy: () => line.remove(),
  };
}
