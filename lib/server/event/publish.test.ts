import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { forgetEnv } from "@/lib/server/env";
import { serveRealtime } from "@/lib/server/testing/realtime-server";
import {
  type Outgoing,
  publish,
  published,
  publishInto,
  toBrand,
  toMember,
  toSite,
  toVisitor,
  toWatch,
} from "./publish";

const id = (digit: string) => digit.repeat(32);

beforeEach(() => {
  vi.stubEnv("LOG_LEVEL", "error");
  const secret = "0123456789".repeat(4);
  const settings = {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: secret,
    ATTACHMENT_SECRET: secret,
    VAPID_PRIVATE_KEY: "k".repeat(43),
    VISITOR_TOKEN_SECRET: secret,
    PUSHER_APP_ID: "test",
    PUSHER_KEY: "key",
    PUSHER_SECRET: secret,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  forgetEnv();
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnv();
});

const Batch = z.object({
  batch: z.array(z.object({ channel: z.string(), name: z.string(), data: z.string() })),
});
const batchOf = (body: string) => Batch.parse(JSON.parse(body)).batch;

/** Events that can be told apart by their seq. */
const reads = (count: number, from = 1): Outgoing[] =>
  Array.from({ length: count }, (_, i) =>
    toVisitor(id("a"), "read", { chatId: id("c"), seq: from + i, by: "member" }),
  );
const seqsOf = (body: string) =>
  batchOf(body).map(({ data }) => z.object({ seq: z.number() }).parse(JSON.parse(data)).seq);
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const message = (body: string) => ({
  id: id("e"),
  chatId: id("c"),
  seq: 1,
  clientId: "client-one",
  author: "visitor" as const,
  helper: null,
  body,
  system: null,
  sentAt: "2026-03-10T09:00:00.000Z",
  isHidden: false,
  attachment: null,
});

describe("addressing an event", () => {
  it("names the channel of one person, one chat, one brand, one site", () => {
    const read = { chatId: id("c"), seq: 1, by: "member" as const };
    const availability = {
      kind: "none" as const,
      community: 0,
      staff: 0,
      online: 0,
      faces: [],
      promiseSeconds: 30,
      usualSeconds: null,
      share: 0,
      version: 1,
    };
    expect([
      toVisitor(id("1"), "read", read).channel,
      toMember(id("2"), "read", read).channel,
      toWatch(id("3"), "sync", {}).channel,
      toBrand(id("4"), "board.changed", {}).channel,
      toSite(id("5"), "availability", availability).channel,
    ]).toEqual([
      `private-visitor-${id("1")}`,
      `private-member-${id("2")}`,
      `private-watch-${id("3")}`,
      `private-brand-${id("4")}`,
      `cache-site-${id("5")}`,
    ]);
  });

  it("refuses what its audience may not see", () => {
    const leaking = { ...message("Hello"), email: "marie@example.com" };
    expect(() => toMember(id("b"), "message.sent", leaking)).toThrow(z.ZodError);
  });

  it("says `sync` instead of an event over 8,000 bytes, and bytes are not letters", () => {
    const empty = Buffer.byteLength(JSON.stringify(message("")));
    const nameOf = (body: string) => toVisitor(id("a"), "message.sent", message(body)).name;
    expect(nameOf("e".repeat(8_000 - empty))).toBe("message.sent");
    expect(nameOf("e".repeat(8_001 - empty))).toBe("sync");
    expect(nameOf("é".repeat(4_000))).toBe("sync");
    expect(nameOf("電".repeat(2_000))).toBe("message.sent");
    expect(nameOf("電".repeat(3_000))).toBe("sync");
    expect(toVisitor(id("a"), "message.sent", message("é".repeat(4_000))).data).toEqual({});
  });
});

describe("publish", () => {
  it("sends batches of ten, one after the other, in order", async () => {
    let running = 0;
    let most = 0;
    const realtime = await serveRealtime((_, answer) => {
      most = Math.max(most, ++running);
      setImmediate(() => {
        running--;
        answer(200);
      });
    });
    await publish(reads(25));
    expect(realtime.requests.map(({ body }) => seqsOf(body))).toEqual([
      numbers(1, 10),
      numbers(11, 20),
      numbers(21, 25),
    ]);
    expect(most).toBe(1);
    expect(realtime.requests[0]?.url.pathname).toBe("/apps/test/batch_events");
  });

  it("asks nothing of the server when there is nothing to say", async () => {
    const realtime = await serveRealtime();
    await publish([]);
    expect(realtime.requests).toEqual([]);
  });

  it("tries a batch that failed once more, and the next ones after it", async () => {
    let failures = 1;
    const realtime = await serveRealtime((_, answer) => answer(failures-- > 0 ? 500 : 200));
    await publish(reads(12));
    await published();
    expect(realtime.requests.map(({ body }) => seqsOf(body))).toEqual([
      numbers(1, 10),
      numbers(1, 10),
      numbers(11, 12),
    ]);
  });

  it("does not let one refused batch hold up the others", async () => {
    const realtime = await serveRealtime(({ body }, answer) => answer(seqsOf(body)[0] === 1 ? 413 : 200));
    await publish(reads(12));
    await published();
    expect(realtime.requests.map(({ body }) => seqsOf(body)[0])).toEqual([1, 1, 11]);
  });

  it("never fails a request when nobody answers", async () => {
    const realtime = await serveRealtime();
    await realtime.stop();
    await expect(publish(reads(25))).resolves.toBeUndefined();
    await expect(publish(reads(1))).resolves.toBeUndefined();
    await expect(published()).resolves.toBeUndefined();
  });

  it("waits once for a server that hangs, not again until it answered, and then as before", async () => {
    let arrived: () => void = () => undefined;
    const open: ((status: number) => void)[] = [];
    const realtime = await serveRealtime((_, answer) => {
      open.push(answer);
      arrived();
    });
    const nextRequest = () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      });

    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const first = nextRequest();
    const waiting = publish(reads(25));
    await first;
    await vi.advanceTimersByTimeAsync(3_000);
    await waiting;

    // Nothing moves the clock here: had it waited, it would wait for ever.
    const second = nextRequest();
    await publish(reads(1, 100));
    await second;

    realtime.behave((_, answer) => answer(200));
    await vi.advanceTimersByTimeAsync(3_000);
    await published();
    expect(realtime.requests.map(({ body }) => seqsOf(body)[0])).toContain(21);

    let answerLast: () => void = () => undefined;
    const last = new Promise<void>((resolve) => {
      realtime.behave((_, answer) => {
        answerLast = () => answer(200);
        resolve();
      });
    });
    let isDone = false;
    const done = publish(reads(1, 200)).then(() => {
      isDone = true;
    });
    await last;
    expect(isDone).toBe(false);
    answerLast();
    await done;
  });
});

describe("publish into the server of this process", () => {
  afterEach(() => publishInto(null));

  it("hands it batches of ten in order, as text, and asks nobody over HTTP", async () => {
    const realtime = await serveRealtime();
    const handed: { channel: string; name: string; data: string }[][] = [];
    publishInto((batch) => handed.push(batch));
    await publish(reads(12));
    expect(handed.map((batch) => seqsOf(JSON.stringify({ batch })))).toEqual([
      numbers(1, 10),
      numbers(11, 12),
    ]);
    expect(handed[0]?.[0]).toMatchObject({ channel: `private-visitor-${id("a")}`, name: "read" });
    expect(realtime.requests).toEqual([]);

    publishInto(null);
    await publish(reads(1));
    expect(realtime.requests).toHaveLength(1);
    expect(handed).toHaveLength(2);
  });

  it("tries a refused batch once more and never fails", async () => {
    let refused = 0;
    publishInto(() => {
      refused++;
      throw new Error("no");
    });
    await expect(publish(reads(1))).resolves.toBeUndefined();
    await published();
    expect(refused).toBe(2);
  });
});
