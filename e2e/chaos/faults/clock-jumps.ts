import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

/** Less than the realtime protocol lets a publisher's clock be wrong (10 minutes), and longer than every lease. */
const AHEAD_SECONDS = 300;
const STAY_MS = 15_000;

/**
 * The processes' clock is set forwards by minutes, and later back, while the database's and everybody else's go on.
 * Promised: all processes of an installation keep one time to within a second or two (NTP), however wrong; a jump may
 * end offers early, and leave questions that are asked before the desks' next beat, but loses nothing and nobody.
 */
export const clockJumps: Fault = {
  name: "clock-jumps",
  limitSeconds: () => 330,
  run: (world) =>
    underLoad(world, async ({ did, over }) => {
      try {
        world.shiftClock(AHEAD_SECONDS);
        await pause(STAY_MS);
      } finally {
        world.shiftClock(0);
      }
      over();
      did(
        `Set the clock of both processes ${AHEAD_SECONDS / 60} minutes forwards under load, and ${STAY_MS / 1000} s later back.`,
      );
    }),
};
