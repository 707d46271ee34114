import { pool } from "@/lib/server/database";

export const clockChannel = "routing_clock";

/** Tells the routing clock, in whatever process it runs, that something is due at `at`. */
export async function wakeClock(at: Date): Promise<void> {
  await pool().query("SELECT pg_notify($1, $2)", [clockChannel, at.toISOString()]);
}
