/** The marks that a legend can show. */
const LEGEND_MARKS = [
  'filled',
  'hollow',
  'cross',
  'now',
  'waiting',
  'lit',
  'disc',
  'dashed-disc',
  'thin',
  'strong',
  'dashed',
  'trail',
  'way',
  'cross-dot',
  'center',
  'hull',
  'region',
] as const;
export type LegendMark = (typeof LEGEND_MARKS)[number];
