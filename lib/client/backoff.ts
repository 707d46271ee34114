/**
 * Milliseconds to wait before attempt number `attempt` (0 for the first repetition): doubling from `firstMs` up to
 * `mostMs`, of which half is left to chance so that many browsers do not come back at one moment.
 * `random` gives 0 to 1.
 */
export function backoffMs(attempt: number, firstMs: number, mostMs: number, random = Math.random): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 30));
  return full / 2 + (full / 2) * random();
}

/**
 * Milliseconds to leave a server alone after an answer that took `tookMs`: five times as long, at most `mostMs`. Whoever
 * asks again and again then waits in its queue for a sixth of the time, and the slower it is the less it is asked.
 */
export function restMs(tookMs: number, mostMs: number): number {
  return Math.min(mostMs, 5 * tookMs);
}
