import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor, type TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";
import { clientIpHeader } from "./limit";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let brand: TestBrand;
beforeAll(() => {
  process.env.LOG_LEVEL = "error";
  return () => delete process.env.LOG_LEVEL;
});
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

type Sent = { token?: string; ip?: string; body?: unknown; file?: boolean; more?: Record<string, string> };

let requests = 0;

/** Posts as a browser behind our server does: its address is ours to say, whatever a proxy is said to have said. */
async function post(path: string, { token, ip = "203.0.113.9", body, file, more = {} }: Sent) {
  const form = new FormData();
  form.set("file", new File([pixel], "pixel.png", { type: "image/png" }));
  requests += 1;
  return api.request(`/api${path}`, {
    method: "POST",
    headers: {
      [clientIpHeader]: ip,
      "x-forwarded-for": `198.51.100.${requests % 250}`,
      "x-real-ip": `198.51.100.${requests % 250}`,
      forwarded: `for=198.51.100.${requests % 250}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(file ? {} : { "content-type": "application/json" }),
      ...more,
    },
    body: file ? form : JSON.stringify(body),
  });
}

/** How many of so many requests pass, and what the last one is told. */
async function passing(times: number, send: (i: number) => ReturnType<typeof post>) {
  let passed = 0;
  let last: Response | undefined;
  for (let i = 0; i < times; i++) {
    last = await send(i);
    if (last.status !== 429) passed += 1;
  }
  return { passed, last };
}

async function expectRefused(answer: Response | undefined, mostSeconds: number): Promise<void> {
  expect(answer?.status).toBe(429);
  const seconds = Number(answer?.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(mostSeconds);
  expect(await answer?.json()).toEqual({
    error: { code: "RATE_LIMITED", params: { retryAfterSeconds: seconds } },
  });
}

const question = (i: number) => ({
  clientId: `question-${i}`,
  text: "Does it rain?",
  language: "en",
  staffOnly: false,
});

describe("limits", () => {
  it("let a visitor ask six questions in twelve hours", async () => {
    const { token } = await makeVisitor(brand);
    const { passed, last } = await passing(7, (i) =>
      post("/visitor/questions", { token, body: question(i) }),
    );
    expect(passed).toBe(6);
    await expectRefused(last, 43_200);
  });

  it("let an address ask thirty, whoever asks and whatever proxies are said to have said", async () => {
    const visitors = await Promise.all(Array.from({ length: 6 }, () => makeVisitor(brand)));
    const { passed, last } = await passing(32, (i) =>
      post("/visitor/questions", { token: visitors[i % 6]?.token, body: question(i) }),
    );
    expect(passed).toBe(30);
    await expectRefused(last, 43_200);
    const elsewhere = await post("/visitor/questions", {
      token: (await makeVisitor(brand)).token,
      ip: "203.0.113.10",
      body: question(99),
    });
    expect(elsewhere.status).not.toBe(429);
  });

  it("let an address begin sixty visits an hour", async () => {
    const { passed, last } = await passing(61, () =>
      post("/visitors", { body: { siteKey: brand.site.publicKey, language: "en" } }),
    );
    expect(passed).toBe(60);
    await expectRefused(last, 3_600);
    expect(await db().visitor.count()).toBe(60);
  });

  it("let a visitor write twenty messages in ten seconds and send ten files an hour", async () => {
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, await makeMember(brand));
    const { token } = visitor;
    const written = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        post(`/visitor/chats/${chat.id}/messages`, { token, body: { clientId: `message-${i}`, body: "Hm" } }),
      ),
    );
    const refused = written.filter(({ status }) => status === 429);
    // However slow the machine, sixty would take half a minute.
    expect(refused.length).toBeGreaterThan(0);
    expect((60 - refused.length) % 20).toBe(0);
    await expectRefused(refused[0], 10);
    const files = await passing(11, () =>
      post(`/visitor/chats/${chat.id}/attachments`, { token, file: true }),
    );
    expect(files.passed).toBe(10);
    await expectRefused(files.last, 3_600);
  });

  it("hold a message at 4,000 characters and a question at 1,000", async () => {
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, await makeMember(brand));
    const { token } = visitor;
    const write = async (size: number) =>
      (
        await post(`/visitor/chats/${chat.id}/messages`, {
          token,
          body: { clientId: `size-${size}`, body: "a".repeat(size) },
        })
      ).status;
    expect([await write(4_000), await write(4_001)]).toEqual([200, 400]);
    const asker = await makeVisitor(brand);
    const ask = async (size: number) =>
      (
        await post("/visitor/questions", {
          token: asker.token,
          body: { ...question(size), text: "a".repeat(size) },
        })
      ).status;
    expect([await ask(1_001), await ask(1_000)]).toEqual([400, 200]);
  });
});
