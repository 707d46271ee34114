/** One question of the last hour: how long its first answer took, and how many places were free when it was asked. */
export type AnswerSample = {
  /** Null for an answer that has not come in time and counts as later than any other. */
  seconds: number | null;
  /** Null where nobody noted it. */
  seats: number | null;
};

/** What a brand says about its promise; all in seconds but the quantile (0 to 1) and the count. */
export type PromiseRule = {
  /** The part of answers that shall come within the promise. */
  quantile: number;
  floorSeconds: number;
  capSeconds: number;
  /** So many answers are needed before anything is measured. */
  from: number;
  /** What is promised until then. */
  defaultSeconds: number;
};

export type Measured = {
  /** The quantile of the samples; infinite when too many of them never came. Null when there were too few. */
  seconds: number | null;
  /** How many questions were looked at. */
  samples: number;
  /** Only those asked with about as many free places as now. */
  isSimilar: boolean;
};

/**
 * What can be read and remembered at a glance. Between them a difference is not worth a visitor's thought, and the last
 * ones are for brands that allow themselves minutes.
 */
export const readableSeconds = [15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300] as const;

/**
 * How many free places are alike: none, one, 2–3, 4–7, 8–15, … A question waits for a place, so what counts is how often
 * the number could be halved, not its units: the second place shortens a wait, the twentieth does not.
 */
export function seatBand(seats: number): number {
  return seats <= 0 ? 0 : 1 + Math.floor(Math.log2(seats));
}

/**
 * The quantile of what the last hour's answers took: the smallest time within which at least that part of them had come,
 * those that never came included in the count (the inverse of the empirical distribution, type 1 of Hyndman and Fan 1996:
 * it never promises a time that no sample supports). Samples asked with about as many free places as `seats` are taken
 * alone when they are enough by themselves, because an hour ago more people may have been there.
 */
export function measure(
  samples: readonly AnswerSample[],
  seats: number,
  { quantile, from }: Pick<PromiseRule, "quantile" | "from">,
): Measured {
  const similar = samples.filter((s) => s.seats !== null && seatBand(s.seats) === seatBand(seats));
  const isSimilar = similar.length >= from;
  const taken = isSimilar ? similar : samples;
  if (taken.length < from || taken.length === 0)
    return { seconds: null, samples: taken.length, isSimilar: false };
  const sorted = taken.map((s) => s.seconds ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  // A hair less, so that 0.85 × 20 is the 17th and not, by floating point, the 18th.
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(quantile * sorted.length - 1e-9)));
  return { seconds: sorted[rank - 1] ?? null, samples: taken.length, isSimilar };
}
