import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

const SECONDS = 20;

/** Two clocks sweep the same database all the time; then one of them goes. */
export const twoWorkers: Fault = {
  name: "two-workers",
  limitSeconds: () => 300,
  async run(world) {
    const second = await world.startWorker();
    try {
      return await underLoad(world, async ({ did, over }) => {
        await pause(SECONDS * 1000);
        await second.kill("SIGKILL");
        over();
        did(
          `Ran two workers, each with its own clock, on one database for ${SECONDS} s under load, then killed one with SIGKILL.`,
        );
      });
    } finally {
      await second.kill("SIGKILL");
    }
  },
};
