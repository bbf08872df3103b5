/** The middle of some figures (the lower of two middles). */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** The figure below or at which so many percent of them lie. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
