/**
 * What is known of anybody before his first rating: as if he had answered this many, and satisfied this share of them.
 * The share is what live help with volunteers commonly reaches; the count lets about five ratings outweigh it.
 */
const prior = { ratings: 5, satisfied: 0.8 } as const;

/**
 * How surely a person satisfies on a topic, between 0 and 1: the Beta posterior's mean less one standard deviation, so
 * that one lucky rating does not rule and evidence counts. `thanks` are his counted thanks there, `misses` his ratings
 * that were none. Declines, silence and speed are not among the arguments. Beta–binomial model with a conjugate prior;
 * mean a/(a+b) and variance ab/((a+b)²(a+b+1)) as in any text on Bayesian statistics (Gelman et al., "Bayesian Data
 * Analysis", ch. 2).
 */
export function skillOf({ thanks, misses }: { thanks: number; misses: number }): number {
  const good = prior.ratings * prior.satisfied + thanks;
  const bad = prior.ratings * (1 - prior.satisfied) + misses;
  const all = good + bad;
  return Math.max(0, good / all - Math.sqrt((good * bad) / (all * all * (all + 1))));
}
