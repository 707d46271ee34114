import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db, pool } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { serveRealtime } from "@/lib/server/testing/realtime-server";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeVisitor } from "@/lib/server/testing/world";
import { api } from "./app";

/** In whatever a person writes, is called or owns here. */
const MARK = "Zanzibar";
const IP = "203.0.113.77";

let lines: string[];

beforeEach(async () => {
  await resetDatabase();
  vi.stubEnv("LOG_LEVEL", "debug");
  forgetEnv();
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  forgetEnv();
});

async function post(path: string, headers: Record<string, string>, body: unknown, method = "POST") {
  const answer = await api.request(path, {
    method,
    headers: { "content-type": "application/json", "x-entraide-ip": IP, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, requestId: answer.headers.get("x-request-id"), body: await answer.json() };
}

const words = (n: number) => ({ clientId: `client-word-${n}`, body: `My name is ${MARK}, number ${n}` });

const Line = z.looseObject({ time: z.string(), level: z.string(), message: z.string() });
const Request = Line.extend({ requestId: z.string(), route: z.string(), status: z.number(), ms: z.number() });

describe("the log of a conversation", () => {
  it("tells each request and each failure, and nothing that anybody wrote, is called or holds", async () => {
    const realtime = await serveRealtime();
    const brand = await makeBrand();
    const samir = await makePresent(brand, {
      name: `Samir ${MARK}`,
      seenUntil: new Date(Date.now() + 3_600_000),
    });
    const { token } = await makeVisitor(brand);
    const visitor = { authorization: `Bearer ${token}` };
    const member = await signedIn(samir);
    const desk = `/api/brands/${brand.slug}`;

    const page = { url: `https://shop.example.com/${MARK}?email=${MARK}@example.com`, title: MARK };
    expect((await post("/api/visitor/context", visitor, { page }, "PATCH")).status).toBe(200);
    const question = {
      text: `Is ${MARK} far?`,
      firstName: MARK,
      language: "en",
      clientId: "client-question",
    };
    expect((await post("/api/visitor/questions", visitor, question)).status).toBe(200);
    const offer = await db().offer.findFirstOrThrow();
    expect((await post(`${desk}/offers/${offer.id}/accept`, member, {})).status).toBe(200);
    const { id: chatId } = await db().chat.findFirstOrThrow();
    expect((await post(`/api/visitor/chats/${chatId}/messages`, visitor, words(1))).status).toBe(200);
    expect((await post(`${desk}/chats/${chatId}/messages`, member, words(2))).status).toBe(200);

    // What is refused, what does not exist, what is no JSON.
    await post(`/api/visitor/questions/${offer.questionId}/leave`, visitor, { email: `${MARK}@example.com` });
    await post(`/api/answers/${MARK}-token/rating`, {}, { stars: 1, words: MARK });
    await post(`/api/${MARK}`, visitor, {});
    await post(`/api/visitor/chats/${chatId}/messages`, visitor, `{"body": "${MARK}`);
    await api.request(`/api/answers/${MARK}-token?email=${MARK}@example.com`);

    // A realtime server that fails, and a database that quotes the row it refuses.
    await realtime.stop();
    await post(`/api/visitor/chats/${chatId}/messages`, visitor, words(3));
    await pool().query(`ALTER TABLE messages ADD CONSTRAINT refuse_words CHECK (body NOT LIKE '%number 4%')`);
    const failed = await post(`/api/visitor/chats/${chatId}/messages`, visitor, words(4)).finally(() =>
      pool().query("ALTER TABLE messages DROP CONSTRAINT refuse_words"),
    );
    expect(failed.status).toBe(500);

    const all = lines.join("");
    for (const secret of [MARK, token, IP, member.cookie?.split("=")[1] ?? "", "example.com"]) {
      expect(all).not.toContain(secret);
    }
    // Node speaks there too, about the versions of things.
    const ours = lines.filter((line) => !line.startsWith("(node:") && !line.startsWith("(Use `node"));
    const told = ours.map((line) => Line.parse(JSON.parse(line)));
    const requests = told.filter(({ message }) => message === "request").map((line) => Request.parse(line));
    expect(requests.map(({ route, status }) => `${status} ${route}`)).toEqual([
      "200 /api/visitor/context",
      "200 /api/visitor/questions",
      "200 /api/brands/:brand/offers/:offerId/accept",
      "200 /api/visitor/chats/:chatId/messages",
      "200 /api/brands/:brand/chats/:chatId/messages",
      expect.stringMatching(/^4\d\d \/api\/visitor\/questions\/:questionId\/leave$/),
      "400 /api/answers/:token/rating",
      "404 /api/*",
      "400 /api/visitor/chats/:chatId/messages",
      "400 /api/answers/:token",
      "200 /api/visitor/chats/:chatId/messages",
      "500 /api/visitor/chats/:chatId/messages",
    ]);
    // The failure and its request are found by the number that the person was told.
    const failure = told.find(({ message }) => message === "request failed");
    expect(failure).toMatchObject({
      requestId: failed.requestId,
      route: "/api/visitor/chats/:chatId/messages",
      sqlState: "23514",
    });
    expect(requests.at(-1)?.requestId).toBe(failed.requestId);
  });
});
