import pg from "pg";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { closeDatabase, pool } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { clockLock, startClock } from "@/lib/server/routing/clock";
import { serveRealtime } from "@/lib/server/testing/realtime-server";
import { morning } from "@/lib/server/testing/world";
import packageJson from "@/package.json" with { type: "json" };
import { checkHealth } from "./check-health";

const check = () => checkHealth({ now: morning });

/** Another session of this server that holds the clock's lock, in this worker's database or another one. */
async function holdLock(statement: string, database?: string): Promise<void> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(statement, [clockLock]);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("checkHealth", () => {
  it("is well while the database answers, the realtime server knows us and a clock runs", async () => {
    const realtime = await serveRealtime();
    const clock = await startClock();
    onTestFinished(() => clock.stop());
    // On a slow machine a part may not answer in time; a moment later it does.
    await vi.waitFor(
      async () =>
        expect(await check()).toEqual({
          status: "ok",
          database: "ok",
          realtime: "ok",
          worker: "ok",
          version: packageJson.version,
        }),
      { timeout: 20_000 },
    );
    const [asked] = realtime.requests;
    expect(asked?.url.pathname).toBe("/apps/test/channels");
    expect(asked?.url.searchParams.get("auth_signature")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("misses a clock that nobody runs for this database", async () => {
    await serveRealtime();
    await holdLock("SELECT pg_advisory_lock_shared($1)", "postgres");
    await holdLock("SELECT pg_advisory_lock_shared($1::bigint + 1)");
    await holdLock("SELECT pg_advisory_lock_shared(0, $1::int)");
    expect(await check()).toMatchObject({ status: "down", database: "ok", realtime: "ok", worker: "down" });
    await holdLock("SELECT pg_advisory_lock_shared($1)");
    expect(await check()).toMatchObject({ status: "ok", worker: "ok" });
  });

  it("says that realtime is down when the server does not know us", async () => {
    await serveRealtime((_, answer) => answer(401));
    expect(await check()).toMatchObject({ status: "down", database: "ok", realtime: "down" });
  });

  it("says that realtime is down when nobody answers there", async () => {
    const realtime = await serveRealtime();
    await realtime.stop();
    expect(await check()).toMatchObject({ status: "down", database: "ok", realtime: "down" });
  });

  it("does not wait for a server that hangs", async () => {
    let asked: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      asked = resolve;
    });
    await serveRealtime(() => asked());
    await pool().query("SELECT 1");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const checking = check();
    await arrived;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await checking).toMatchObject({ status: "down", realtime: "down" });
  });

  it("says that the database is down instead of failing", async () => {
    await serveRealtime();
    const address = process.env.DATABASE_URL;
    await closeDatabase();
    onTestFinished(async () => {
      process.env.DATABASE_URL = address;
      forgetEnv();
      await closeDatabase();
    });
    process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
    forgetEnv();
    expect(await check()).toMatchObject({ status: "down", database: "down", realtime: "ok", worker: "down" });
  });
});
