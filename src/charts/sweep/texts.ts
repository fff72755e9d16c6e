import type { Selection } from 'd3';

export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** A word at an axis that runs across, below it. */
export function tickBelow(group: Group, x: number, y: number, label: string): void {
  group.append('text').attr('class', 'tick').attr('x', x).attr('y', y).attr('text-anchor', 'middle').text(label);
}

/** A word beside an upright axis. @param kind a class besides */
export function tickBeside(group: Group, x: number, y: number, label: string, side: 'left' | 'right', kind = ''): void {
  group
    .append('text')
    .attr('class', `tick ${kind}`.trim())
    .attr('x', x)
    .attr('y', y)
    .attr('dy', '0.32em')
    .attr('text-anchor', side === 'left' ? 'end' : 'start')
    .text(label);
}

export function titleBelow(group: Group, x: number, y: number, title: string): void {
  group.append('text').attr('class', 'title').attr('x', x).attr('y', y).attr('text-anchor', 'middle').text(title);
}

/** At the left edge, from below upwards. */
export function titleUpright(group: Group, y: number, title: string): void {
  group
    .append('text')
    .attr('class', 'title')
    .attr('transform', `translate(12,${y}) rotate(-90)`)
    .attr('text-anchor', 'middle')
    .text(title);
}

/** A line across the plot, or upright. */
export function rule(group: Group, kind: string, [x1, x2]: [number, number], [y1, y2]: [number, number]): void {
  group.append('line').attr('class', kind).attr('x1', x1).attr('x2', x2).attr('y1', y1).attr('y2', y2);
}
