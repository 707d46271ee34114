/** The product's one clock: every use case takes its instant from here, and passes it down into SQL too. */
export function now(): Date {
  return new Date();
}

/** `at` moved by so many seconds. */
export function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
