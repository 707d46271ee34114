/** Lets at most `limit` things happen within any one second. Costs nothing until first used. */
export class RateLimit {
  readonly #limit: number;
  readonly #times: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether one more is allowed at `now` (milliseconds of a clock that never goes back); counts it if so. */
  take(now: number): boolean {
    while (this.#times[0] !== undefined && now - this.#times[0] >= 1000) this.#times.shift();
    if (this.#times.length >= this.#limit) return false;
    this.#times.push(now);
    return true;
  }
}
