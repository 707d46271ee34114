/** Bars of a plot in text are at most so wide. */
const widest = 48;

type Scale = { bins: number; most: number };

/** How values spread: the share of them in each of `bins` equal parts from 0 to `most`, and last what lies beyond. */
export function binned(values: readonly number[], { bins, most }: Scale): { from: number; share: number }[] {
  const counts = Array.from({ length: bins + 1 }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins, Math.floor((value / most) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const all = Math.max(1, values.length);
  return counts.map((count, bin) => ({ from: (bin * most) / bins, share: count / all }));
}

/** A histogram in text, one line for each of `bins` equal parts from 0 to `most`, and one for what lies beyond. */
export function textPlot(
  values: readonly number[],
  { label, ...scale }: Scale & { label: (from: number) => string },
): string[] {
  const parts = binned(values, scale);
  const highest = Math.max(Number.MIN_VALUE, ...parts.map(({ share }) => share));
  return parts.map(({ from, share }) => {
    const bar = "█".repeat(Math.ceil((share / highest) * widest));
    return `${label(from).padStart(9)} ${bar} ${(100 * share).toFixed(1)} %`;
  });
}
