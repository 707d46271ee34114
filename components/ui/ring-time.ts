export type RingTone = "green" | "amber" | "red";

/** What a ring shows at one instant. */
export type RingReading = {
  /** The number inside: seconds left, or seconds gone by. */
  seconds: number;
  tone: RingTone;
  /** Share of the span that has gone by, 0 to 1. */
  progress: number;
  /** Milliseconds until the number changes; null when it will not change any more. */
  nextInMs: number | null;
};

/**
 * Reads a ring. All times are epoch milliseconds on one clock.
 * Down: an offer's own seconds, rounded up, amber in the last 6, red in the last 3, still at 0.
 * Up: the wait since the question, rounded down; it stays green within the promise, turns amber once that is
 * broken, and goes on counting, because the visitor is still waiting.
 */
export function readRing(args: {
  mode: "up" | "down";
  startedAt: number;
  endsAt: number;
  now: number;
}): RingReading {
  const span = Math.max(1, args.endsAt - args.startedAt);
  const elapsed = Math.max(0, args.now - args.startedAt);
  const progress = Math.min(1, elapsed / span);
  if (args.mode === "up") {
    return {
      seconds: Math.floor(elapsed / 1000),
      tone: elapsed > span ? "amber" : "green",
      progress,
      nextInMs: 1000 - (elapsed % 1000),
    };
  }
  const left = Math.max(0, span - elapsed);
  const seconds = Math.ceil(left / 1000);
  const tone = seconds <= 3 ? "red" : seconds <= 6 ? "amber" : "green";
  return { seconds, tone, progress, nextInMs: left === 0 ? null : left % 1000 || 1000 };
}
