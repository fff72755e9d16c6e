import { select } from 'd3';

/** The elements of a stage, from back to front. */
export interface Frame {
  readonly root: HTMLDivElement;
  /** Axes and titles, the whole node. */
  readonly axes: SVGSVGElement;
  /** The plot's box; what leaves it is cut off. Zoom and gestures listen here. */
  readonly plot: HTMLDivElement;
  /** Regions and points: one picture with one description. */
  readonly picture: HTMLDivElement;
  readonly back: SVGSVGElement;
  /** Where canvases go: the overlay's below and above that of the points. */
  readonly below: HTMLDivElement;
  readonly points: HTMLDivElement;
  readonly above: HTMLDivElement;
  /** Trails, spokes, rings, handles, lasso. */
  readonly front: SVGSVGElement;
}

/** Builds the stage's elements inside `node`. */
export function createFrame(node: HTMLElement): Frame {
  const root = select(node)
    .append('div')
    .attr('class', 'cs-stage')
    .attr('role', 'group')
    .attr('aria-label', 'Stage')
    .attr('aria-keyshortcuts', '+ - 0 Enter A Escape')
    .attr('tabindex', 0);
  const axes = root.append('svg').attr('class', 'cs-axes').attr('aria-hidden', 'true');
  const plot = root.append('div').attr('class', 'cs-plot');
  const picture = plot.append('div').attr('class', 'cs-picture').attr('role', 'img');
  const back = picture.append('svg').attr('class', 'cs-layer').attr('aria-hidden', 'true');
  const [below, points, above] = ['below', 'points', 'above'].map((name) =>
    picture.append('div').attr('class', `cs-canvases cs-${name}`).node(),
  );
  const front = plot.append('svg').attr('class', 'cs-layer cs-front');
  return {
    root: root.node()!,
    axes: axes.node()!,
    plot: plot.node()!,
    picture: picture.node()!,
    back: back.node()!,
    below: below!,
    points: points!,
    above: above!,
    front: front.node()!,
  };
}
