import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

const SECONDS = 60;
const SHARE = 0.05;
const EVERY_MS = 1_000;

/** People's sockets are cut by chance all the time. */
export const socketsDropped: Fault = {
  name: "sockets-dropped",
  limitSeconds: (minutes) => 270 + (minutes === null ? SECONDS : minutes * 60),
  run: (world) =>
    underLoad(world, async ({ did, count, over }) => {
      const seconds = world.minutes === null ? SECONDS : world.minutes * 60;
      let cuts = 0;
      const end = performance.now() + seconds * 1000;
      while (performance.now() < end) {
        cuts += world.links.people.cut(SHARE);
        await pause(EVERY_MS);
      }
      over();
      did(`Cut ${SHARE * 100} % of the people's sockets, one at least, every second for ${seconds} s.`);
      count("cuts", cuts);
    }),
};
