import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetExpired } from "@/lib/server/account/forget-expired";
import { later } from "@/lib/server/clock";
import { db, pool } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { startJobs, workerApplication } from "@/lib/server/job/worker";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { listOutbox } from "@/lib/server/mail/list-outbox";
import { resetDatabase } from "@/lib/server/testing/database";
import { morning } from "@/lib/server/testing/world";

const patience = { timeout: 20_000, interval: 20 };

async function mailTo(to: string) {
  const data = { url: "https://help.example.com/", host: "help.example.com" };
  await enqueueMail({ to, template: "sign-in", locale: "en", data });
  await vi.waitFor(async () => expect((await listOutbox()).map((mail) => mail.to)).toContain(to), patience);
}

/** The worker's own connections to this database. */
async function connections(): Promise<number[]> {
  const { rows } = await pool().query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = $1 and datname = current_database()",
    [workerApplication],
  );
  return rows.map(({ pid }) => pid);
}

let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  await resetDatabase();
  await rm(env().DATA_DIR, { recursive: true, force: true });
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

describe("startJobs", () => {
  it("sends what is enqueued, until it is stopped", { timeout: 60_000 }, async () => {
    ({ stop } = await startJobs());
    await mailTo("nadia@example.com");
    await stop();
    stop = undefined;
    await vi.waitFor(async () => expect(await connections()).toEqual([]), patience);
  });

  it("goes on after the database threw it out", { timeout: 60_000 }, async () => {
    ({ stop } = await startJobs());
    await mailTo("nadia@example.com");
    const pids = await connections();
    expect(pids).not.toEqual([]);
    await pool().query("select pg_terminate_backend(pid) from unnest($1::int[]) pid", [pids]);
    await mailTo("samir@example.com");
  });
});

describe("forgetExpired", () => {
  it("deletes what has expired and nothing else", async () => {
    const user = await db().user.create({ data: { email: "nadia@example.com" } });
    const session = (sessionToken: string, expires: Date) => ({ sessionToken, userId: user.id, expires });
    await db().session.createMany({
      data: [session("old", morning), session("new", later(morning, 1))],
    });
    await db().verificationToken.createMany({
      data: [
        { identifier: "a", token: "old", expires: morning },
        { identifier: "a", token: "new", expires: later(morning, 1) },
      ],
    });
    await db().rateLimit.createMany({
      data: [
        { key: "old", points: 1, expire: BigInt(Date.now() - 1) },
        { key: "new", points: 1, expire: BigInt(Date.now() + 3_600_000) },
      ],
    });
    await forgetExpired({ now: morning });
    expect((await db().session.findMany()).map(({ sessionToken }) => sessionToken)).toEqual(["new"]);
    expect((await db().verificationToken.findMany()).map(({ token }) => token)).toEqual(["new"]);
    expect((await db().rateLimit.findMany()).map(({ key }) => key)).toEqual(["new"]);
  });
});
