/** What many samples say: percentiles by nearest rank, all in the samples' own unit. */
export type Summary = { count: number; p50: number; p95: number; p99: number; max: number };

/** The smallest sample that at least `share` (0 to 1) of all samples do not exceed. Throws when there is none. */
export function percentile(sorted: readonly number[], share: number): number {
  const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (at === undefined) throw new Error("There are no samples.");
  return at;
}

/** Summarises samples in any order. Throws when there is none. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
