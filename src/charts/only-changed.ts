/** Whether `next` differs from `before` in `key` at most: a chart then redraws only what hangs on it. */
export function onlyChanged<Data extends object>(before: Data | null, next: Data, key: keyof Data): boolean {
  const keys = Object.keys(next) as (keyof Data)[];
  return before !== null && keys.every((name) => name === key || next[name] === before[name]);
}
