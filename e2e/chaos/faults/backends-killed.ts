import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@/e2e/chaos/fault";
import { underLoad } from "@/e2e/chaos/under-load";
import { pool } from "@/lib/server/database";

const SECONDS = 15;
const EVERY_MS = 200;

/** Single connections of the product are ended by PostgreSQL, busy ones first. */
export const backendsKilled: Fault = {
  name: "backends-killed",
  limitSeconds: () => 300,
  run: (world) =>
    underLoad(world, async ({ did, count, over }) => {
      let kills = 0;
      const end = performance.now() + SECONDS * 1000;
      while (performance.now() < end) {
        const { rowCount } = await pool().query(
          `SELECT pg_terminate_backend(pid) FROM (
             SELECT pid FROM pg_stat_activity
             WHERE pid <> pg_backend_pid() AND datname = current_database()
             ORDER BY (state = 'idle'), random() LIMIT 1) victims`,
        );
        kills += rowCount ?? 0;
        await pause(EVERY_MS);
      }
      over();
      did(
        `Ended a connection of the product every ${EVERY_MS} ms for ${SECONDS} s with pg_terminate_backend, those in the middle of a statement or transaction first.`,
      );
      count("kills", kills);
    }),
};
