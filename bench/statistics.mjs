/** The value below which a share of sorted numbers lies (nearest rank). */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const milliseconds = (value) => `${value.toFixed(1)} ms`;
