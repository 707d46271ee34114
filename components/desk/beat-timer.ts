import type { RealtimeStatus } from "@/lib/client/realtime";
import type { SelfView } from "@/lib/domain/member/view";

/** Milliseconds between two beats of a screen that hears events. */
export const usualBeatMs = 10_000;
/** An offer must be confirmed within 2 s; a screen that no event reaches has to look for it in time. */
const EAGER_BEAT_MS = 1_000;

/**
 * Milliseconds between two beats of a screen. `connection` is null until it is known. Only who can be asked and hears no
 * event beats eagerly; offline, beats would fail.
 */
export function beatPace(
  connection: RealtimeStatus | null,
  self: Pick<SelfView, "isOpen" | "isPausedByManager"> | null,
): number {
  const isDeaf = connection === null || connection === "polling";
  const isAsked = self?.isOpen === true && !self.isPausedByManager;
  return isDeaf && isAsked ? EAGER_BEAT_MS : usualBeatMs;
}

export type BeatTimer = {
  /** Sets another pace, in milliseconds. The same one again disturbs nothing. */
  pace(ms: number): void;
  stop(): void;
};

/**
 * Calls back at a pace, at first every 10 s, in hidden tabs too; where workers are not allowed, as often as the browser
 * lets us.
 */
export function startBeatTimer(callback: () => void): BeatTimer {
  let paceMs = usualBeatMs;
  let timer: ReturnType<typeof setInterval> | undefined;
  let worker: Worker | null = null;
  const tickHere = () => {
    worker = null;
    clearInterval(timer);
    timer = setInterval(callback, paceMs);
  };
  try {
    worker = new Worker("/desk/timer.js");
    worker.onmessage = callback;
    worker.onerror = tickHere;
  } catch {
    tickHere();
  }
  return {
    pace(ms) {
      if (ms === paceMs) return;
      paceMs = ms;
      if (worker) worker.postMessage(ms);
      else tickHere();
    },
    stop() {
      worker?.terminate();
      clearInterval(timer);
    },
  };
}
