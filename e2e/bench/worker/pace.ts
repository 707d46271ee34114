import { setTimeout as pause } from "node:timers/promises";

const TICK_MS = 2;

/**
 * Calls `send` at a steady rate, whatever becomes of the earlier calls: a slow server does not slow its visitors down.
 * Resolves when the last has been called, with how late each was, in milliseconds.
 */
export async function pace(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  send: (n: number) => void,
): Promise<number[]> {
  const count = Math.round(perSecond * seconds);
  const begun = performance.now();
  const late: number[] = [];
  while (late.length < count) {
    const elapsed = performance.now() - begun;
    while (late.length < count && dueMs(late.length, perSecond) <= elapsed) {
      const n = late.length;
      late.push(performance.now() - begun - dueMs(n, perSecond));
      send(n);
    }
    await pause(TICK_MS);
  }
  return late;
}

const dueMs = (n: number, perSecond: number) => (n * 1000) / perSecond;

/** Waits until `isDone`, looked at every few milliseconds, or for so many seconds. Returns whether it is. */
export async function waitUntil(isDone: () => boolean, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (!isDone() && performance.now() < until) await pause(TICK_MS);
  return isDone();
}
