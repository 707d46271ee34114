const shared = globalThis as { entraideClockOffset?: number };

/** The product's one clock: every use case takes its instant from here, and passes it down into SQL too. */
export function now(): Date {
  return new Date(Date.now() + (shared.entraideClockOffset ?? 0));
}

/** For tests that need a night or a next morning: `now()` runs this many milliseconds ahead. */
export function shiftClock(milliseconds: number): void {
  shared.entraideClockOffset = milliseconds;
}

/** `at` moved by so many seconds. */
export function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
