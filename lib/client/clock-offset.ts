/** How wrong this device's clock is, learnt from the `now` field of the server's answers. */
export type ClockOffset = {
  /** `serverNow` as ISO 8601; `sentAt` and `receivedAt` in epoch milliseconds on this device. */
  observe(serverNow: string, sentAt: number, receivedAt: number): void;
  /** Server's clock minus this device's, in milliseconds; 0 until something was observed. */
  offset(): number;
  /** The server's time in epoch milliseconds. */
  now(): number;
};

/** A quick answer older than this gives way to a slower one: a laptop that slept, a clock that was set. */
const TRUST_MS = 10 * 60_000;
/** More than two clocks drift apart meanwhile: what contradicts the best answer by more tells of a clock that was set. */
const DRIFT_MS = 1_000;

/**
 * Keeps the observation with the shortest way: an answer that took d milliseconds tells the server's time to within
 * d / 2. `deviceNow` in epoch milliseconds.
 */
export function createClockOffset(deviceNow: () => number = Date.now): ClockOffset {
  let best: { offset: number; tookMs: number; at: number } | null = null;
  return {
    observe(serverNow, sentAt, receivedAt) {
      const server = Date.parse(serverNow);
      const tookMs = receivedAt - sentAt;
      if (Number.isNaN(server) || tookMs < 0) return;
      const offset = server - (sentAt + receivedAt) / 2;
      const isStale = !best || Math.abs(receivedAt - best.at) > TRUST_MS;
      const isSet = best && Math.abs(offset - best.offset) > (tookMs + best.tookMs) / 2 + DRIFT_MS;
      if (isStale || isSet || !best || tookMs <= best.tookMs) best = { offset, tookMs, at: receivedAt };
    },
    offset: () => best?.offset ?? 0,
    now: () => deviceNow() + (best?.offset ?? 0),
  };
}
