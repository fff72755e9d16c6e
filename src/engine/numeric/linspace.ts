/**
 * `num` evenly spaced numbers from `start` to `stop`, rounded as numpy.linspace rounds them: i · step + start, with
 * `stop` itself at the end where it belongs to the interval. None for num = 0; `start` alone for num = 1.
 */
export function linspace(start: number, stop: number, num: number, endpoint = true): Float64Array {
  const step = (stop - start) / (endpoint ? num - 1 : num);
  const values = new Float64Array(num);
  for (let i = 0; i < num; i++) values[i] = (i === 0 ? 0 : i * step) + start;
  if (endpoint && num > 1) values[num - 1] = stop;
  return values;
}
