/** Names as pandas makes them unique: empty ones become "Unnamed: 3", a second "a" becomes "a.1". */
export function uniqueNames(given: readonly string[]): string[] {
  const names = given.map((name, j) => (name.trim() === '' ? `Unnamed: ${j}` : name.trim()));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let count = counts.get(name) ?? 0;
    while (taken.has(unique)) unique = `${name}.${++count}`;
    counts.set(name, count);
    taken.add(unique);
    return unique;
  });
}
