import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { makeBrand, makeQuestion, makeVisitor } from "@/lib/server/testing/world";

const patience = { timeout: 90_000, interval: 50 };
vi.setConfig({ testTimeout: 240_000 });

let child: ChildProcess;
let origin: string;
const said: string[] = [];
const locker = { client: undefined as pg.Client | undefined };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

/** A server of this worker's database in a process of its own. */
async function startProcess(): Promise<void> {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  said.length = 0;
  child = spawn(process.execPath, ["--import", "tsx", "lib/start/testing/server-process.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: String(port), NODE_ENV: "production" },
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on("line", (line) => said.push(line));
  }
  await vi.waitFor(() => expect(said).toContain("Listening"), patience);
}

/** Makes every reader of sites wait until the returned function is called. */
async function holdSites(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  locker.client = client;
  await client.query("BEGIN; LOCK TABLE sites IN ACCESS EXCLUSIVE MODE");
  return async () => {
    await client.query("COMMIT");
  };
}

async function isWaiting(): Promise<void> {
  const { rowCount } = (await locker.client?.query(
    "SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()",
  )) ?? { rowCount: 0 };
  expect(rowCount).toBeGreaterThan(0);
}

beforeEach(async () => {
  await resetDatabase();
  await startProcess();
}, 120_000);
afterEach(async () => {
  await locker.client?.end();
  locker.client = undefined;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

describe("a server that is told to end", () => {
  it("says so to health, answers what runs, sends its sockets away, and ends well", async () => {
    const { site } = await makeBrand();
    const sockets = Array.from(
      { length: 12 },
      () => new WebSocket(`${origin.replace("http", "ws")}/app/${env().PUSHER_KEY}?protocol=7`),
    );
    await Promise.all(sockets.map((socket) => once(socket, "open")));
    const farewells = sockets.map((socket) => once(socket, "close"));

    const release = await holdSites();
    const running = fetch(`${origin}/api/sites/${site.publicKey}`, {
      headers: { origin: "https://shop.example.com" },
    });
    await vi.waitFor(isWaiting, patience);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await vi.waitFor(async () => {
      const health = await fetch(`${origin}/api/health`);
      expect(health.status).toBe(503);
      expect(await health.json()).toMatchObject({ status: "draining" });
    }, patience);
    await release();

    const answer = await running;
    expect(answer.status).toBe(200);
    expect((await Promise.all(farewells)).map(([code]) => code)).toEqual(sockets.map(() => 4200));
    expect(await exited).toEqual([0, null]);
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
    // Nothing went wrong on the way.
    expect(said.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
  });

  it("makes no new offers; who starts next makes them", async () => {
    const brand = await makeBrand();
    await makePresent(brand, { seenUntil: new Date(Date.now() + 3_600_000) });
    const question = await makeQuestion(brand, await makeVisitor(brand), {
      askedAt: new Date(),
      roundAt: new Date(),
    });
    const release = await holdSites();
    const waiting = fetch(`${origin}/api/sites/unknown`);
    await vi.waitFor(isWaiting, patience);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await vi.waitFor(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(503), patience);
    await db().question.update({ where: { id: question.id }, data: { wakeAt: new Date() } });
    await release();
    await waiting;
    await exited;
    expect(await db().offer.count({ where: { questionId: question.id } })).toBe(0);
    await startProcess();
    await vi.waitFor(
      async () => expect(await db().offer.count({ where: { questionId: question.id } })).toBe(1),
      patience,
    );
  });

  it("ends at once when it is told again", async () => {
    await holdSites();
    void fetch(`${origin}/api/sites/unknown`).catch(() => undefined);
    await vi.waitFor(isWaiting, patience);
    const exited = once(child, "exit");
    await vi.waitFor(() => {
      child.kill("SIGTERM");
      expect(child.exitCode).toBe(130);
    }, patience);
    expect(await exited).toEqual([130, null]);
  });
});
