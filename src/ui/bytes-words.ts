const MEGA = 1e6;

/** "12 of 14 MB", with a decimal below 10 MB and in kB below one. */
export function bytesWords(loaded: number, total: number): string {
  if (total < MEGA) return `${Math.round(loaded / 1000)} of ${Math.round(total / 1000)} kB`;
  const digits = total < 10 * MEGA ? 1 : 0;
  return `${(loaded / MEGA).toFixed(digits)} of ${(total / MEGA).toFixed(digits)} MB`;
}
