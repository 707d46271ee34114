/** Bars of a plot in text are at most so wide. */
const widest = 48;

/** A histogram in text, one line for each of `bins` equal parts from 0 to `most`, and one for what lies beyond. */
export function textPlot(
  values: readonly number[],
  { bins, most, label }: { bins: number; most: number; label: (from: number) => string },
): string[] {
  const counts = Array.from({ length: bins + 1 }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins, Math.floor((value / most) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const highest = Math.max(1, ...counts);
  return counts.map((count, bin) => {
    const bar = "█".repeat(Math.ceil((count / highest) * widest));
    const share = values.length === 0 ? 0 : (100 * count) / values.length;
    return `${label((bin * most) / bins).padStart(9)} ${bar} ${share.toFixed(1)} %`;
  });
}
