export type Interval = { low: number; high: number };

/** The 97.5th percentile of the standard normal distribution: both sides together leave out 5 %. */
const z = 1.959964;

/**
 * Between which shares the true one lies, with 95 % confidence, when `hits` of `all` were counted. Wilson's score
 * interval, which stays within 0 to 1 and is honest for small counts: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22 (1927), 209–212. Null when nothing was counted.
 */
export function wilsonInterval(hits: number, all: number): Interval | null {
  if (all <= 0) return null;
  const share = hits / all;
  const shrink = 1 + (z * z) / all;
  const middle = (share + (z * z) / (2 * all)) / shrink;
  const reach = (z / shrink) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  // At none and at all the bounds are exact; rounding must not say otherwise.
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === all ? 1 : Math.min(1, middle + reach),
  };
}
