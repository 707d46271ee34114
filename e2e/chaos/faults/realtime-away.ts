import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

const HALF_MS = 15_000;

/** The realtime server cannot be reached, by the processes or by anybody's screen. */
export const realtimeAway: Fault = {
  name: "realtime-away",
  limitSeconds: () => 330,
  run: (world) =>
    underLoad(world, async ({ did, over }) => {
      const { web, worker, people } = world.links;
      for (const mode of ["refuse", "swallow"] as const) {
        for (const link of [web, worker, people]) link.set(mode);
        await pause(HALF_MS);
      }
      for (const link of [web, worker, people]) link.set("open");
      over();
      did(
        `Cut the realtime server off from the processes and from every screen: ${HALF_MS / 1000} s of connections refused, ${HALF_MS / 1000} s of connections that nobody answers.`,
      );
    }),
};
