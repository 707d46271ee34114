import { now } from "@/lib/server/clock";
import { log } from "@/lib/server/log";
import { refreshAvailability } from "./refresh-availability";

/** Twice a second is more than anybody sees, and pages are to hear of a change within two. */
const pauseMs = 500;

type State = { isPaced: boolean; next: Map<string, number>; timers: Map<string, NodeJS.Timeout> };

/** One for the process, which holds two copies of every module. */
function state(): State {
  const shared = globalThis as { entraideRefreshes?: State };
  shared.entraideRefreshes ??= { isPaced: false, next: new Map(), timers: new Map() };
  return shared.entraideRefreshes;
}

/** Whether refreshes after routing wait for each other's pause: where a process lives on to make up for them. */
export function paceRefreshes(isPaced: boolean): void {
  const { timers } = state();
  state().isPaced = isPaced;
  if (isPaced) return;
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

/**
 * `refreshAvailability` for what happens many times a second: at once after a pause, else at the pause's end, and then
 * once for all who asked. Does not wait for what it puts off.
 */
export async function refreshSoon({ brandId, now: at }: { brandId: string; now: Date }): Promise<void> {
  const { isPaced, next, timers } = state();
  if (!isPaced) return refreshAvailability({ brandId, now: at });
  if (timers.has(brandId)) return;
  const wait = (next.get(brandId) ?? 0) - performance.now();
  next.set(brandId, performance.now() + Math.max(0, wait) + pauseMs);
  if (wait <= 0) return refreshAvailability({ brandId, now: at });
  const timer = setTimeout(() => {
    timers.delete(brandId);
    refreshAvailability({ brandId, now: now() }).catch((error: unknown) =>
      log.error({ error, brandId }, "the button was not refreshed"),
    );
  }, wait);
  timer.unref();
  timers.set(brandId, timer);
}
