import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

const AWAY_MS = 2_000;

/** PostgreSQL stops at once, as in a crash, and comes back. */
export const databaseRestarted: Fault = {
  name: "database-restarted",
  limitSeconds: () => 300,
  run: (world) =>
    underLoad(world, async ({ did, over }) => {
      await world.crashDatabase();
      await pause(AWAY_MS);
      await world.startDatabase();
      over();
      did(
        `Stopped PostgreSQL at once under load (SIGQUIT: no checkpoint, every connection cut), and started it again after ${AWAY_MS / 1000} s.`,
      );
    }),
};
