import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";

const ROUNDS = 2;
const CATCH_SECONDS = 30;
/** How long a supervisor takes to notice. */
const NOTICE_MS = 1_000;

/** A process is killed when it has stored an offer and is about to tell of it; then another one is. */
export const routerKilled: Fault = {
  name: "router-killed",
  limitSeconds: () => 300,
  run: (world) =>
    underLoad(world, async ({ crowd, did, count, over }) => {
      let kills = 0;
      let slowestStart = 0;
      for (let round = 0; round < ROUNDS; round++) {
        for (const role of ["web", "worker"] as const) {
          const server = world[role];
          let killed: Promise<void> | undefined;
          world.links[role].catchNext("offer.made", () => {
            killed = server.kill("SIGKILL");
          });
          const isCaught = await crowd.until(() => killed !== undefined, CATCH_SECONDS);
          if (!isCaught) throw new Error(`The ${role} process told of no offer within ${CATCH_SECONDS} s.`);
          await killed;
          kills++;
          await pause(NOTICE_MS);
          const begun = performance.now();
          await server.restart();
          slowestStart = Math.max(slowestStart, (performance.now() - begun) / 1000);
          over();
        }
      }
      did(
        `Killed the web process and the worker ${ROUNDS} times each with SIGKILL, just when an offer was stored and its event on the way; the event never arrived. Started them again after ${NOTICE_MS / 1000} s.`,
      );
      count("kills", kills);
      // How long a start takes is the machine's; the recovery is counted from the last one's end.
      count("slowestStartSeconds", Number(slowestStart.toFixed(1)));
    }),
};
