/** Each row's palette slot: its cluster's; -1 (grey) for noise and for rows that no step has reached. */
export function slotsOfLabels(labels: Int32Array, colors: Int32Array): Int32Array {
  const slots = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    slots[i] = label < 0 ? -1 : (colors[label] ?? label);
  }
  return slots;
}
